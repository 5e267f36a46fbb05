"""Where reports disagree, and what should have happened by now."""

from __future__ import annotations

import pytest

from bilateral.errors import UsageError
from bilateral.record import Record
from tests.record.conftest import Articles

TEXTS = {
    "a": "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit.",
    "b": "On 2017-10-08 Ali Khan of PAK visited RUS for talks about trade and transit.",
    "c": "On 2016-05-01 Juma Odeh of TCD attacked SDN near a border crossing.",
    "d": "On 2016-05-01 Juma Odeh of TCD attacked SDN (denied) near a border crossing.",
    "e": "On 2019-01-01 Wei Zhang of CHN visited RUS (planned) to see the ice of the lake.",
    "f": "On 2999-01-01 Wei Zhang of CHN visited IND (planned) to see the sea.",
    "g": "On 2018-05-05 Ivan Orlov of RUS visited IND (planned) for a fair.",
    "h": "On 2018-05-05 Ivan Orlov of RUS visited IND for a fair.",
}


@pytest.fixture
def full(record: Record, articles: Articles) -> Record:
    record.add(articles(**TEXTS))
    return record


def fields(record: Record, **asked: object) -> list[tuple[str, str]]:
    found = record.conflicts(**asked)  # type: ignore[arg-type]
    return [(event.kind, conflict.field) for event in found for conflict in event.conflicts]


def test_conflicts_by_field_and_filters(full: Record) -> None:
    assert fields(full) == [("attack", "status"), ("visit", "date")]
    assert fields(full, field="date") == [("visit", "date")]
    assert fields(full, between=("PAK", "RUS")) == [("visit", "date")]
    assert fields(full, field="date", between=("TCD", "SDN")) == []
    assert fields(full, limit=1, offset=1) == [("visit", "date")]
    (event,) = full.conflicts(field="date")
    (conflict,) = event.conflicts
    assert [event.evidence[value.evidence[0]].document for value in conflict.values] == ["a.txt", "b.txt"]


def test_what_was_planned_and_never_heard_of_again(full: Record) -> None:
    assert [event.evidence[0].document for event in full.events(overdue=True)] == ["e.txt"]
    assert [event.evidence[0].document for event in full.events(status="planned")] == ["e.txt", "f.txt"]
    assert full.events(status="planned", overdue=True) == full.events(overdue=True)
    with pytest.raises(UsageError, match="overdue"):
        full.events(status="occurred", overdue=True)


def test_a_first_that_was_not(record: Record, articles: Articles) -> None:
    record.add(
        articles(
            a="On 2014-03-01 Ali Khan of PAK attacked IND at noon.",
            b="On 2017-10-03 Ali Khan of PAK visited RUS on a first-ever visit by a chief.",
        )
    )
    assert fields(record, field="first") == []


def test_why_mentions_are_one(full: Record) -> None:
    event = next(event for event in full.events() if event.kind == "visit" and event.date == "2017-10-03")
    (why,) = full.why(event.id)
    assert {why.mention, why.other} == {item.mention for item in event.evidence}
    assert why.holds
    assert {reason.feature for reason in why.comparison.reasons} >= {"start", "date", "persons", "text"}

    full.judge(reason="same").same(event.id, next(e.id for e in full.events() if e.kind == "attack"))
    joined = full.why(event.id)
    assert [w.holds for w in joined].count(False) == 1
    assert next(w for w in joined if not w.holds).judgements[0].reason == "same"
