"""One clause that tells several events, and one event that two words of a clause tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bilateral.coding.assembly import mention_of
from bilateral.coding.dating import When
from bilateral.coding.joining import join
from bilateral.coding.several import each
from bilateral.types.mention import Mention
from tests.coding.telling import reading_of, told

ROW = "Oman and India held joint naval exercises in 2014 and 2016."


def split(text: str, word: str, kind: str, date: str) -> list[Mention]:
    """The mentions of the act of a word, which has the date that these words give."""
    reading = reading_of(text)
    dated = next(d for d in reading.dated if d.span.of(text) == date)
    draft = replace(told(text, word, kind), when=When(dated.timex.edtf or "", (dated.span,)))
    return [mention_of(reading, one, "test/1.0") for one in each(reading, draft)]


def test_dates_in_a_row_are_as_many_events() -> None:
    found = split(ROW, "exercises", "exercise", "2014")
    assert [mention.date for mention in found] == ["2014", "2016"]
    assert len({mention.id for mention in found}) == 2
    assert [mention.fields["date"][0].of(ROW) for mention in found] == ["2014", "2016"]


@pytest.mark.parametrize(
    ("text", "word", "kind", "date"),
    [
        (
            "Oman and India held joint naval exercises in 2014, a year after the treaty.",
            "exercises",
            "exercise",
            "2014",
        ),
        ("Oman and India worked together in 2014 and 2016.", "worked", "other:none", "2014"),
    ],
)
def test_one_date_or_an_act_that_is_not_repeated_is_one_event(text: str, word: str, kind: str, date: str) -> None:
    assert len(split(text, word, kind, date)) == 1


def test_two_persons_of_a_state_make_two_visits() -> None:
    text = "The Peruvian foreign minister visited Chile."
    first, second = told(text, "visited", "visit"), told(text, "visited", "visit")
    persons = [(replace(first.actors[0], actor=f"person:{name}", country="PER"),) for name in ("ali", "omar")]
    first.actors, second.actors = list(persons[0]), list(persons[1])
    assert len(join([first, second])) == 2


def test_a_person_takes_the_place_of_the_bare_state_he_acts_for() -> None:
    text = "The Peruvian foreign minister visited Chile."
    bare, named = told(text, "visited", "visit"), told(text, "visited", "visit")
    bare.actors = [replace(bare.actors[0], actor="state:PER", country="PER")]
    named.actors = [replace(bare.actors[0], actor="person:ali", name="Ali")]
    (joined,) = join([bare, named])
    assert [party.actor for party in joined.actors] == ["person:ali"]
