"""Surnames that look like places, and who says "we"."""

from __future__ import annotations

import pytest

from bilateral.actors import read_cast
from bilateral.language import analyser


def parties(text: str, word: str, published: str = "2007-05-01") -> set[str | None]:
    """Whom the last occurrence of a word stands for."""
    doc = analyser("en_core_web_sm").analyse(text)
    cast = read_cast(doc, None, published)
    token = [token for token in doc if token.text == word][-1]
    return {party.country for party in cast.stands_for(token)}


def test_a_leader_whom_the_model_takes_for_a_place() -> None:
    assert parties("Venezuelan President Hugo Chávez spoke. Later, Chávez accused Colombia.", "Chávez") == {"VEN"}


def test_a_leader_is_not_found_where_only_a_place_stands() -> None:
    assert parties("The delegation arrived in Chávez on Monday.", "Chávez") == set()


@pytest.mark.parametrize(
    "text",
    [
        'Peruvian foreign minister Ana Quispe said: "We will not accept it."',
        'Peruvian foreign minister Ana Quispe gave an explanation on Monday. "After long thought, We refused."',
    ],
)
def test_we_in_a_quotation_is_who_speaks(text: str) -> None:
    assert parties(text, "We") == {"PER"}


def test_we_outside_a_quotation_is_nobody_known() -> None:
    assert parties("Peruvian foreign minister Ana Quispe spoke. We will see.", "We") == set()


@pytest.mark.parametrize(
    "text",
    [
        "SINGAPORE, Jan 14 - Kazakhstan sent a ship to Indonesia.",
        "SINGAPORE (Monsoon Wire) — Kazakhstan sent a ship to Indonesia.",
        "SINGAPORE/JAKARTA, 14 January 2019 – Kazakhstan sent a ship to Indonesia.",
    ],
)
def test_a_dateline_names_no_party(text: str) -> None:
    refs = read_cast(analyser("en_core_web_sm").analyse(text)).refs
    assert {ref.party.country for ref in refs} == {"KAZ", "IDN"}


def test_capitals_that_are_no_dateline_name_parties() -> None:
    refs = read_cast(analyser("en_core_web_sm").analyse("SINGAPORE and Kazakhstan signed a treaty - at last.")).refs
    assert {ref.party.country for ref in refs} == {"SGP", "KAZ"}
