"""Who stands behind each word, as the encoder is told."""

from __future__ import annotations

from bilateral.coding.learned.marks import NOBODY, SIZES, Mark, marks_of
from tests.coding.telling import reading_of


def marks(text: str) -> dict[str, Mark]:
    """The mark of each word of the last sentence of a text."""
    reading = reading_of(text)
    sentence = list(reading.doc.sents)[-1]
    return dict(zip([token.text for token in sentence], marks_of(reading, sentence), strict=True))


def test_names_of_one_state_are_alike_and_those_of_another_are_not() -> None:
    told = marks("Lima said Peru and Chile would meet in Santiago.")
    assert told["Lima"][0] == told["Peru"][0] == 1
    assert told["Chile"][0] == 2
    assert told["said"] == told["and"] == NOBODY


def test_the_state_that_most_is_told_of_ranks_first() -> None:
    told = marks("Kenya is large. Kenya has lakes. Kenya borders Uganda.")
    assert told["Kenya"][2] == 1
    assert told["Uganda"][2] == 2


def test_a_phrase_that_stands_for_two_is_several() -> None:
    assert marks("Ghana and Togo agreed on a border. The two countries will sign a treaty.")["countries"][0] == 4


def test_every_part_of_a_mark_is_within_bounds() -> None:
    text = "Peru, Chile, Bolivia, Brazil and the UN wrote to Ms Ada Okoro, who told them that she knew NATO generals."
    assert all(0 <= value < size for mark in marks(text).values() for value, size in zip(mark, SIZES, strict=True))
