"""Which of the dates of a text is the date of an act."""

from __future__ import annotations

import pytest

from bilateral.coding.learned.dates import options_of, rated, when_of
from tests.coding.telling import arguments_at, reading_of

PUBLISHED = "2014-06-20"


def when(text: str, word: str, label: str, published: str | None = PUBLISHED) -> str | None:
    reading = reading_of(text, published=published)
    found = when_of(reading, label, arguments_at(reading, word))
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "word", "label", "date"),
    [
        ("The Peruvian foreign minister visited Chile on 3 March 2014.", "visited", "visit", "2014-03-03"),
        ("Ghana and Togo signed a border treaty in 2009.", "signed", "agreement", "2009"),
        ("Norwegian jets bombed the depot on Monday, officials said.", "bombed", "attack", "2014-06-16"),
        ("Laos will host Cambodian troops for a drill in August.", "drill", "exercise", "2014-08"),
        ("Malta accused Libya on Thursday of breaking the deal.", "accused", "criticism", "2014-06-19"),
    ],
)
def test_the_date_beside_the_act(text: str, word: str, label: str, date: str) -> None:
    assert when(text, word, label) == date


def test_two_acts_of_a_sentence_have_each_their_own_date() -> None:
    text = "Nepal signed a treaty with India in 1996 and Bhutan visited Nepal in 2012."
    assert when(text, "signed", "agreement") == "1996"
    assert when(text, "visited", "visit") == "2012"


def test_no_date_where_the_text_gives_none() -> None:
    assert when("The Peruvian foreign minister visited Chile.", "visited", "visit") is None


def test_a_relative_date_needs_the_day_of_publication() -> None:
    assert when("Malta accused Libya on Thursday of breaking the deal.", "accused", "criticism", None) is None


def test_a_brief_in_the_plain_present_tells_its_own_day() -> None:
    assert when("Estonia expels two Belarusian diplomats.", "expels", "other:diplomatic-relations") == "2014-06-20"


def test_probabilities_of_different_dates_add_up_to_less_than_one() -> None:
    text = "In 1996 Nepal signed a treaty with India, and in 2012 it left it. In 2013 it came back."
    reading = reading_of(text, published=PUBLISHED)
    rows = rated(reading, "agreement", arguments_at(reading, "signed"))
    assert {option.when.edtf for _, option in rows} == {"1996", "2012", "2013"}
    assert 0 < sum(score for score, _ in rows) < 1


def test_far_away_dates_are_no_options() -> None:
    text = "It began. Nepal met India. " + "Nothing happened there. " * 20 + "In 2013 Peru met Chile."
    reading = reading_of(text, published=PUBLISHED)
    assert options_of(reading, arguments_at(reading, "met")) == []
