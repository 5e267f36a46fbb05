"""The design's rules on form: sizes, imports, public names, and nothing undocumented."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

import bilateral
from bilateral.cli.main import COMMANDS
from bilateral.settings import TABLE

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "bilateral"
MODULES = sorted(SOURCE.rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno
                yield f"{path.relative_to(SOURCE)}:{node.name}", node.end_lineno - node.lineno + 1


def centile(sizes: list[int], share: float) -> int:
    return sorted(sizes)[int(share * (len(sizes) - 1))]


def test_files_are_short() -> None:
    sizes = {str(path.relative_to(SOURCE)): lines(path) for path in MODULES}
    assert statistics.median(sizes.values()) <= 120
    assert {name: size for name, size in sizes.items() if size > 400} == {}


def test_functions_are_short() -> None:
    sizes = dict(functions())
    assert statistics.median(sizes.values()) <= 10
    assert centile(list(sizes.values()), 0.95) <= 45
    assert {name: size for name, size in sizes.items() if size > 45} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_imports_go_one_way() -> None:
    ran = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def packages_with_all() -> list[str]:
    found = ["bilateral"]
    for path in SOURCE.rglob("__init__.py"):
        if "__all__" in path.read_text(encoding="utf-8") and path.parent != SOURCE:
            found.append("bilateral." + ".".join(path.parent.relative_to(SOURCE).parts))
    return sorted(found)


@pytest.mark.parametrize("name", packages_with_all())
def test_all_is_sorted_and_true(name: str) -> None:
    package = import_module(name)
    assert list(package.__all__) == sorted(package.__all__)
    assert [public for public in package.__all__ if not hasattr(package, public)] == []


def test_public_names_are_those_of_the_design() -> None:
    assert {"open_record", "code_text", "Record", "Document", "Event"} <= set(bilateral.__all__)


def options_of(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield max(parameter.opts, key=len)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## bilateral {name}" in page
    chapter = page.split(f"## bilateral {name}\n")[1].split("\n## ")[0]
    command = import_module(f"bilateral.cli.{name}").command
    assert [option for option in options_of(command) if option not in chapter] == []


def test_short_helps_are_those_of_the_commands() -> None:
    for name in COMMANDS:
        assert import_module(f"bilateral.cli.{name}").command.name == name


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [s.name for s in TABLE if f"`{s.name}`" not in page or str(s.default) not in page] == []


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"bilateral/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - packed == set()


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    assert "--find-links" not in lock
