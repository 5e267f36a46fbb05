"""The relation of two states over time: what counts, what is kept apart, and how it moved."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from bilateral.analysis import resampling
from bilateral.analysis.bearing import Bearing, Direction, bearing
from bilateral.analysis.frame import Frame, Tabular
from bilateral.analysis.method import Method
from bilateral.analysis.periods import Period, periods
from bilateral.analysis.sources import independent
from bilateral.analysis.timing import HAPPENED, Array, Days, days_of, remaining, reported_on, within
from bilateral.types.event import Event

AHEAD = ("planned", "proposed")


@dataclass(frozen=True, slots=True)
class Part:
    """One event and what it does to the relation.

    ``apart`` says why it does not count (``planned``, ``denied``, ``beside``, ``no date``...), else it is ``None``;
    ``value`` is what it adds to the score at the end of the time looked at.
    """

    event: Event
    bearing: Bearing
    days: Days | None
    sources: tuple[str, ...]
    apart: str | None
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """One period: events that happened in it by direction, their scores, what was planned for it, the score at its end.

    ``low`` and ``high`` hold 90 per cent of the bootstrap over sources; ``tone`` is the mean score (-10 to 10) of what
    is remembered, ``None`` when that is nothing.
    """

    period: Period
    events: int
    a_to_b: int
    b_to_a: int
    joint: int
    planned: int
    sources: int
    flow: float
    score: float
    low: float
    high: float
    tone: float | None


@dataclass(frozen=True, slots=True)
class Relation(Tabular):
    """The relation of ``a`` and ``b``: a point a period, and every event with what it adds or why it does not."""

    a: str
    b: str
    method: Method
    points: tuple[Point, ...]
    parts: tuple[Part, ...]

    @property
    def counted(self) -> list[Part]:
        """Events that the score is made of."""
        return [part for part in self.parts if part.apart is None]

    def counts(self) -> Frame:
        """How many events there are by kind, direction and status; none that was before the time looked at."""
        told = Counter((p.event.kind, p.bearing.direction, p.event.status) for p in self.parts if not self.before(p))
        ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
        rows = [{"kind": k, "direction": self.named(d), "status": s, "events": n} for (k, d, s), n in ranked]
        return Frame.of("kind direction status events", rows)

    def series(self) -> Frame:
        """The points as rows."""
        return Frame.of(
            "period events a_to_b b_to_a joint planned sources flow score low high tone",
            [{**_values(point), "period": point.period.label} for point in self.points],
        )

    def table(self) -> Frame:
        """The points as rows."""
        return self.series()

    def contributions(self) -> Frame:
        """The events as rows, those that weigh most at the end first; those apart last, with the reason."""
        ranked = sorted(self.parts, key=lambda part: (part.apart is not None, -abs(part.value), part.event.id))
        return Frame.of(
            "event date kind status direction score share value sources documents apart",
            [self._row(part) for part in ranked],
        )

    def before(self, part: Part) -> bool:
        """Whether an event was before the time looked at: it is remembered in the score, but not counted."""
        return bool(self.method.first and part.days and part.days[1] < self.method.first)

    def named(self, direction: Direction) -> str:
        """A direction in codes: ``PAK>RUS``."""
        return {"a_to_b": f"{self.a}>{self.b}", "b_to_a": f"{self.b}>{self.a}"}.get(direction, direction)

    def _row(self, part: Part) -> dict[str, object]:
        event = part.event
        return {
            "event": event.id,
            "date": event.date,
            "kind": event.kind,
            "status": event.status,
            "direction": self.named(part.bearing.direction),
            "score": event.score,
            "share": round(part.bearing.share, 3),
            "value": round(part.value, 3) + 0.0,
            "sources": len(part.sources),
            "documents": len({item.document_id for item in event.evidence}),
            "apart": part.apart,
        }


def relation(events: Iterable[Event], between: tuple[str, str], method: Method | None = None) -> Relation:
    """The relation of two states by codes, from the events in which both take part."""
    a, b = between
    how = method or Method()
    parts = [part_of(event, a, b, how.undated) for event in events]
    span = _span(parts, how)
    if span is None:
        return Relation(a, b, how, (), tuple(parts))
    steps = tuple(periods(*span, how.by))
    counted = [part for part in parts if part.apart is None]
    left = remaining([part.days for part in counted if part.days], steps, how.half_life) if counted else None
    values = dict(zip((p.event.id for p in counted), _weighed(counted, left)[:, -1], strict=True)) if counted else {}
    points = _points(parts, steps, left)
    valued = tuple(replace(part, value=float(values.get(part.event.id, 0.0))) for part in parts)
    return Relation(a, b, how, points, valued)


def part_of(event: Event, a: str, b: str, undated: str = "apart") -> Part:
    """What one event does to the relation, without its value."""
    bears, days = bearing(event, a, b), days_of(event) or (reported_on(event) if undated == "reported" else None)
    reason = None if event.status in HAPPENED else event.status
    if reason is None and not bears.scored:
        reason = "beside"
    if reason is None and days is None:
        reason = "no date"
    return Part(event, bears, days, independent(event.evidence), reason)


def _span(parts: Iterable[Part], how: Method) -> Days | None:
    """The days to look at: those asked for, else from the first event that counts to the last."""
    days = [part.days for part in parts if part.days and part.apart is None]
    fine = [those for those in days if within(those, 366)] or days
    first = how.first or min((those[0] for those in fine), default=None)
    last = how.last or max((those[1] for those in fine), default=None)
    return (first, last) if first and last and first <= last else None


def _weighed(counted: list[Part], left: Array | None) -> Array:
    assert left is not None
    scores = np.array([part.event.score * part.bearing.share for part in counted])
    weighed: Array = left * scores[:, None]
    return weighed


def _points(parts: list[Part], steps: tuple[Period, ...], left: Array | None) -> tuple[Point, ...]:
    counted = [part for part in parts if part.apart is None]
    score = low = high = total = np.zeros(len(steps))
    if counted and left is not None:
        weighed = _weighed(counted, left)
        low, high = resampling.band(resampling.weights([part.sources for part in counted]) @ weighed)
        score, total = weighed.sum(axis=0), (left * np.array([p.bearing.share for p in counted])[:, None]).sum(axis=0)
    inside = by_period(parts, steps)
    return tuple(
        _point(step, inside[step.label], (float(score[i]), float(low[i]), float(high[i]), float(total[i])))
        for i, step in enumerate(steps)
    )


def by_period(parts: Iterable[Part], steps: tuple[Period, ...]) -> dict[str, list[Part]]:
    """The parts of each period; one that can have been in more days than a period has is in none."""
    inside: dict[str, list[Part]] = {step.label: [] for step in steps}
    longest = max(step.days for step in steps)
    starts = [step.first for step in steps]
    for part in parts:
        day = within(part.days, longest) if part.days else None
        if day and starts[0] <= day <= steps[-1].last:
            inside[steps[bisect_right(starts, day) - 1].label].append(part)
    return inside


def _point(step: Period, inside: list[Part], curve: tuple[float, float, float, float]) -> Point:
    counted = [part for part in inside if part.apart is None]
    ways = Counter(part.bearing.direction for part in counted)
    score, low, high, total = curve
    return Point(
        period=step,
        events=len(counted),
        a_to_b=ways["a_to_b"],
        b_to_a=ways["b_to_a"],
        joint=ways["joint"],
        planned=sum(part.event.status in AHEAD for part in inside),
        sources=len({name for part in counted for name in part.sources}),
        flow=round(sum(part.event.score * part.bearing.share for part in counted), 3) + 0.0,
        score=round(score, 3) + 0.0,
        low=round(low, 3) + 0.0,
        high=round(high, 3) + 0.0,
        tone=round(score / total, 3) if total > 1e-9 else None,
    )


def _values(point: Point) -> dict[str, object]:
    return {name: getattr(point, name) for name in point.__slots__}
