from __future__ import annotations

from typing import Any

import pytest

from bilateral.analysis import Method, Relation, relation
from bilateral.errors import UsageError
from bilateral.types.event import Event
from tests.analysis.making import made, report, state

BETWEEN = ("PER", "CHL")


def related(*events: Event, half_life: float = 30, **how: Any) -> Relation:
    return relation(events, BETWEEN, Method(half_life=half_life, **how))


def scores(told: Relation) -> dict[str, float]:
    return {row["period"]: row["score"] for row in told.series()}


def test_an_event_counts_half_after_the_half_life() -> None:
    told = related(made("a", "2019-04-30"), until="2019-06-30")
    assert scores(told) == {"2019-04": 4.0, "2019-05": pytest.approx(4 * 0.5 ** (31 / 30), abs=1e-3), "2019-06": 0.977}


def test_what_each_event_adds_makes_up_the_score() -> None:
    told = related(made("a", "2019-01-10"), made("b", "2019-02-20", -6.5), made("c", "2018"))
    assert sum(row["value"] for row in told.contributions()) == pytest.approx(told.points[-1].score, abs=2e-3)


def test_a_vague_date_is_spread_over_its_days_and_in_no_month() -> None:
    told = related(made("a", "2019"), made("b", "2019-12-31", 0.0), half_life=1e9)
    curve = scores(told)
    assert curve["2019-06"] == pytest.approx(4 * 181 / 365, abs=1e-2)
    assert curve["2019-12"] == pytest.approx(4, abs=1e-2)
    assert [row["period"] for row in told.series() if row["events"]] == ["2019-12"]
    assert sum(row["events"] for row in related(made("a", "2019"), by="year").series()) == 1


def test_what_was_reported_in_march_was_not_in_december() -> None:
    told = related(made("a", "2019", evidence=(report("x", published="2019-03-31"),)), half_life=1e9)
    assert told.points[-1].period.label == "2019-03"
    assert told.points[-1].score == pytest.approx(4, abs=1e-2)


@pytest.mark.parametrize("status", ["planned", "proposed", "denied", "cancelled", "hypothetical"])
def test_only_what_happened_counts(status: str) -> None:
    told = related(made("a", "2019-01-10"), made("b", "2019-01-20", status=status))
    assert told.points[-1].events == 1
    assert told.points[-1].planned == (status in ("planned", "proposed"))
    assert [row["apart"] for row in told.contributions()] == [None, status]


def test_without_a_date_it_is_kept_apart() -> None:
    told = related(made("a", None))
    assert told.points == ()
    assert [row["apart"] for row in told.contributions()] == ["no date"]


def test_without_a_date_it_can_count_on_the_day_of_its_first_report() -> None:
    evidence = (report("x", published="2019-03-31"), report("y", "It was in Lima.", published="2019-02-28"))
    told = related(made("a", None, evidence=evidence), undated="reported")
    assert [(point.period.label, point.score) for point in told.points] == [("2019-02", 4.0)]
    assert related(made("a", None), undated="reported").points == ()


def test_who_acts_upon_whom() -> None:
    back = (state("CHL", "visitor"), state("PER", "host", "recipient"))
    drill = (state("CHL", "participant"), state("PER", "participant"))
    told = related(
        made("a", "2019-01-10"),
        made("b", "2019-01-11", participants=back),
        made("c", "2019-01-12", kind="exercise", participants=drill),
    )
    end = told.points[-1]
    assert (end.a_to_b, end.b_to_a, end.joint) == (1, 1, 1)
    assert {row["direction"] for row in told.counts()} == {"PER>CHL", "CHL>PER", "joint"}


def test_two_who_accuse_a_third_do_not_accuse_each_other() -> None:
    both = (state("PER", "critic"), state("CHL", "critic"), state("BOL", "criticised", "recipient"))
    told = related(made("a", "2019-01-10", -3.0, kind="criticism", participants=both))
    assert [row["apart"] for row in told.contributions()] == ["beside"]


def test_a_drill_against_a_state_is_no_cooperation_with_it() -> None:
    drill = (state("PER", "participant"), state("BOL", "participant"), state("CHL", "target", "recipient"))
    told = related(made("a", "2019-01-10", 9.5, kind="exercise", participants=drill))
    assert told.counted == []


def test_a_summit_is_shared_among_those_who_meet() -> None:
    eight = tuple(state(code, "participant") for code in "PER CHL BOL ARG BRA ECU COL URY".split())
    told = related(made("a", "2019-01-31", 4.0, kind="meeting", participants=eight))
    assert told.points[-1].score == pytest.approx(1.0)


def test_the_band_is_wide_where_one_newspaper_tells_all() -> None:
    def told_by(*names: str) -> tuple[Event, ...]:
        quotes = [f"In the words of {name} the two ministers met at length in Lima on that day." for name in names]
        evidence = tuple(report(name, quote) for name, quote in zip(names, quotes, strict=True))
        return tuple(made(str(i), f"2019-01-{i + 10}", evidence=evidence) for i in range(5))

    one, many = related(*told_by("A")).points[-1], related(*told_by(*"ABCDEFGH")).points[-1]
    assert one.score == many.score
    assert one.low == 0
    assert one.high - one.low > 2 * (many.high - many.low)
    assert many.low < many.score < many.high


def test_the_band_does_not_depend_on_the_order() -> None:
    events = [made(str(i), f"2019-0{i}-10", 4.0 - i) for i in range(1, 8)]
    assert related(*events).points == related(*reversed(events)).points


def test_the_window_remembers_what_was_before_it() -> None:
    told = related(made("a", "2018-12-31"), made("b", "2019-02-28"), since="2019-01-01")
    assert [point.period.label for point in told.points] == ["2019-01", "2019-02"]
    assert 0 < told.points[0].score < 4
    assert sum(row["events"] for row in told.counts()) == 1


def test_more_periods_than_anybody_reads_are_refused() -> None:
    with pytest.raises(UsageError, match="longer"):
        related(made("a", "2019-04-30"), since="0001-01-01", until="9999-12-31")
    assert len(related(made("a", "2019-04-30"), since="1000-01-01", by="year").points) == 1020
