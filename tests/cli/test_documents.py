"""``bilateral documents`` and ``bilateral remove``: what was read, and taking it out and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]
STORY = (
    "The foreign ministers of Norway and Kenya met in Oslo on Tuesday to discuss fisheries, officials said. They agreed"
    " that the next meeting will be held in Nairobi before the end of the year, and that a joint body will prepare it."
)


@pytest.fixture
def record(tmp_path: Path, capsys: Output) -> str:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text(f"{STORY} More follows.")
    (tmp_path / "three.txt").write_text("Die Minister trafen sich am Montag in Oslo und sprachen über die Fischerei.")
    name = str(tmp_path / "r.db")
    assert run(["add", name, *(str(tmp_path / f"{n}.txt") for n in ("one", "two", "three"))]) == 0
    capsys.readouterr()
    return name


def told(capsys: Output) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_near_identical_copies_are_shown(record: str, capsys: Output) -> None:
    assert run(["documents", record, "one.txt"]) == 0
    assert "copies two.txt" in told(capsys)
    assert run(["documents", record]) == 0
    out = told(capsys)
    assert "copy of two.txt" in out and "not coded: language de" in out
    assert run(["documents", record, "--format", "csv"]) == 0
    assert "two.txt" in capsys.readouterr().out.splitlines()[1]


def test_a_document_goes_and_comes_back_and_both_are_logged(record: str, capsys: Output) -> None:
    assert run(["remove", record, "one.txt", "--reason", "a test", "--author", "Ann"]) == 0
    assert run(["documents", record]) == 0
    assert "removed by Ann" in told(capsys)
    assert run(["documents", record, "two.txt"]) == 0
    assert "copies" not in told(capsys)
    assert run(["remove", record, "one.txt", "--undo", "--author", "Ben"]) == 0
    assert run(["remove", record, "--log"]) == 0
    out = told(capsys)
    assert "removed one.txt" in out and "by Ann: a test" in out and "brought back one.txt" in out and "by Ben" in out
    assert run(["remove", record]) == 2
    assert run(["remove", record, "none.txt"]) == 1
