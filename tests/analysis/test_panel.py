from __future__ import annotations

import pytest

from bilateral.analysis import Method, dyads, panel
from bilateral.analysis.pairs import by_dyad
from tests.analysis.making import made, state

NATO = state("NATO", "host", "recipient")


def test_a_row_for_every_dyad_and_year_with_the_codes_of_both() -> None:
    german = (state("DEU", "visitor"), state("XKX", "host", "recipient"))
    rows = list(
        panel(
            by_dyad([made("a", "2019-05"), made("b", "2017-05"), made("c", "1988", participants=german)]),
            Method("year"),
        )
    )
    assert [(r["iso_a"], r["iso_b"], r["period"]) for r in rows[:3]] == [
        ("CHL", "PER", "2017"),
        ("CHL", "PER", "2018"),
        ("CHL", "PER", "2019"),
    ]
    assert [(r["cow_a"], r["cowc_b"]) for r in rows[:1]] == [(155, "PER")]
    assert [row["events"] for row in rows[:3]] == [1, 0, 1]
    assert [row["visit"] for row in rows[:3]] == [1, 0, 1]
    german_rows = {r["period"]: r["cow_a"] for r in rows if r["iso_a"] == "DEU"}
    assert (german_rows["1989"], german_rows["1990"]) == (260, 255)


def test_organisations_are_no_states() -> None:
    event = made("a", "2019-05", participants=(state("PER", "visitor"), NATO, state("CHL", "host", "recipient")))
    assert list(by_dyad([event])) == [("CHL", "PER")]


def test_all_dyads_stand_at_the_same_day() -> None:
    other = (state("BOL", "visitor"), state("PER", "host", "recipient"))
    frame = dyads(
        by_dyad([made("a", "2018-01-31"), made("b", "2019-01-31", participants=other)]), Method(half_life=365)
    )
    scores = {(row["a"], row["b"]): row["score"] for row in frame}
    assert scores == {("BOL", "PER"): 4.0, ("CHL", "PER"): pytest.approx(2.0)}
