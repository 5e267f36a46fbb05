"""The record regroups only what a document touches; what comes of it is what merging says of all at once."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from bilateral import merging
from bilateral.record import Record, open_record
from bilateral.types.event import Event
from tests.record.conftest import Articles, Places
from tests.record.fake import FakeCoder

STATES = ["PAK", "RUS", "IND", "CHN"]
NAMES = ["Ali Khan", "Wei Zhang", "Ivan Orlov"]


def corpus(seed: int, size: int) -> dict[str, str]:
    """Articles of two or three sentences in which the same few events are told with differing dates and statuses."""
    rng = random.Random(seed)
    texts = {}
    for number in range(size):
        told = []
        for _ in range(rng.choice([1, 2, 3])):
            actor, target = rng.sample(STATES, 2)
            date = rng.choice(["2017-10-03", "2017-10", "2017-10-04", "2017", "2018-02-01", "some-day"])
            status = rng.choice(["", "", " (planned)", " (denied)"])
            told.append(
                f"On {date} {rng.choice(NAMES)} of {actor} {rng.choice(['visited', 'attacked'])} {target}{status}."
            )
        texts[f"n{number:03}"] = " ".join([f"Report {number} of the day.", *told])
    return texts


def shape(events: Iterable[Event]) -> list[object]:
    """Everything of events but their names, which may differ between orders."""
    return sorted(
        repr((e.kind, e.date, e.status, e.participants, e.evidence, e.conflicts, e.confidence)) for e in events
    )


@pytest.fixture
def folder(articles: Articles) -> Path:
    return articles(**corpus(1, 30))


def test_the_record_groups_as_merging_does(record: Record, folder: Path) -> None:
    record.add(folder)

    documents = {row.id: record.document(row.id) for row in record.documents()}
    coded = [FakeCoder().code(document, record.settings()) for document in documents.values()]
    mentions = [mention for one in coded for mention in one.mentions]
    groups = merging.group(mentions, documents, record.settings().number("merge_threshold"))
    assert len(groups) < len(mentions)
    assert shape(record.events()) == shape(group.event for group in groups)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_gives_the_same_events(record: Record, folder: Path, place: Places, seed: int) -> None:
    record.add(folder)
    paths = sorted(folder.iterdir())
    random.Random(seed).shuffle(paths)
    with open_record(place("other"), settings={"coder": "fake"}) as other:
        for path in paths:
            other.add(path)
        assert shape(other.events()) == shape(record.events())
        assert other.mentions() == record.mentions()


def test_any_number_of_jobs_gives_the_same_record(record: Record, folder: Path, place: Places) -> None:
    record.add(folder)
    with open_record(place("other"), settings={"coder": "fake"}) as other:
        other.add(folder, jobs=2)
        assert other.events() == record.events()


def test_the_order_of_sources_does_not_matter(record: Record, folder: Path, place: Places) -> None:
    record.add(folder)
    with open_record(place("other"), settings={"coder": "fake"}) as other:
        other.add(*sorted(folder.iterdir(), reverse=True))
        assert other.events() == record.events()


def test_changed_files_leave_what_a_new_record_would_hold(
    record: Record, folder: Path, articles: Articles, place: Places
) -> None:
    record.add(folder)
    record.add(articles(**dict(list(corpus(2, 30).items())[5:20])))
    with open_record(place("other"), settings={"coder": "fake"}) as other:
        other.add(folder)
        assert shape(other.events()) == shape(record.events())


def test_merging_anew_changes_nothing_when_nothing_changed(record: Record, folder: Path) -> None:
    record.add(folder)
    before = record.events()
    record.regroup()
    assert record.events() == before


def test_another_threshold_merges_what_is_there_anew(
    record: Record, folder: Path, articles: Articles, place: Places
) -> None:
    record.add(folder)
    before = record.events()
    record.set_setting("merge_threshold", "0.999")
    record.add(articles(zzz="On 2019-01-01 Ali Khan of PAK visited RUS."))

    with open_record(place("strict"), settings={"coder": "fake", "merge_threshold": "0.999"}) as strict:
        strict.add(folder)
        assert shape(record.events()) == shape(strict.events()) != shape(before)
    assert {record.event(event.id).id for event in before} <= {event.id for event in record.events()}
