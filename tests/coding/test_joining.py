"""One event told in several sentences is one mention."""

from __future__ import annotations

from dataclasses import replace

from bilateral.coding.dating import When
from bilateral.coding.draft import Draft
from bilateral.coding.joining import join
from tests.coding.telling import told

TEXT = (
    "The Kenyan president met the Ugandan president in Kampala. "
    "The Kenyan and the Ugandan president met for two hours. "
    "The Kenyan president also met the Chadian president."
)


def drafts() -> tuple[Draft, Draft, Draft]:
    first = told(TEXT, "met", "meeting")
    met = [token for token in first.trigger.doc if token.text == "met"]
    again = replace(first, triggers=[met[1]], quotes=list(told(TEXT, "hours", "meeting").quotes))
    other = told("The Kenyan president met the Chadian president.", "met", "meeting")
    return first, again, replace(other, triggers=[met[2]])


def test_a_second_telling_is_folded_into_the_first() -> None:
    first, again, other = drafts()
    joined = join([first, again, other])
    assert len(joined) == 2
    assert len(joined[0].quotes) == 2
    assert [token.i for token in joined[0].triggers] == sorted(token.i for token in joined[0].triggers)


def test_different_dates_are_different_events() -> None:
    first, again, _ = drafts()
    first.when, again.when = When("2011-05", ()), When("2012-05", ())
    assert len(join([first, again])) == 2


def test_the_sharper_date_is_kept() -> None:
    first, again, _ = drafts()
    first.when, again.when = When("2012", ()), When("2012-05", ())
    (joined,) = join([first, again])
    assert joined.when is not None
    assert joined.when.edtf == "2012-05"


def test_a_later_cancellation_is_the_status() -> None:
    first, again, _ = drafts()
    first.status, again.status = "planned", "cancelled"
    first.when = None
    (joined,) = join([first, again])
    assert joined.status == "cancelled"
