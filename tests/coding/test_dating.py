"""Dates by rule: the expression that hangs on the act, opened where the preposition says so."""

from __future__ import annotations

import pytest

from bilateral.coding.dating import date_of, narrative_present
from tests.coding.telling import arguments_at, reading_of

PUBLISHED = "2014-06-20"


def date(text: str, word: str, status: str = "occurred") -> str | None:
    reading = reading_of(text, published=PUBLISHED)
    found = date_of(reading, arguments_at(reading, word), status)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Ghana and Togo signed a border treaty in 2009.", "signed", "2009"),
        ("Ghana visited Togo before 2009.", "visited", "../2009"),
        ("The treaty that was signed in 1996 was praised by Togo in 2001.", "praised", "2001"),
        ("The treaty that was signed in 1996 was praised by Togo in 2001.", "signed", "1996"),
    ],
)
def test_the_expression_that_hangs_on_the_act(text: str, word: str, edtf: str) -> None:
    assert date(text, word) == edtf


def test_what_occurred_lies_not_behind_the_articles_own_date() -> None:
    assert date("Ghana visited Togo on 3 July 2014.", "visited") is None
    assert date("Ghana will visit Togo on 3 July 2014.", "visit", "planned") == "2014-07-03"


@pytest.mark.parametrize(
    ("text", "word", "is_own"),
    [
        ("Estonia expels two Belarusian diplomats.", "expels", True),
        ("Two Belarusian diplomats are expelled by Estonia.", "expelled", True),
        ("Estonia expelled two Belarusian diplomats.", "expelled", False),
    ],
)
def test_a_brief_in_the_plain_present(text: str, word: str, is_own: bool) -> None:
    reading = reading_of(text, published=PUBLISHED)
    found = narrative_present(reading, arguments_at(reading, word))
    assert (found is not None and found.edtf == "2014-06-20") is is_own
