"""Finding what the tables name in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.knowledge.lexicon import lexicon


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[hit.start : hit.end], hit.entry.kind, hit.entry.code) for hit in lexicon().scan(text)]


def test_the_longest_name_wins() -> None:
    assert found("Guinea-Bissau and Papua New Guinea") == [
        ("Guinea-Bissau", "state", "GNB"),
        ("Papua New Guinea", "state", "PNG"),
    ]


@pytest.mark.parametrize("text", ["Romania", "Omaha", "Nigerians", "Indiana", "Malian"])
def test_no_name_is_found_inside_a_word(text: str) -> None:
    assert all(words == text for words, _, _ in found(text))


def test_proper_names_need_their_capital() -> None:
    assert found("they gave us turkey on china plates") == []
    assert found("TURKEY") == [("TURKEY", "state", "TUR")]


def test_words_of_office_count_in_any_case() -> None:
    assert [kind for _, kind, _ in found("foreign minister")] == ["office"]
    assert [kind for _, kind, _ in found("Foreign Minister")] == ["office"]


def test_a_blocker_takes_the_place_of_a_state() -> None:
    assert found("New Mexico")[0][1:] == ("region", "USA") or found("New Mexico")[0][1] == "none"
    assert found("Indian Ocean")[0][1] == "none"


@given(st.text(alphabet="Iİran Pakßtußé-’'s.", max_size=40))
def test_hits_lie_in_the_text_in_order(text: str) -> None:
    hits = lexicon().scan(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
