"""What cannot be one event, whatever else agrees."""

from __future__ import annotations

import pytest

from bilateral.merging import compare
from tests.merging.builders import World

VISIT = ("visit", "PAK:visitor:Qamar Javed Bajwa", "RUS:host")


def impossible(world: World) -> bool:
    one, other = world.mentions
    return compare(one, other, world.by_id()).impossible


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("visit", "IRN:visitor", "TUR:host"), ("visit", "TUR:visitor", "IRN:host")),
        (("visit", "IRN:visitor", "TUR:host"), ("visit", "IRN:visitor", "SYR:host")),
        (("visit", "IRN:visitor", "TUR:host"), ("embargo", "IRN:imposer", "TUR:target")),
        (("criticism", "IRN:critic", "TUR:criticised"), ("criticism", "SYR:critic", "TUR:criticised")),
    ],
    ids=["return visit", "another host", "another family of kinds", "another speaker"],
)
def test_who_and_what(first, second):
    world = World()
    world.tell("They acted on Monday.", *first, date="2017-10-02", article="a")
    world.tell("They acted on Monday.", *second, date="2017-10-02", article="b")
    assert impossible(world)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2016-10-02", "2017-10-02", True),
        ("2017-10-01", "2017-10-02", False),
        ("2017-10", "2017-10-02", False),
        ("2017", "2017-10", False),
        ("2017-09", "2017-11", True),
    ],
)
def test_dates_of_visits(one, other, expected):
    world = World()
    world.tell("Bajwa was in Moscow.", *VISIT, date=one, published="2018-01-05", article="a")
    world.tell("Bajwa was in Moscow.", *VISIT, date=other, published="2018-01-05", article="b")
    assert impossible(world) is expected


@pytest.mark.parametrize(
    ("key", "one", "other", "kind", "expected"),
    [
        ("direction", "imposed", "lifted", "embargo", True),
        ("stage", "offer", "delivery", "transfer", True),
        ("stage", "interest", "offer", "transfer", False),
        ("item", "Mi-35 helicopters", "Su-35 fighters", "transfer", True),
        ("item", "four Mi-35M helicopters", "Mi-35", "transfer", False),
        ("edition", "2016", "2017", "exercise", True),
        ("edition", "216", "2016", "exercise", False),
        ("title", "Defence Cooperation Agreement", "gas pipeline accord", "agreement", True),
        ("title", "Defence Cooperation Agreement", "landmark defense agreement", "agreement", False),
    ],
)
def test_details(key, one, other, kind, expected):
    world = World()
    series = {"series": "Druzhba"} if kind == "exercise" else {}
    world.tell("It was told so.", kind, "RUS", "PAK", date="2016", article="a", **{key: one}, **series)
    world.tell("It was told so.", kind, "RUS", "PAK", date="2016", article="b", **{key: other}, **series)
    assert impossible(world) is expected


def test_criticism_is_repeated_every_week():
    world = World()
    world.tell(
        "Delhi blamed Islamabad for the raid.", "criticism", "IND", "PAK:criticised", date="2016-09-18", article="a"
    )
    world.tell(
        "Delhi blamed Islamabad for the raid.", "criticism", "IND", "PAK:criticised", date="2016-09-22", article="b"
    )
    assert impossible(world)


def test_what_was_over_when_told_did_not_happen_later():
    world = World()
    world.tell("Bajwa has visited Moscow.", *VISIT, published="2017-06-01", article="a")
    world.tell("Bajwa arrived in Moscow.", *VISIT, date="2017-10-02", published="2017-10-03", article="b")
    assert impossible(world)
