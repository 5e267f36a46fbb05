"""``bilateral demo``: what it prints is what it promises."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bilateral.cli.main import run


def test_it_shows_events_conflicts_and_what_to_try(demo: Path) -> None:
    page = demo.with_suffix(".out").read_text(encoding="utf-8")
    assert "12 documents read" in page
    assert "Where the newspapers differ" in page
    assert re.search(r"36  Steppe Courier: “.*36 armoured vehicles", page)
    assert re.search(r"40  Caspian Dispatch: “.*40 armoured vehicles", page)
    assert "What to try next:" in page


def test_what_to_try_next_works(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = demo.with_suffix(".out").read_text(encoding="utf-8")
    lines = [line.strip() for line in page.split("What to try next:")[1].splitlines() if "YOUR_ARTICLES" not in line]
    tried = [run(shlex.split(line)[1:]) for line in lines if line]
    assert tried == [0] * 4
    assert (tmp_path / "events.jsonl").stat().st_size > 0
