"""A document taken out takes all that rests on it along, stays out, and comes back whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.errors import NotFound, RecordError
from bilateral.record import Record
from tests.record.conftest import Articles

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."
ATTACK = "On 2018-01-05 Omar Said of SYR attacked IRQ near the river. Said of SYR fears IRQ after the winter."


def state(record: Record) -> object:
    """All that a reader of the record sees, but for the log of removals."""
    return [*record.events()], [*record.mentions()], [*record.claims()], [row.current for row in record.documents()]


def test_all_that_rests_on_it_goes_and_comes_back_with_the_same_ids(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=f"{VISIT} Again.", c=ATTACK))
    before = state(record)
    event = next(event for event in record.events() if event.kind == "visit")
    record.remove("c.txt", reason="a hoax", author="Ada")
    assert [event.kind for event in record.events()] == ["visit"]
    assert record.claims() == []
    record.remove("a.txt")
    assert [item.document for item in record.event(event.id).evidence] == ["b.txt"]
    record.restore("a.txt")
    record.restore("c.txt", author="Ada")
    assert state(record) == before
    acts = [(one.act, one.name, one.reason) for one in record.removals()]
    assert acts == [
        ("remove", "c.txt", "a hoax"),
        ("remove", "a.txt", ""),
        ("restore", "a.txt", ""),
        ("restore", "c.txt", ""),
    ]
    assert record.removals()[0].author == "Ada"


def test_adding_again_leaves_it_out_and_says_so(record: Record, articles: Articles) -> None:
    folder = articles(a=VISIT, c=ATTACK)
    record.add(folder)
    record.remove("c.txt")
    report = record.add(folder)
    assert (report.read, report.known) == (0, 2)
    assert any("removed from this record and stay out" in warning for warning in report.warnings)
    assert [event.kind for event in record.events()] == ["visit"]
    [row] = [row for row in record.documents() if row.name == "c.txt"]
    assert row.removed is not None
    assert not row.current


def test_a_newer_version_of_its_file_comes_in_and_is_not_displaced(record: Record, articles: Articles) -> None:
    record.add(articles(c=ATTACK))
    [old] = record.documents()
    record.remove("c.txt")
    record.add(articles(c=VISIT))
    assert [event.kind for event in record.events()] == ["visit"]
    with pytest.raises(RecordError, match="newer version"):
        record.restore(old.id)
    record.add(articles(c=ATTACK))  # the file is what was removed again: neither counts
    assert record.events() == []
    record.restore(old.id)
    assert [event.kind for event in record.events()] == ["attack"]


def test_what_cannot_be_done_is_told(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT))
    with pytest.raises(NotFound):
        record.remove("b.txt")
    with pytest.raises(RecordError, match="not removed"):
        record.restore("a.txt")
    record.remove("a.txt")
    with pytest.raises(RecordError, match="already"):
        record.remove("a.txt")


def test_an_unchanged_record_is_not_written_to(record: Record, articles: Articles, tmp_path: Path) -> None:
    record.add(articles(a=VISIT))
    with pytest.raises(NotFound):
        record.remove("nothing")
    assert record.removals() == []
