"""The commands that read a record, on that of the sample articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str | Path) -> str:
    assert run([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def objects(capsys: Output, *arguments: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed(capsys, *arguments).splitlines()]


@pytest.mark.parametrize("columns", [80, 100, 140, 200])
def test_the_table_fits_the_width(columns: int, demo: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = printed(capsys, "events", demo).splitlines()
    assert max(map(len, lines)) <= columns
    assert "\x1b" not in "".join(lines)
    assert any("transfer" in line and "planned" in line for line in lines)


def test_filters_choose_events(demo: Path, capsys: Output) -> None:
    transfers = objects(capsys, "events", demo, "--kind", "transfer", "--format", "jsonl")
    assert transfers
    assert {event["kind"] for event in transfers} == {"transfer"}
    between = objects(capsys, "events", demo, "--between", "Indonesian", "KAZ", "--format", "jsonl", "--limit", "3")
    assert len(between) == 3


def test_nothing_that_fits_is_said_and_no_error(demo: Path, capsys: Output) -> None:
    assert run(["events", str(demo), "--between", "Chile", "Peru"]) == 0
    out, err = capsys.readouterr()
    assert not out
    assert "no event fits" in err


def test_csv_has_one_row_an_event(demo: Path, capsys: Output) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "events", demo, "--format", "csv"))))
    assert len(rows) == len(objects(capsys, "export", demo))
    assert {"id", "kind", "date", "status"} <= set(rows[0])


def test_show_marks_words_and_sets_conflicts_side_by_side(demo: Path, capsys: Output) -> None:
    transfers = objects(capsys, "export", demo, "--kind", "transfer")
    (disputed,) = [event for event in transfers if "details.quantity" in str(event["conflicts"])]
    page = printed(capsys, "show", demo, str(disputed["id"])[:12])
    assert "«" in page
    assert "2 reports from 2 sources" in page
    assert "≠ quantity" in page
    assert "\n    36\n" in page
    assert "\n    40\n" in page
    assert printed(capsys, "show", demo, str(disputed["id"]).removeprefix("evt_")[:8]) == page


@pytest.mark.parametrize("of", ["events", "mentions", "claims", "documents", "actors"])
def test_export_writes_each_in_both_formats(of: str, demo: Path, tmp_path: Path, capsys: Output) -> None:
    lines = objects(capsys, "export", demo, "--of", of)
    file = tmp_path / "out.csv"
    assert printed(capsys, "export", demo, "--of", of, "--format", "csv", "-o", file) == ""
    assert len(list(csv.DictReader(file.open(encoding="utf-8")))) == len(lines)
    assert not list(tmp_path.glob("*.part"))


def test_every_quote_stands_in_its_document(demo: Path, capsys: Output) -> None:
    for event in objects(capsys, "export", demo):
        for item in event["evidence"]:  # type: ignore[attr-defined]
            assert item["end"] - item["start"] == len(item["quote"]) <= 400


def test_documents_are_listed_and_filtered(demo: Path, capsys: Output) -> None:
    assert len(objects(capsys, "documents", demo, "--format", "jsonl")) == 12
    everything = printed(capsys, "documents", demo)
    assert "009_the-general-remembers.txt" in everything
    assert "not told" in everything
    some = printed(capsys, "documents", demo, "--kind", "exercise")
    assert "004_first-joint-drill-begins.txt" in some
    assert "011_palm-oil" not in some


def test_info_tells_what_made_it(demo: Path, capsys: Output) -> None:
    told = printed(capsys, "info", demo)
    assert "documents    12" in told
    assert "coder trained/" in told
    assert "en_core_web_sm" in told


def test_settings_are_shown_and_kept(tmp_path: Path, capsys: Output) -> None:
    record = tmp_path / "r.db"
    assert run(["add", str(record), str(tmp_path / "nothing.txt")]) == 2
    (tmp_path / "a.txt").write_text("The mayor opened a bridge.", encoding="utf-8")
    assert run(["add", str(record), str(tmp_path / "a.txt")]) == 0
    capsys.readouterr()
    assert printed(capsys, "settings", record, "max_characters", "500") == ""
    assert printed(capsys, "settings", record, "max_characters") == "500\n"
    assert "500" in printed(capsys, "settings", record)
    assert run(["settings", str(record), "max_characters", "few"]) == 2
    assert "takes a whole number" in capsys.readouterr().err


def test_settings_without_a_record_are_the_defaults(capsys: Output) -> None:
    assert "en_core_web_sm" in printed(capsys, "settings")
