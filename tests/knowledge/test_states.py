"""Names of states, peoples and seats of government to codes."""

from __future__ import annotations

import pytest

from bilateral.knowledge import states


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAK"),
        ("U.S.", "USA"),
        ("Burma", "MMR"),
        ("Côte d'Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("Republic of San Marino", "SMR"),
        ("Kosovo", "XKX"),
        ("USSR", "SUN"),
    ],
)
def test_a_name_has_its_code(name: str, code: str) -> None:
    assert states.state_names()[name] == code


@pytest.mark.parametrize(("typed", "code"), [("pak", "PAK"), ("PK", "PAK"), ("pakistani", "PAK"), ("russians", "RUS")])
def test_users_may_type_code_name_or_demonym(typed: str, code: str) -> None:
    assert states.codes()[typed.casefold()] == code


def test_every_member_state_has_a_demonym_for_its_people_or_none_in_english() -> None:
    assert {"FRA", "DEU", "PAK", "RUS", "KOR", "PRK", "TWN", "PSE"} <= set(states.adjectives().values())


@pytest.mark.parametrize(("seat", "code"), [("Islamabad", "PAK"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Brussels", "EU")])
def test_a_seat_of_government_has_its_state(seat: str, code: str) -> None:
    assert states.capitals()[seat] == code


@pytest.mark.parametrize("name", ["Male", "Victoria", "Kingston", "Singapore"])
def test_seats_that_are_other_words_are_left_out(name: str) -> None:
    assert name not in states.capitals()


@pytest.mark.parametrize(("code", "name"), [("PAK", "Pakistan"), ("HKG", "Hong Kong"), ("SUN", "Soviet Union")])
def test_a_code_has_a_display_name(code: str, name: str) -> None:
    assert states.display(code) == name
