"""What is read from a row of the encoder's output."""

from __future__ import annotations

import numpy as np
import pytest

from bilateral.coding.learned.heard import DEPTH, EXTRA, LINK, RELATIONS, STATUSES, Heard
from bilateral.coding.learned.mixing import Mix, mix_of

ACTS = 3


def row(**queries: tuple[list[float], list[float], float, float]) -> np.ndarray:
    """A row whose relations have the query, key and biases given."""
    found = np.zeros(ACTS + EXTRA, np.float32)
    found[:ACTS] = [1, 2, 3]
    found[ACTS : ACTS + len(STATUSES)] = range(len(STATUSES))
    for name, (query, key, own, others) in queries.items():
        start = ACTS + len(STATUSES) + LINK * RELATIONS.index(name)
        found[start : start + len(query)] = query
        found[start + DEPTH : start + DEPTH + len(key)] = key
        found[start + 2 * DEPTH : start + LINK] = own, others
    return found


def test_a_row_is_cut_into_its_parts() -> None:
    heard = Heard({7: row()})
    act, statuses = heard.act(7), heard.statuses(7)
    assert act is not None and act.tolist() == [1, 2, 3]
    assert statuses is not None and statuses.tolist() == list(range(len(STATUSES)))


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_word_belongs_to_an_act_as_far_as_query_and_key_agree(relation: str) -> None:
    act = row(**{relation: ([2, 1], [9, 9], 0.5, 100)})
    near, far = row(**{relation: ([0, 0], [1, 1], 100, 0.25)}), row(**{relation: ([0, 0], [-1, 0], 0, 0)})
    heard = Heard({1: act, 2: near, 3: far})
    assert heard.link(relation, 1, 2) == pytest.approx(2 + 1 + 0.5 + 0.25)
    assert heard.link(relation, 1, 3) == pytest.approx(-2 + 0.5)


def test_nothing_is_said_of_words_that_were_not_read() -> None:
    heard = Heard({1: row()})
    assert heard.act(2) is None
    assert heard.statuses(2) is None
    assert heard.link("part", 1, 2) is None
    assert Heard().link("here", 1, 1) is None


def test_where_nothing_was_heard_the_named_features_speak_alone() -> None:
    mix = Mix(named=0.5, context=2.0, bias=-1.0)
    assert mix.of(3.0, None) == 3.0
    assert mix.of(3.0, 1.0) == 0.5 * 3 + 2 - 1


@pytest.mark.parametrize("name", ["event", "status", *RELATIONS])
def test_every_answer_has_its_weights_and_both_count(name: str) -> None:
    assert mix_of(name).named > 0
    assert mix_of(name).context > 0
