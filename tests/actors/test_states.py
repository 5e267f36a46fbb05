"""States under their names, demonyms, capitals and seats of power."""

from __future__ import annotations

import pytest

from tests.actors.conftest import Told


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Pakistan signed the treaty.", "Pakistan", "PAK"),
        ("The U.S. signed the treaty.", "U.S.", "USA"),
        ("America signed the treaty.", "America", "USA"),
        ("Burma signed the treaty.", "Burma", "MMR"),
        ("The DPRK fired a missile.", "DPRK", "PRK"),
        ("The Soviet Union signed the treaty.", "Union", "SUN"),
        ("Kosovo opened an embassy.", "Kosovo", "XKX"),
        ("Palestine opened an embassy.", "Palestine", "PSE"),
        ("Taiwan bought the jets.", "Taiwan", "TWN"),
        ("They signed a pact with the Republic of Moldova.", "Republic", "MDA"),
        ("The Dutch sent two frigates.", "Dutch", "NLD"),
        ("Two Russians were expelled.", "Russians", "RUS"),
        ("The Turks rejected the plan.", "Turks", "TUR"),
    ],
)
def test_a_name_or_demonym_is_its_state(text: str, word: str, code: str) -> None:
    assert Told(text).countries(word) == [code]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Islamabad welcomed the offer.", "Islamabad", "PAK"),
        ("New Delhi rejected the offer.", "Delhi", "IND"),
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
        ("The White House denied the report.", "House", "USA"),
        ("The Pentagon denied the report.", "Pentagon", "USA"),
        ("Downing Street denied the report.", "Street", "GBR"),
        ("Brussels denied the report.", "Brussels", "EU"),
    ],
)
def test_a_seat_of_power_stands_for_whose_it_is(text: str, word: str, code: str) -> None:
    assert Told(text).countries(word) == [code]


def test_joined_names_are_all_told() -> None:
    assert Told("Egypt, Greece and Cyprus signed the treaty.").countries("Egypt") == ["EGY", "GRC", "CYP"]


def test_both_koreas_are_two_states() -> None:
    assert Told("North and South Korea held talks.").countries("Korea") == ["KOR", "PRK"]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan opened a shop.",
        "Chad Smith opened a shop.",
        "Paris Hilton opened a shop.",
        "George Washington was born here.",
        "They sailed across the Indian Ocean.",
        "They fished in the South China Sea.",
        "New Mexico passed a law.",
        "They bought French fries and an English-language book.",
        "The Gulf of Mexico is warm.",
        "The West condemned it, and Western countries agreed.",
    ],
)
def test_a_look_alike_is_no_state(text: str) -> None:
    assert [ref.party.country for ref in Told(text).cast.refs if ref.party.country] == []


def test_opposition_to_a_state_is_not_the_state() -> None:
    told = Told("Anti-Russian protesters and pro-Syrian parties marched in Iran-backed columns.")
    assert told.describing("protesters") == []
    assert told.describing("columns") == []


def test_a_city_that_is_no_capital_is_no_actor() -> None:
    assert Told("Karachi hosted the drills.").of("Karachi") == []


def test_spans_are_the_words() -> None:
    text = "On Monday Turkey's air force bombed a village."
    party = Told(text).one("force")
    assert [span.of(text) for span in party.spans] == ["Turkey's air force"]
