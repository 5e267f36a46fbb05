"""From the name of a place to the place."""

from __future__ import annotations

import pytest

from bilateral.places import find_place


@pytest.mark.parametrize(
    ("name", "country", "near", "code"),
    [
        ("Moscow", None, (), "RUS"),
        ("Karachi", None, (), "PAK"),
        ("Gdańsk", None, (), "POL"),
        ("Samarkand, Uzbekistan", None, (), "UZB"),
        ("Doral, Florida", None, (), "USA"),
        ("Atlanta, Georgia", None, (), "USA"),
        ("Tbilisi, Georgia", None, (), "GEO"),
        ("Paris", None, ("USA",), "FRA"),
        ("London", None, ("CAN",), "GBR"),
        ("Tripoli", None, (), "LBY"),
        ("Tripoli", None, ("LBN",), "LBN"),
        ("Hyderabad", None, ("PAK",), "PAK"),
        ("Hyderabad", "IND", (), "IND"),
    ],
)
def test_a_city_is_found_with_id_and_coordinates(name: str, country: str | None, near: tuple[str], code: str) -> None:
    place = find_place(name, country, near)
    assert place is not None
    assert place.country == code
    assert place.geonameid is not None
    assert place.lat is not None


@pytest.mark.parametrize("name", ["Hyderabad", "Valencia", "San Jose"])
def test_namesakes_are_not_told_apart_without_context(name: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.country, place.geonameid) == (None, None)


def test_no_entry_keeps_name_and_state() -> None:
    place = find_place("Chakothi Bridge", "PAK")
    assert place is not None
    assert (place.name, place.country, place.geonameid) == ("Chakothi Bridge", "PAK", None)


def test_a_namesake_abroad_is_not_taken() -> None:
    place = find_place("Paris", "PAK")
    assert place is not None
    assert (place.country, place.geonameid) == ("PAK", None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Crimea", "UKR"),
        ("Kashmir", None),
        ("the West Bank", "PSE"),
        ("South China Sea", None),
        ("northern Iraq", "IRQ"),
        ("the United Kingdom", "GBR"),
        ("Georgia", "GEO"),
        ("Florida", "USA"),
    ],
)
def test_states_and_regions_have_no_coordinates(name: str, code: str | None) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.name, place.country, place.geonameid) == (name, code, None)


def test_nothing_is_no_place() -> None:
    assert find_place(" , ") is None
