"""What becomes one event, and what it then says."""

from __future__ import annotations

import random

import pytest

from bilateral.merging import blocks, compare, group, sought
from tests.merging.builders import World


@pytest.fixture
def world() -> World:
    return World()


def grouped(world: World, threshold: float = 0.5):
    return group(world.mentions, world.by_id(), threshold)


def test_a_month_and_a_day_in_it_are_one_visit(world):
    world.tell(
        "General Bajwa will travel to Moscow in October.",
        "visit",
        "PAK:visitor:Qamar Javed Bajwa",
        "RUS:host",
        date="2017-10",
        status="planned",
        published="2017-09-28",
        article="a",
    )
    world.tell(
        "Gen Bajwa arrived in Moscow on Monday.",
        "visit",
        "PAK:visitor:Bajwa",
        "RUS:host",
        date="2017-10-02",
        published="2017-10-03",
        article="b",
    )
    (only,) = grouped(world)
    assert only.event.date == "2017-10-02"
    assert only.event.status == "occurred"
    assert [p.name for p in only.event.participants] == ["Qamar Javed Bajwa", "RUS"]
    assert not only.event.conflicts


def test_two_editions_are_two_events(world):
    world.tell(
        "Druzhba-2016 took place in Cherat.",
        "exercise",
        "PAK",
        "RUS",
        date="2016",
        series="Druzhba",
        edition="2016",
        article="a",
    )
    world.tell(
        "Friendship-2017 took place in the Caucasus.",
        "exercise",
        "PAK",
        "RUS",
        date="2017",
        series="Friendship",
        edition="2017",
        article="b",
    )
    assert len(grouped(world)) == 2


def test_a_translated_series_is_one_event(world):
    world.tell(
        "Druzhba-2016 took place in Cherat.",
        "exercise",
        "PAK",
        "RUS",
        date="2016",
        series="Druzhba",
        edition="2016",
        article="a",
    )
    world.tell(
        "The Friendship-2016 drill was their first.",
        "exercise",
        "PAK",
        "RUS",
        date="2016-09",
        series="Friendship",
        edition="2016",
        article="b",
    )
    assert len(grouped(world)) == 1


def test_a_return_visit_is_another_event(world):
    world.tell("The minister flew to Ankara.", "visit", "IRN:visitor", "TUR:host", date="2017-10-01", article="a")
    world.tell("The minister flew to Tehran.", "visit", "TUR:visitor", "IRN:host", date="2017-10-02", article="b")
    assert len(grouped(world)) == 2


def test_the_order_of_mentions_does_not_matter(world):
    for day in range(1, 9):
        world.tell(
            f"Their ministers met on {day} May.",
            "meeting",
            "FRA",
            "DEU",
            date=f"2017-05-0{day}",
            published=f"2017-05-0{day}",
            article=f"x{day}",
        )
    first = grouped(world)
    for seed in range(5):
        random.Random(seed).shuffle(world.mentions)
        assert grouped(world) == first


def test_same_events_share_a_block(world):
    a = world.tell("One.", "visit", "PAK:visitor", "RUS:host", date="2017-12-31", article="a")
    b = world.tell("Two.", "visit", "PAK:visitor", "RUS:host", date="2018-01-01", article="b")
    assert blocks(a) & sought(b)


def test_the_waterfall_adds_up(world):
    a = world.tell(
        "Moscow sold helicopters.",
        "transfer",
        "RUS:supplier",
        "PAK:recipient",
        date="2015-08",
        item="Mi-35",
        article="a",
    )
    b = world.tell(
        "Four Mi-35M were sold.",
        "transfer",
        "RUS:supplier",
        "PAK:recipient",
        date="2015",
        item="four Mi-35M helicopters",
        article="b",
    )
    found = compare(a, b, world.by_id())
    assert 0.5 < found.score <= 1
    assert {reason.feature for reason in found.reasons} >= {"date", "weapons"}
