from __future__ import annotations

import pytest

from bilateral.analysis import Method, Relation, relation
from bilateral.types.event import Event
from tests.analysis.making import made, report

pytest.importorskip("ruptures")

from bilateral.analysis.turning import as_frame, turning_points


def months(first: int, last: int, score: float, sources: str = "") -> list[Event]:
    """One event a month, of a score that wavers a little; months are counted from January 2010."""
    return [
        made(
            f"{i:03}",
            f"{2010 + i // 12}-{i % 12 + 1:02}-10",
            score + (i % 3 - 1) * 0.5,
            evidence=(report(sources or f"paper-{i}", f"The words of {i}."),),
        )
        for i in range(first, last)
    ]


def related(*events: Event) -> Relation:
    return relation(events, ("PER", "CHL"), Method())


def test_a_relation_that_turns_from_friends_to_foes() -> None:
    (turn,) = turning_points(related(*months(0, 24, 5.0), *months(24, 48, -5.0)))
    assert turn.period.label == "2012-01"
    assert turn.before == pytest.approx(5, abs=0.3)
    assert turn.after == pytest.approx(-5, abs=0.3)
    assert turn.support > 0.8


def test_the_events_that_make_it_are_of_the_new_level() -> None:
    told = related(
        *months(0, 24, 3.0), *months(24, 48, 3.0), *(made(f"x{i}", f"2012-0{i}-20", -9.5) for i in range(1, 8))
    )
    turn = next(turn for turn in turning_points(told) if turn.period.label == "2012-01")
    assert {part.event.id[:5] for part, _ in turn.parts} == {"evt_x"}
    assert all(share < 0 for _, share in turn.parts)
    assert as_frame([turn]).to_dicts()[0]["events"] == [part.event.id for part, _ in turn.parts]


def test_a_steady_relation_does_not_turn() -> None:
    assert turning_points(related(*months(0, 48, 4.0))) == []


def test_one_great_event_is_no_turn() -> None:
    assert turning_points(related(*months(0, 48, 4.0), made("x", "2012-03-03", 10.0))) == []


def test_a_turn_that_one_newspaper_alone_tells_is_supported_less() -> None:
    steady = months(0, 48, 4.0)
    days = [f"2012-{month:02}-{day}" for month in range(1, 13) for day in (12, 20)]
    alone = [made(f"x{day}", day, -9.5, evidence=(report("One"),)) for day in days]
    many = [made(f"x{day}", day, -9.5) for day in days]
    support = [
        max(
            (turn.support for turn in turning_points(related(*steady, *late)) if turn.period.label == "2012-01"),
            default=0,
        )
        for late in (alone, many)
    ]
    assert support[0] < support[1]


def test_too_little_has_no_turn() -> None:
    assert turning_points(related(made("a", "2019-01-10"))) == []
    assert turning_points(related(made("a", None))) == []
