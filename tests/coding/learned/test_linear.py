"""Layers over named features, and where their weights come from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bilateral.coding.learned import weights
from bilateral.coding.learned.linear import Linear, shipped, sigmoid

LAYER = Linear(
    {"a": 0, "b/c": 1}, ("yes", "no"), np.array([[1, -1], [0.5, 2]], np.float32), np.array([0.25, 0], np.float32)
)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder of weights that is in use for one test."""
    LAYER.save(tmp_path / "dates.npz")
    weights.use(tmp_path)
    yield tmp_path
    weights.use(None)


def test_scores_add_up_and_unknown_features_weigh_nothing() -> None:
    assert LAYER.scores(["a", "b/c", "never seen"]).tolist() == [1.75, 1.0]
    assert LAYER.scores([]).tolist() == [0.25, 0.0]


def test_log_odds_to_probability() -> None:
    assert sigmoid(0) == 0.5
    assert sigmoid(3) == pytest.approx(1 - sigmoid(-3))


def test_weights_are_taken_from_the_folder_in_use(elsewhere: Path) -> None:
    assert shipped("dates").outputs == ("yes", "no")
    assert shipped("dates").scores(["a"]).tolist() == [1.25, -1.0]


def test_what_the_folder_lacks_is_the_packages_own(elsewhere: Path) -> None:
    assert shipped("places").outputs == ("here",)


def test_the_packages_own_come_back() -> None:
    assert shipped("dates").outputs == ("then",)
