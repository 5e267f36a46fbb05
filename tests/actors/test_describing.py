"""Whose an event is by the words before its noun."""

from __future__ import annotations

import pytest

from tests.actors.conftest import Told


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("Russian airstrikes hit the town.", "airstrikes", ["RUS"]),
        ("Indo-Pak tensions rose.", "tensions", ["IND", "PAK"]),
        ("Pakistan-Russia talks began.", "talks", ["PAK", "RUS"]),
        ("Sino-Indian clashes went on.", "clashes", ["CHN", "IND"]),
        ("The US-led invasion began.", "invasion", ["USA"]),
        ("Moscow's offer was rejected.", "offer", ["RUS"]),
        ("The joint Russian-Pakistani exercise began.", "exercise", ["RUS", "PAK"]),
        ("The long talks began.", "talks", []),
    ],
)
def test_modifiers_tell_whose_it_is(text: str, word: str, codes: list[str]) -> None:
    assert Told(text).describing(word) == codes


def test_a_possessive_pronoun_tells_it_too() -> None:
    told = Told("Finnish Prime Minister Matti Korhonen arrived. His visit was short.")
    assert told.describing("visit") == ["FIN"]
