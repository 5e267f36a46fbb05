"""What ``bilateral register`` prints, on the record of the sample articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bilateral.analysis.registers import REGISTERS
from bilateral.cli.main import run
from bilateral.record import open_record

Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str | Path) -> str:
    capsys.readouterr()
    assert run([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", list(REGISTERS))
def test_every_event_of_its_kinds_is_in_the_register(name: str, ruled: Path, capsys: Output) -> None:
    told = [json.loads(line) for line in printed(capsys, "register", ruled, name, "--format", "jsonl").splitlines()]
    with open_record(ruled) as record:
        wanted = {e.id for kind in REGISTERS[name].kinds for e in record.every_event(kind=kind)}
        if name == "mechanisms":
            wanted = {e.id for e in map(record.event, wanted) if e.kind == "mechanism" or "mechanism" in e.details}
    assert {id for row in told for id in row["events"]} == wanted


def test_notes_stand_below_the_table(ruled: Path, capsys: Output) -> None:
    told = printed(capsys, "register", ruled, "transfers", "--between", "KAZ", "IDN")
    table, notes = told.split("[1] ", maxsplit=1)
    assert "vehicles" in table or "armoured" in table
    assert "[2]" in notes
    assert "“" in notes


def test_a_table_for_a_spreadsheet(ruled: Path, capsys: Output) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "register", ruled, "visits", "--format", "csv"))))
    assert rows
    assert all(row["notes"] for row in rows)


@pytest.mark.parametrize("arguments", [["tanks"], ["visits", "--kind", "visit"]])
def test_wrong_use_is_told(arguments: list[str], ruled: Path, capsys: Output) -> None:
    assert run(["register", str(ruled), *arguments]) == 2
    assert capsys.readouterr().err.startswith("bilateral: ")
