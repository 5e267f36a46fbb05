"""Words cut to the pieces of the encoder's vocabulary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bilateral.coding.learned.pieces import MAX_PIECES, pieces_of, vocabulary


def spelled(words: list[str]) -> list[str]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [names[number] for number in pieces_of(words)[0]]


def test_a_known_word_is_one_piece_and_an_unknown_one_is_cut_from_the_left() -> None:
    assert spelled(["The", "minister"]) == ["[CLS]", "the", "minister", "[SEP]"]
    cut = spelled(["Zhaksybekov"])[1:-1]
    assert len(cut) > 1
    assert all(piece.startswith("##") for piece in cut[1:])
    assert "".join(piece.removeprefix("##") for piece in cut) == "zhaksybekov"


def test_accents_and_case_make_no_difference() -> None:
    assert spelled(["Peña"]) == spelled(["pena"])


def test_marks_inside_a_word_are_pieces_of_their_own() -> None:
    assert spelled(["Mi-35"])[1:-1] == ["mi", "-", "35"]


def test_each_word_knows_its_first_piece() -> None:
    numbers, first = pieces_of(["Zhaksybekov", "met", "him"])
    assert first[0] == 1
    assert numbers[first[1]] == vocabulary()["met"]
    assert numbers[first[2]] == vocabulary()["him"]


def test_what_does_not_fit_has_no_piece() -> None:
    numbers, first = pieces_of(["talks"] * (MAX_PIECES + 50))
    assert len(numbers) <= MAX_PIECES + 1
    assert first[0] == 1
    assert first[-1] == -1


@given(st.lists(st.text(min_size=1, max_size=12), max_size=30))
def test_any_words_are_cut(words: list[str]) -> None:
    numbers, first = pieces_of(words)
    assert len(first) == len(words)
    assert all(0 <= number < len(vocabulary()) for number in numbers)
    assert all(row == -1 or 0 < row < len(numbers) for row in first)
