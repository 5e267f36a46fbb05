"""What a person is asked to decide, and that what is decided is asked no more."""

from __future__ import annotations

import pytest

from bilateral.errors import UsageError
from bilateral.record import Record
from tests.record.conftest import Articles
from tests.record.test_judging import OTHER, VISIT, mention

LATER = "On 2017-10-19 Ali Khan of PAK visited RUS for talks about trade and transit."


def asked(record: Record, sort: str) -> list[str]:
    return [one.one for one in record.doubts(sort)]


def test_mentions_are_asked_about_until_somebody_has_spoken(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=OTHER))
    assert len(asked(record, "mention")) == 2
    record.judge().accept(mention(record, "a"))
    assert asked(record, "mention") == [mention(record, "b")]
    record.judge().unsure(mention(record, "b"))
    assert asked(record, "mention") == []
    record.judge().undo()
    assert asked(record, "mention") == [mention(record, "b")]


def test_persons_of_one_name_are_asked_about(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=OTHER.replace("Ali Khan", "Khan").replace("2017-11-20", "2016-01-05")))
    (doubt,) = record.doubts("actor")
    assert (doubt.one, doubt.other) == ("person:ali-khan", "person:khan")
    record.judge().different(doubt.one, doubt.other or "")
    assert record.doubts("actor") == []


def test_the_same_actors_are_one(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=OTHER.replace("Ali Khan", "Khan")))
    (doubt,) = record.doubts("actor")
    record.judge().same(doubt.one, doubt.other or "")
    assert record.doubts("actor") == []


def test_values_that_reports_disagree_in_are_asked_about(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=VISIT.replace("2017-10-03", "2017-10-08")))
    for one, other in [(mention(record, "a"), mention(record, "b"))]:
        record.judge().same(one, other)
    (doubt,) = record.doubts("value")
    assert doubt.field == "date"
    record.judge().set(doubt.one, "date", "2017-10-08")
    assert record.doubts("value") == []
    assert record.events()[0].date == "2017-10-08"


def test_events_that_are_nearly_one_are_asked_about(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=f"Moscow. {LATER}"))
    for doubt in record.doubts("event"):
        assert 0 < doubt.doubt <= 1
        record.judge().different(doubt.one, doubt.other or "")
    assert record.doubts("event") == []


def test_no_other_sort_is_asked_about(record: Record) -> None:
    with pytest.raises(UsageError, match="mention, event, actor, value"):
        record.doubts("weather")


def test_unsure_is_kept_and_changes_nothing(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=OTHER))
    before = record.events()
    record.judge(author="ann").unsure(mention(record, "a"), mention(record, "b"))
    assert record.events() == before
    assert [(one.judgement.act, one.judgement.author) for one in record.judgements(last=1)] == [("unsure", "ann")]
    assert record.check() == []
