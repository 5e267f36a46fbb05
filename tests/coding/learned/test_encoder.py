"""The sentence encoder in numpy."""

from __future__ import annotations

import numpy as np
import pytest

from bilateral.coding.learned.encoder import encoder, is_shipped
from bilateral.coding.learned.heard import EXTRA
from bilateral.coding.learned.marks import NOBODY, Mark
from bilateral.coding.learned.model import classifier

pytestmark = pytest.mark.skipif(not is_shipped(), reason="the encoder's weights are not shipped")

Given = tuple[list[str], list[Mark]]


def given(text: str, marks: dict[str, Mark] | None = None) -> Given:
    """Words and their marks as the encoder takes them."""
    words = text.split()
    return words, [(marks or {}).get(word, NOBODY) for word in words]


SENTENCES = [
    given("The two navies held a joint drill off Karachi in May ."),
    given("Kenya recalled its ambassador .", {"Kenya": (1, 1, 1), "its": (1, 8, 1)}),
    given("Talks ."),
]


def test_one_output_a_word_with_a_column_for_each_answer() -> None:
    read = encoder().read(SENTENCES)
    assert [len(rows) for rows in read] == [len(words) for words, _ in SENTENCES]
    columns = 1 + len(classifier().labels) + len(classifier().plovers) + EXTRA
    assert all(row is not None and row.shape == (columns,) for rows in read for row in rows)


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    together = encoder().read(SENTENCES)
    for words, rows in zip(SENTENCES, together, strict=True):
        alone = encoder().read([words])[0]
        for one, other in zip(alone, rows, strict=True):
            assert one is not None and other is not None
            assert np.allclose(one, other, atol=1e-3)


def test_the_context_of_a_word_counts() -> None:
    act, name = encoder().read([given("They visited the lake ."), given("The president visited Kenya .")])
    assert act[1] is not None and name[2] is not None
    assert not np.allclose(act[1], name[2], atol=0.1)


def test_it_counts_whose_name_a_word_is() -> None:
    nobody, somebody = encoder().read(
        [given("Zork visited Ubul ."), given("Zork visited Ubul .", {"Zork": (1, 1, 1), "Ubul": (2, 1, 2)})]
    )
    assert nobody[1] is not None and somebody[1] is not None
    assert somebody[1][0] > nobody[1][0]


def test_nothing_to_read_is_read() -> None:
    assert encoder().read([]) == []


def test_words_behind_the_longest_sentence_have_no_output() -> None:
    rows = encoder().read([given("talks " * 400)])[0]
    assert rows[0] is not None
    assert rows[-1] is None
