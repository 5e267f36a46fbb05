"""Floors of merging on the made corpora and, where the articles are, on the labelled pairs."""

from __future__ import annotations

import pytest
from bench.merging.labelled import ARTICLES, documents, pairs
from bench.merging.made import world
from bench.merging.measure import THRESHOLD, f1, on_conflicts, on_groups, on_pairs, same_in_any_order
from bench.merging.planted import planted

from bilateral.merging import group


def test_a_made_corpus_is_grouped_as_it_was_made():
    made = world(1)
    assert f1(on_groups(group(made.mentions, made.documents, THRESHOLD), made)) >= 0.95


def test_twenty_orders_give_the_same_events():
    assert same_in_any_order(world(3, 100, 300), 20)


def test_planted_conflicts_are_found():
    precision, recall = on_conflicts(planted(1))
    assert precision >= 0.9
    assert recall >= 0.9


@pytest.mark.shared
@pytest.mark.skipif(not ARTICLES.exists(), reason="needs the labelled articles of ../shared")
def test_labelled_pairs():
    precision, recall = on_pairs((pair for pair in pairs() if pair.split == "fit"), documents())
    assert precision >= 0.95
    assert recall >= 0.59
