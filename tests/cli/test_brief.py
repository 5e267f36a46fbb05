"""``bilateral brief`` on the record of the sample articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]


def test_markdown_with_its_figure_beside_it(ruled: Path, tmp_path: Path) -> None:
    target = tmp_path / "both.md"
    assert run(["brief", str(ruled), "--between", "Kazakhstan", "Indonesia", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("# Kazakhstan and Indonesia\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["both.md", "both.svg"]


def test_on_the_terminal_it_is_markdown_without_figure(ruled: Path, capsys: Output) -> None:
    assert run(["brief", str(ruled), "--between", "KAZ", "IDN"]) == 0
    told = capsys.readouterr().out
    assert "## Chronology" in told
    assert ".svg" not in told


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--between", "KAZ", "IDN", "-o", "x.odt"],
        ["--between", "KAZ", "KAZ"],
        ["--between", "IDN", "KAZ", "--since", "2031"],
    ],
)
def test_wrong_use_is_told(arguments: list[str], ruled: Path, capsys: Output) -> None:
    assert run(["brief", str(ruled), *arguments]) == 2
    assert capsys.readouterr().err.startswith("bilateral: ")
