"""Which words of a document name places."""

from __future__ import annotations

import pytest

from bilateral.actors import read_cast
from bilateral.language import analyser
from bilateral.places import place_names


def named(text: str) -> list[tuple[str, str | None]]:
    doc = analyser("en_core_web_sm").analyse(text)
    return [(ref.name, ref.country) for ref in place_names(doc, read_cast(doc))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drills were held in Russia.", [("Russia", "RUS")]),
        ("The drills were held in Moscow.", [("Moscow", "RUS")]),
        ("They met in Doral, Florida.", [("Doral", "USA"), ("Florida", "USA")]),
        ("They met in the Afghan city of Herat.", [("Herat", "AFG")]),
        ("Talks on Kashmir failed.", [("Kashmir", None)]),
        ("Troops entered the Gaza Strip.", [("Gaza Strip", "PSE")]),
    ],
)
def test_places_are_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


def test_a_capital_that_acts_is_no_place() -> None:
    assert named("Moscow rejected the plan.") == []


def test_spans_are_the_words() -> None:
    text = "They trained in Karachi, Pakistan."
    doc = analyser("en_core_web_sm").analyse(text)
    assert [ref.span.of(text) for ref in place_names(doc, read_cast(doc))] == ["Karachi", "Pakistan"]
