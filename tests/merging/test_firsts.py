"""What is called the first ever, and an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bilateral.merging import group
from bilateral.merging.firsts import contradicts, is_called_first
from bilateral.types.event import Event
from tests.merging.builders import World


def event(sentence: str, kind: str = "exercise", date: str = "2016-09-24", **details: str) -> Event:
    world = World()
    world.tell(sentence, kind, "PAK", "RUS", date=date, published=date, **details)
    ((found),) = group(world.mentions, world.by_id(), 0.5)
    return replace(found.event, id=f"evt_{date}")


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The first-ever joint drill of the two armies began.", True),
        ("The two armies train together for the first time.", True),
        ("Their first joint exercise has begun.", True),
        ("The first phase of the exercise is over.", False),
        ("It is the first exercise since 2010 of the two.", False),
        ("The exercise began at first light.", False),
        ("The exercise is the third of the two.", False),
    ],
)
def test_what_is_called_the_first(sentence: str, first: bool) -> None:
    assert is_called_first(event(sentence)) is first


def test_an_earlier_one_of_the_same_sort_speaks_against_it() -> None:
    later = event("The first-ever joint drill began.", series="Druzhba")
    assert contradicts(event("They trained.", date="2014-05-01"), later)
    assert contradicts(event("Druzhba was held.", date="2014-05-01", series="Friendship"), later)
    assert not contradicts(event("They trained.", date="2017-05-01"), later)
    assert not contradicts(event("Zapad was held.", date="2014-05-01", series="Zapad"), later)
    assert not contradicts(event("They met.", "meeting", date="2014-05-01"), later)
