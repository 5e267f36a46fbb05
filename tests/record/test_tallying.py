from __future__ import annotations

from collections import Counter

from sqlalchemy import delete

from bilateral.record import Record, open_record
from bilateral.record.schema import marks
from tests.record.conftest import Articles, Places

TOLD = {
    "a": "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit.",
    "b": "On 2017-10-20 Ali Khan of PAK visited CHN for talks about a railway.",
    "c": "On 2018-02-01 Ali Khan of PAK visited RUS for talks about gas.",
}


def test_events_of_a_bin_are_counted_together(record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    assert [(t.first, t.last, t.events) for t in record.tallies("month")] == [
        ("2017-10", "2017-10", 2),
        ("2018-02", "2018-02", 1),
    ]
    assert [(t.first, t.events) for t in record.tallies("year")] == [("2017", 2), ("2018", 1)]
    assert {t.first for t in record.tallies("day")} == {"2017-10-03", "2017-10-20", "2018-02-01"}
    assert {t.kind for t in record.tallies(kinds=True)} == {event.kind for event in record.events()}


def test_counting_takes_the_filters_of_listings(record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    for asked in ({"between": ("PAK", "RUS")}, {"since": "2018"}, {"until": "2017"}, {"about": "Khan"}, {"kind": "aid"},
                  {"min_confidence": 0.5}, {"status": "planned"}):  # fmt: skip
        told = record.events(**asked)  # type: ignore[arg-type]
        assert sum(t.events for t in record.tallies(**asked)) == len(told), asked  # type: ignore[arg-type]
        assert [one.id for one in record.bare_events(**asked)] == [one.id for one in told]  # type: ignore[arg-type]


def test_who_takes_part_with_whom(record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    assert [(tie.first, tie.second, tie.events) for tie in record.ties()] == [("PAK", "RUS", 2), ("CHN", "PAK", 1)]
    scores = {event.score for event in record.events(between=("PAK", "RUS"))}
    assert record.ties()[0].score == sum(scores) / len(scores)
    assert [(tie.first, tie.second) for tie in record.ties(since="2018")] == [("PAK", "RUS")]


def test_places_are_counted(record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    told = Counter(event.place for event in record.events() if event.place)
    assert sum(one.events for one in record.sited()) == sum(told.values())


def test_what_is_removed_is_counted_no_longer(record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    record.remove("c.txt")
    assert [tie.events for tie in record.ties()] == [1, 1]
    record.restore("c.txt")
    assert [tie.events for tie in record.ties()] == [2, 1]


def test_a_record_of_before_is_counted_too(place: Places, record: Record, articles: Articles) -> None:
    record.add(articles(**TOLD))
    before = record.tallies("day", kinds=True)
    with record._store.write() as connection:
        connection.execute(delete(marks))
        connection.exec_driver_sql("DROP TABLE marks")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    with open_record(place("record")) as again:
        assert again.tallies("day", kinds=True) == before
