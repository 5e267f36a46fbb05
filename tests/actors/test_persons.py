"""Persons with title, rank, office and state."""

from __future__ import annotations

import pytest

from bilateral.actors import read_cast
from bilateral.language import analyser
from tests.actors.conftest import Told


@pytest.mark.parametrize(
    ("text", "word", "name", "code", "office"),
    [
        ("Egyptian Foreign Minister Sameh Fakhry left.", "Fakhry", "Sameh Fakhry", "EGY", "Foreign Minister"),
        (
            "Oleg Petrenko, the Ukrainian defence minister, left.",
            "Petrenko",
            "Oleg Petrenko",
            "UKR",
            "Defence Minister",
        ),
        ("Egypt's Sameh Fakhry left.", "Fakhry", "Sameh Fakhry", "EGY", None),
        ("President Pedro Alvares of Portugal left.", "Alvares", "Pedro Alvares", "PRT", "President"),
        ("Former Pakistan army chief General Tariq Butt left.", "Butt", "Tariq Butt", "PAK", "Chief of Army Staff"),
        ("Commander of the Russian Air Force Viktor Petrov left.", "Petrov", "Viktor Petrov", "RUS", "Commander"),
        ("UN envoy to Syria Hans Lindgren left.", "Lindgren", "Hans Lindgren", "UN", "Envoy"),
        ("The US ambassador to Germany, Robert Fields, left.", "Fields", "Robert Fields", "USA", "Ambassador"),
    ],
)
def test_a_person_has_name_state_and_office(text: str, word: str, name: str, code: str, office: str | None) -> None:
    party = Told(text).one(word)
    assert (party.name, party.country, party.office, party.form) == (name, code, office, "person")


def test_a_former_holder_is_marked() -> None:
    assert Told("Former Pakistan army chief General Tariq Butt left.").one("Butt").former
    assert not Told("Pakistan army chief General Tariq Butt left.").one("Butt").former


def test_a_family_name_alone_is_the_person_named_before() -> None:
    told = Told("Finnish Prime Minister Matti Korhonen flew to Oslo. Korhonen praised the pact.")
    assert told.one("Korhonen", 1).actor == "person:matti-korhonen"
    assert told.countries("Korhonen", 1) == ["FIN"]


def test_what_is_told_later_counts_too() -> None:
    told = Told("Korhonen flew to Oslo. Finnish Prime Minister Matti Korhonen praised the pact.")
    assert told.countries("Korhonen") == ["FIN"]


def test_a_title_stands_for_the_person_behind_it() -> None:
    told = Told("US Secretary of State John Harwood flew to Geneva.")
    assert told.one("Secretary").name == "John Harwood"


def test_a_minister_named_beside_a_colleague_is_of_the_same_state() -> None:
    told = Told("Israeli Prime Minister Dov Levin and security minister Avi Mor left.", "1975")
    assert told.countries("Mor") == ["ISR"]


def test_leaders_are_known_by_table_in_their_time_only() -> None:
    assert Told("Koizumi flew to Oslo.", "2005-03-01").countries("Koizumi") == ["JPN"]
    assert Told("Koizumi flew to Oslo.", "1985-03-01").countries("Koizumi") in ([], [None])


def test_the_article_counts_more_than_the_table() -> None:
    told = Told("Canadian novelist Tony Blair won the prize.", "2004-03-01")
    assert told.countries("Blair") == ["CAN"]


def test_the_headline_introduces_too() -> None:
    doc = analyser("en_core_web_sm").analyse("Korhonen praised the pact.")
    cast = read_cast(doc, title="Finnish PM Korhonen visits Oslo")
    assert [party.country for party in cast.stands_for(doc[0])] == ["FIN"]


def test_an_unknown_name_has_no_state() -> None:
    assert Told("Germany praised Jonas Weber.").countries("Weber") == [None]


@pytest.mark.parametrize(
    ("text", "code", "slug"),
    [
        ("The Greek prime minister left.", "GRC", "prime-minister"),
        ("The President of France left.", "FRA", "president"),
        ("A Pakistan foreign office spokesperson left.", "PAK", "spokesperson"),
    ],
)
def test_an_office_without_a_name_stays_an_office(text: str, code: str, slug: str) -> None:
    told = Told(text)
    assert [ref.party.actor for ref in told.cast.refs if ref.party.form == "office"] == [f"office:{code}/{slug}"]


def test_a_spokesman_has_the_sector_of_his_ministry() -> None:
    party = Told("Russian Defence Ministry spokesman Igor Sokolov left.").one("Sokolov")
    assert (party.country, party.sector) == ("RUS", "MIL")
