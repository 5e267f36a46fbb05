"""What ``bilateral forecasts`` and ``bilateral claims`` print, on the record of the sample articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str | Path) -> str:
    capsys.readouterr()
    assert run([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_claims_of_a_speaker_of_a_kind(ruled: Path, capsys: Output) -> None:
    asked = ("claims", ruled, "--speaker", "Hartono", "--kind", "assessment")
    rows = list(csv.DictReader(io.StringIO(printed(capsys, *asked, "--format", "csv"))))
    assert {(row["speaker"], row["kind"]) for row in rows} == {("Rizal Hartono", "assessment")}
    assert "Rizal Hartono, Spokesperson" in printed(capsys, *asked)


def test_a_visit_foretold_came_true_with_both_words(ruled: Path, capsys: Output) -> None:
    asked = ("forecasts", ruled, "--kind", "visit", "--between", "IDN", "KAZ", "--outcome", "came true")
    told = [json.loads(line) for line in printed(capsys, *asked, "--format", "jsonl").splitlines()]
    assert any("Wibowo will visit" in row["quote"] and row["outcome_notes"] for row in told)
    assert " came true" in printed(capsys, *asked).splitlines()[-1]


def test_too_few_have_no_score(ruled: Path, capsys: Output) -> None:
    assert run(["forecasts", str(ruled), "--scores", "--minimum", "50"]) == 0
    assert "no speaker has 50 or more" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--outcome", "true"], ["--minimum", "0"], ["--kind", "prophecy"]])
def test_wrong_use_is_told(arguments: list[str], ruled: Path, capsys: Output) -> None:
    assert run(["forecasts", str(ruled), *arguments]) == 2
    assert capsys.readouterr().err.startswith("bilateral: ")
