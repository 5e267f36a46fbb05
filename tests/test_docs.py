"""The examples in the documentation: every command in them works, and the help texts are the present ones."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from bilateral.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script behind ``make docs``."""
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_work_and_help_texts_are_fresh(
    page: Path,
    make: ModuleType,
    demo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(demo, tmp_path / "demo.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(make.WIDTH))

    def shell(command: str) -> str:
        line, _, pipe = command.partition(" | ")
        capsys.readouterr()
        assert run(shlex.split(line)[1:]) == 0, command
        printed = make.piped(capsys.readouterr().out, pipe)
        return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())

    monkeypatch.setattr(make, "run", shell)
    text = page.read_text(encoding="utf-8")
    assert helps(text) == helps(make.filled(text, shell)), "run `make docs`"


def helps(page: str) -> list[str]:
    return re.findall(r"^\$ bilateral \w+ --help\n(?:(?!\$ |```).*\n)*", page, re.M)


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://)([^)#]*)", page.read_text(encoding="utf-8")):
            assert not target or (page.parent / target).exists(), f"{page.name}: {target}"
