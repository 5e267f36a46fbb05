"""What the trained coder finds in plain sentences that it has not been shown."""

from __future__ import annotations

import pytest

import bilateral
from bilateral.types.mention import Mention


def mentions(text: str, published: str | None = "2014-06-20") -> list[Mention]:
    return list(bilateral.code_text(text, published=published))


def one(text: str, kind: str) -> Mention:
    """The only mention of this kind."""
    (found,) = [mention for mention in mentions(text) if mention.kind == kind]
    return found


def countries(mention: Mention, side: str | None = None) -> set[str | None]:
    return {p.country for p in mention.participants if side in (None, p.side)}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("The Peruvian foreign minister visited Chile on Tuesday.", "visit", {"PER", "CHL"}),
        ("The presidents of Ghana and Togo met in Accra on Monday.", "meeting", {"GHA", "TGO"}),
        ("Laos and Cambodia signed a border treaty in 2009.", "agreement", {"LAO", "KHM"}),
        ("Norwegian jets bombed a Libyan air base on Monday.", "attack", {"NOR", "LBY"}),
        ("Canada imposed sanctions on Belarus in March.", "embargo", {"CAN", "BLR"}),
        ("Malta accused Libya of firing on its fishing boats.", "criticism", {"MLT", "LBY"}),
        ("Tunisia called on Algeria to reopen the border.", "request", {"TUN", "DZA"}),
        ("Bolivia rejected the Chilean proposal on Friday.", "refusal", {"BOL", "CHL"}),
    ],
)
def test_plain_acts(text: str, kind: str, states: set[str]) -> None:
    assert countries(one(text, kind)) == states


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kenyan and Ugandan armies held a joint military exercise near Busia in May.", "exercise"),
        ("Joint naval drills between India and Oman got under way off Muscat on Monday.", "exercise"),
        ("Italy delivered two frigates to Egypt in April.", "transfer"),
        ("The delivery of ten tanks to Vietnam by Russia was completed in May.", "transfer"),
        ("Serbia and Angola have set up a joint commission on defence cooperation.", "mechanism"),
    ],
)
def test_acts_of_defence_relations(text: str, kind: str) -> None:
    assert kind in {mention.kind for mention in mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The agreement is important for both peoples.",
        "Visit our page for more news.",
        "Military exercises are a means of deterrence.",
        "The weather in Norway was mild.",
        "Parliament elected a new speaker.",
    ],
)
def test_words_of_a_kind_without_an_event_give_none(text: str) -> None:
    assert mentions(text) == []


def test_who_does_it_to_whom() -> None:
    found = one("Canada imposed sanctions on Belarus in March.", "embargo")
    assert countries(found, "actor") == {"CAN"}
    assert countries(found, "recipient") == {"BLR"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The Peruvian foreign minister will visit Chile next week.", "visit", "planned"),
        ("The Peruvian foreign minister visited Chile last week.", "visit", "occurred"),
        ("The Peruvian foreign minister is expected to visit Chile in July.", "visit", "planned"),
    ],
)
def test_whether_it_happened(text: str, kind: str, status: str) -> None:
    assert one(text, kind).status == status


def test_every_value_stands_in_the_text() -> None:
    text = "According to a spokesman, Italy delivered two frigates to Egypt at Alexandria on Monday."
    for mention in mentions(text):
        assert all(0 <= span.start < span.end <= len(text) for spans in mention.fields.values() for span in spans)
        assert mention.fields["action"]
        assert all(span.of(text) for span in mention.quotes)


def test_an_undated_article_leaves_weekdays_open() -> None:
    (found,) = [m for m in mentions("The Peruvian minister visited Chile on Tuesday.", None) if m.kind == "visit"]
    assert found.date is None


def test_what_lies_ahead_of_an_article_has_not_happened() -> None:
    found = one("Peruvian foreign minister's visit to Chile on 3 July 2014.", "visit")
    assert (found.date, found.status) == ("2014-07-03", "planned")


def test_what_ended_long_ago_is_not_going_on() -> None:
    found = one("Peru had no ties with Chile, except for the helicopter deal of 1969.", "transfer")
    assert (found.date, found.status) == ("1969", "occurred")
