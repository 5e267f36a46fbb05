"""What was named before, said again: pronouns, "both countries", "the ministry"."""

from __future__ import annotations

import pytest

from tests.actors.conftest import Told

PAIR = "Pakistan and Russia signed a pact. "


@pytest.mark.parametrize("phrase", ["The two countries", "Both states", "The two sides", "Both nations"])
def test_the_two_are_the_pair_named_last(phrase: str) -> None:
    told = Told(f"{PAIR}{phrase} will hold drills.")
    assert told.countries(phrase.rsplit(maxsplit=1)[-1]) == ["PAK", "RUS"]


def test_officials_of_both_are_of_both() -> None:
    told = Told(PAIR + "Envoys from both countries watched.")
    assert told.countries("countries") == ["PAK", "RUS"]


def test_both_leaders_are_the_persons() -> None:
    text = "South Korean President Park Min-su met Japanese Prime Minister Kenji Ota. Both leaders smiled."
    assert [party.form for party in Told(text).of("leaders")] == ["pronoun", "pronoun"]
    assert Told(text).countries("leaders") == ["KOR", "JPN"]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Finnish Prime Minister Matti Korhonen arrived. He praised the pact.", "He", "FIN"),
        ("Iran rejected the plan. It called the plan unfair.", "It", "IRN"),
        ("Iran rejected the plan and recalled its envoy.", "its", "IRN"),
        ("The Turkish army crossed the border. The army shelled a town.", "army", "TUR"),
        ("Russia's Defence Ministry announced a drill. The ministry gave no date.", "ministry", "RUS"),
        ("The Greek president arrived. The president met students.", "president", "GRC"),
        ("Peru closed its border. The country is in crisis.", "country", "PER"),
        ("Iraq freed forty Turkish prisoners. The prisoners went home.", "prisoners", "TUR"),
    ],
)
def test_a_word_takes_up_who_was_named(text: str, word: str, code: str) -> None:
    nth = text.split().count(word) - 1 if word[0].islower() and text.split().count(word) > 1 else 0
    assert Told(text).countries(word, nth) == [code]


def test_who_is_its_antecedent() -> None:
    assert Told("The German chancellor, who visited Peru, praised it.").countries("who") == ["DEU"]


def test_we_inside_a_quotation_is_who_speaks() -> None:
    told = Told('"We will not sign," said Finnish Prime Minister Matti Korhonen.')
    assert told.countries("We") == ["FIN"]


def test_a_possessive_takes_up_the_subject_of_its_clause() -> None:
    told = Told("In Iraq, Italy recalled its envoy. The two said Peru and Chile had opened their border.")
    assert told.countries("its") == ["ITA"]
    assert told.countries("their") == ["PER", "CHL"]


def test_its_unknown_subject_is_not_replaced_by_another() -> None:
    assert Told("In Iraq the convoy lost its way.").of("its") == []


def test_they_are_never_one_state_or_person() -> None:
    assert Told("The French president arrived. They cheered.").of("They") == []


def test_which_looks_through_is() -> None:
    assert Told("Peru is the only country which signed.").countries("which") == ["PER"]


def test_an_object_cannot_be_its_own_subject() -> None:
    assert Told("The Kremlin denied it.").of("it") == []


def test_counterparts_are_of_each_state_named() -> None:
    told = Told("Spain's foreign minister met his Greek, Cypriot and French counterparts.")
    assert told.countries("counterparts") == ["GRC", "CYP", "FRA"]


def test_ministers_of_several_states_are_several() -> None:
    assert Told("The foreign ministers of Egypt and Greece met.").countries("ministers") == ["EGY", "GRC"]


def test_nobody_named_gives_nobody() -> None:
    told = Told("They agreed that the two countries and the ministry would help him.")
    assert [told.of(word) for word in ("They", "countries", "ministry", "him")] == [[], [], [], []]
