"""What ``bilateral relations`` prints, on the record of the sample articles."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from bilateral.cli.main import run

Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str | Path) -> str:
    capsys.readouterr()
    assert run([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_events_make_up_the_score(ruled: Path, capsys: Output) -> None:
    asked = ("relations", ruled, "--between", "Kazakh", "IDN")
    series = rows(printed(capsys, *asked, "--format", "csv"))
    events = [json.loads(line) for line in printed(capsys, *asked, "--events", "--format", "jsonl").splitlines()]
    assert sum(event["value"] for event in events) == pytest.approx(float(series[-1]["score"]), abs=0.01)
    assert all(float(row["low"]) <= float(row["high"]) for row in series)
    assert {event["status"] for event in events if event["apart"] is None} <= {"occurred", "ongoing"}


def test_the_table_says_what_was_left_out(ruled: Path, capsys: Output) -> None:
    told = printed(capsys, "relations", ruled, "--between", "Kazakhstan", "Indonesia")
    assert "Kazakhstan and Indonesia:" in told
    assert "not counted:" in told
    assert "planned" in told


def test_the_half_life_is_a_setting(ruled: Path, capsys: Output) -> None:
    asked = ("relations", ruled, "--between", "KAZ", "IDN", "--format", "csv")
    short, long = (rows(printed(capsys, *asked, "--set", f"half_life={days}")) for days in (20, 2000))
    assert float(short[-1]["score"]) < float(long[-1]["score"])
    assert run(["relations", str(ruled), "--between", "KAZ", "IDN", "--set", "half_life=0"]) == 2


def test_all_dyads_and_the_panel(ruled: Path, capsys: Output) -> None:
    every = rows(printed(capsys, "relations", ruled, "--all", "--format", "csv"))
    assert ("IDN", "KAZ") in {(row["a"], row["b"]) for row in every}
    months = rows(printed(capsys, "relations", ruled, "--panel", "--since", "2018-01"))
    assert {(row["cow_a"], row["cow_b"]) for row in months if row["iso_a"] == "IDN" and row["iso_b"] == "KAZ"} == {
        ("850", "705")
    }


def test_a_picture_is_written_whole(ruled: Path, capsys: Output, tmp_path: Path) -> None:
    target = tmp_path / "chart.svg"
    printed(capsys, "relations", ruled, "--between", "KAZ", "IDN", "--plot", target)
    assert target.read_text(encoding="utf-8").startswith("<svg")
    assert [path.name for path in tmp_path.iterdir()] == ["chart.svg"]


@pytest.mark.parametrize(
    "arguments", [[], ["--between", "KAZ", "KAZ"], ["--between", "KAZ", "Atlantis"], ["--all", "--plot", "x.gif"]]
)
def test_wrong_use_is_told(arguments: list[str], ruled: Path, capsys: Output) -> None:
    assert run(["relations", str(ruled), *arguments]) == 2
    assert capsys.readouterr().err.startswith("bilateral: ")


def test_turns_are_told(ruled: Path, capsys: Output) -> None:
    pytest.importorskip("ruptures")
    told = printed(capsys, "relations", ruled, "--between", "KAZ", "IDN", "--since", "2018", "--turns")
    assert "turning point" in told
    rows(printed(capsys, "relations", ruled, "--between", "KAZ", "IDN", "--turns", "--format", "csv"))


def test_without_the_extra_turns_say_what_to_install(
    ruled: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ruptures", None)
    assert run(["relations", str(ruled), "--between", "KAZ", "IDN", "--turns"]) == 1
    assert "bilateral[turning]" in capsys.readouterr().err
