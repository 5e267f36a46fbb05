"""What ``bilateral triangles`` prints, on the record of the sample articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]


def test_one_triangle_by_year(ruled: Path, capsys: Output, tmp_path: Path) -> None:
    asked = ["triangles", str(ruled), "--state", "Kazakh", "--with", "Indonesia", "UZB", "--by", "year"]
    assert run([*asked, "--plot", str(tmp_path / "three.svg")]) == 0
    told = capsys.readouterr().out
    assert "Kazakhstan, Indonesia, Uzbekistan" in told
    assert "KAZ-IDN" in told
    assert (tmp_path / "three.svg").read_text(encoding="utf-8").startswith("<svg")
    assert run([*asked, "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"period", "KAZ-IDN", "KAZ-UZB", "IDN-UZB", "balance"} == set(rows[0])


def test_none_says_so(ruled: Path, capsys: Output) -> None:
    assert run(["triangles", str(ruled), "--state", "KAZ", "--fewest", "9"]) == 0
    assert "no triangle of Kazakhstan" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--state", "KAZ", "--plot", "x.svg"],
        ["--state", "KAZ", "--with", "KAZ", "IDN"],
        ["--state", "KAZ", "--by", "week"],
    ],
)
def test_wrong_use_is_told(arguments: list[str], ruled: Path, capsys: Output) -> None:
    assert run(["triangles", str(ruled), *arguments]) == 2
    assert capsys.readouterr().err.startswith("bilateral: ")
