"""The notation of the rules."""

from __future__ import annotations

import pytest

from bilateral.dates.grammar import ALPHABET, RULES
from bilateral.dates.notation import Alphabet

LETTERS = Alphabet(["DAY", "MONTH", "YEAR", "COMMA"], {"ANY": "DAY YEAR"})


def line(*kinds: str) -> str:
    return "".join(LETTERS.symbol(kind) for kind in kinds)


def test_a_rule_matches_its_classes_and_names_words() -> None:
    form = LETTERS.compile("day:DAY MONTH (COMMA? year:YEAR)?")
    found = form.pattern.match(line("DAY", "MONTH", "COMMA", "YEAR"))
    assert found is not None
    assert found.end() == 4
    assert form.names == ("day", "year")
    assert found.start(2) == 3


def test_what_a_rule_can_begin_with_is_known() -> None:
    assert LETTERS.compile("COMMA? (DAY | MONTH) YEAR").first == set(line("COMMA", "DAY", "MONTH"))
    assert LETTERS.compile("ANY COMMA").first == set(line("DAY", "YEAR"))


@pytest.mark.parametrize("wrong", ["day:DAY )", "DAY * MONTH", "(DAY", "DAY |)"])
def test_a_wrong_rule_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        LETTERS.compile(wrong)


def test_no_rule_matches_nothing() -> None:
    assert not [notation for notation, _ in RULES if ALPHABET.compile(notation).pattern.match("")]
