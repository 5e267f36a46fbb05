"""Numbers of events, who takes part, what one document tells."""

from __future__ import annotations

import pytest

from bilateral.errors import NotFound
from bilateral.record import Record
from tests.record.conftest import Articles
from tests.record.test_judging import RAID, VISIT, mention

PLAN = "On 2018-02 Ali Khan of PAK visited RUS (planned) for the first time."
SOME_DAY = "On some-day Ali Khan of PAK visited RUS and came back."


@pytest.fixture
def filled(record: Record, articles: Articles) -> Record:
    record.add(articles(a=VISIT, b=RAID, c=PLAN, d=f"{SOME_DAY} {RAID}"))
    return record


def test_each_filter_is_counted_without_itself(filled: Record) -> None:
    counts = filled.counts(kind="visit")
    assert counts.events == len(filled.events(kind="visit")) == 3
    assert counts.kinds == {"visit": 3, "attack": 1}
    assert counts.statuses == {"occurred": 2, "planned": 1}
    assert counts.years == {"2017": 1, "2018": 1, "no date": 1}


def test_undated_and_disputed_are_filters(filled: Record) -> None:
    assert filled.counts(undated=True).events == len(filled.events(undated=True)) == 1
    assert filled.events(undated=True)[0].date is None
    assert filled.counts(disputed=True).events == 0


def test_the_latest_come_first_and_the_undated_last(filled: Record) -> None:
    assert [event.date for event in filled.latest()] == ["2018-02", "2017-10-03", "2016-05-01", None]
    assert [event.date for event in filled.latest(limit=1, offset=1)] == ["2017-10-03"]


def test_who_takes_part_with_whom(filled: Record) -> None:
    assert [(row.actor, row.events) for row in filled.actors(words="khan")] == [("person:ali-khan", 3)]
    assert {row.actor for row in filled.actors(sort="state")} == {"state:RUS", "state:SDN"}
    assert filled.partners("Russia") == {"PAK": 3}
    assert filled.pairs() == [("PAK", "RUS", 3), ("SDN", "TCD", 1)]


def test_what_a_document_tells(filled: Record) -> None:
    told = filled.told_by("d.txt")
    assert [one.kind for one in told.mentions] == ["visit", "attack"]
    raid = told.events[told.mentions[1].id]
    assert {item.document for item in raid.evidence} == {"b.txt", "d.txt"}
    with pytest.raises(NotFound):
        filled.told_by("none.txt")


def test_an_event_with_what_tells_it(filled: Record) -> None:
    event = filled.event_of(mention(filled, "b"))
    reports = filled.reports(event.id)
    assert len(reports.mentions) == 2
    assert {reports.documents[one.document].name for one in reports.mentions} == {"b.txt", "d.txt"}
    with pytest.raises(NotFound):
        filled.event_of("mtn_none")


def test_the_beat_changes_with_every_writing(filled: Record) -> None:
    before = filled.beat()
    assert filled.beat() == before
    filled.judge().accept(mention(filled, "a"))
    after = filled.beat()
    assert after != before
    filled.remove("a.txt")
    assert filled.beat() != after
