"""The gate: a fresh run on the labelled articles may not fall below the floors."""

from __future__ import annotations

import pytest

import floors
from measures import quick_scores

FLOORS = {"seeds": {"f1": 0.5, "status": 0.8}}


def test_a_score_below_its_floor_is_told() -> None:
    assert list(floors.fallen(FLOORS, {"seeds": {"f1": 0.49, "status": 0.9}})) == ["seeds.f1 is 0.49, its floor 0.5"]


def test_a_measure_that_is_gone_is_below_its_floor() -> None:
    assert list(floors.fallen(FLOORS, {"seeds": {"f1": 0.6}})) == ["seeds.status is None, its floor 0.8"]


def test_raising_never_lowers() -> None:
    assert floors.raised(FLOORS, {"seeds": {"f1": 0.678, "status": 0.7}})["seeds"] == {"f1": 0.67, "status": 0.8}


def test_lowering_touches_the_one_that_is_named() -> None:
    assert floors.lowered(FLOORS, {"seeds": {"f1": 0.1, "status": 0.1}}, "seeds.f1") == {
        "seeds": {"f1": 0.1, "status": 0.8}
    }


@pytest.mark.shared
@pytest.mark.slow
def test_no_score_is_below_its_floor() -> None:
    assert list(floors.fallen(floors.load(), quick_scores())) == []
