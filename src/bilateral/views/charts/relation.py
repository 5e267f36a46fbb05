"""The relation of two states: events by direction above and below an axis, the score, and who reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.analysis.levels import LEVELS, level
from bilateral.analysis.relation import Part, Point, Relation
from bilateral.analysis.timing import Days, within
from bilateral.knowledge.states import display
from bilateral.types.edtf import bounds
from bilateral.views.charts.base import AXIS, WIDTH, Chart, Link, Spec, load, nowhere, time_axis
from bilateral.views.charts.states import colour, family, state
from bilateral.views.days import readable
from bilateral.views.wording import count, who

MOST_ACTS = 600
"""Events that are drawn one by one; of more, periods are."""
STEP = 6
"""Pixels; marks nearer to each other than a step stand one above the other."""
MOST_SOURCES = 5
OTHERS = "others"
WAYS = ("a_to_b", "b_to_a", "joint")


@dataclass(frozen=True, slots=True)
class _Act:
    """A mark: an event, or some of one family in one period."""

    days: Days
    way: str
    row: dict[str, Any]

    @property
    def middle(self) -> date:
        first, last = self.days
        return first + (last - first) / 2


def relation_chart(told: Relation, turns: Collection[str] = (), link: Link = nowhere, width: int = WIDTH) -> Chart:
    """Events, score with its band, and reports by source; ``turns`` are labels of periods to mark."""
    spec = load("relation")
    a, b = display(told.a), display(told.b)
    spec["title"]["text"] = f"{a} and {b}"
    spec["title"]["subtitle"] = (
        f"PLOVER scores, half gone after {told.method.half_life:g} days; "
        "band: 90 % of a bootstrap over independent sources"
    )
    shown = _shown(told)
    one_by_one = len(shown) <= MOST_ACTS
    acts = [_act(part, link) for part in shown] if one_by_one else list(_crowds(shown, told.points))
    _draw_acts(spec["vconcat"][0], acts, (f"{a} → {b}", f"{b} → {a}"), (width - AXIS) // STEP)
    spec["vconcat"][1]["data"]["values"] = [_datum(point, turns) for point in told.points]
    if not turns:
        spec["vconcat"][1]["layer"].pop()
    _draw_reports(spec["vconcat"][2], told)
    if told.points:
        days = (told.points[0].period.first, told.points[-1].period.last)
        for panel in spec["vconcat"]:
            panel["width"] = width - AXIS
            axis = panel["encoding"]["x"].setdefault("axis", {})
            axis |= time_axis(*days, panel["width"])
    return Chart(spec["title"]["text"], spec, _summary(told, shown), _table(shown), tuple(_notes(told, shown)))


def _shown(told: Relation) -> list[Part]:
    """Events that are drawn: dated, in the time looked at, acts of one of the two upon the other or of both."""
    if not told.points:
        return []
    first, last = told.points[0].period.first, told.points[-1].period.last
    return [
        part
        for part in told.parts
        if part.days and part.bearing.direction in WAYS and part.days[0] <= last and part.days[1] >= first
    ]


def _act(part: Part, link: Link) -> _Act:
    event = part.event
    assert part.days
    row = {
        "family": family(event.kind), "state": state(event.status), "level": level(event), "date": readable(event.date),
        "kind": event.kind, "who": who(event), "status": event.status, "sources": len(part.sources),
        "href": link(event.id),
    }  # fmt: skip
    return _Act(part.days, part.bearing.direction, row)


def _crowds(shown: Sequence[Part], points: Sequence[Point]) -> Iterator[_Act]:
    """One mark for all of a family, direction and state in a period, at the highest level of any."""
    longest = max(point.period.days for point in points)
    found: dict[tuple[Any, ...], list[Part]] = {}
    steps = [point.period for point in points]
    for part in shown:
        assert part.days
        if day := within(part.days, longest):
            period = next((step for step in steps if step.first <= day <= step.last), None)
            key = (period, part.bearing.direction, family(part.event.kind), state(part.event.status))
            found.setdefault(key, []).append(part)
    for (period, way, group, status), parts in found.items():
        if period:
            top = max((level(part.event) for part in parts), key=LEVELS.index)
            row = {
                "family": group, "state": status, "level": top, "date": period.label, "kind": group, "status": status,
                "who": count(len(parts), "event"), "sources": len({one for part in parts for one in part.sources}),
                "href": None,
            }  # fmt: skip
            middle = period.first + (period.last - period.first) / 2
            yield _Act((middle, middle), way, row)


def _draw_acts(panel: Spec, acts: Sequence[_Act], ways: tuple[str, str], steps: int) -> None:
    """Put the marks into lanes: up for one direction, down for the other, about the axis for what both do."""
    placed = _placed(acts, steps)
    top = max((lane for _, lane in placed), default=0) + 2.0
    bottom = min((lane for _, lane in placed), default=0) - 2.0
    panel["data"]["values"] = [
        {
            **act.row,
            "day": act.middle.isoformat(), "start": act.days[0].isoformat(), "end": act.days[1].isoformat(),
            "wide": _wide(act), "lane": lane,
        }
        for act, lane in placed
    ]  # fmt: skip
    panel["encoding"]["y"]["scale"]["domain"] = [bottom, top]
    panel["height"] = round(max(110, min(360, 9 * (top - bottom))))
    *_, points, names = panel["layer"]
    panel["layer"] = [layer for layer in panel["layer"] if "transform" not in layer or any(map(_wide, acts))]
    forth, back = ways
    names["data"]["values"] = [{"lane": top - 0.8, "way": f"▲ {forth}"}, {"lane": bottom + 0.8, "way": f"▼ {back}"}]
    colour(panel)
    points["encoding"]["size"]["scale"]["domain"] = list(LEVELS)


def _wide(act: _Act) -> bool:
    """Whether it is uncertain on which day it was."""
    return (act.days[1] - act.days[0]).days > 3


def _placed(acts: Sequence[_Act], steps: int) -> list[tuple[_Act, float]]:
    """Each mark with its lane, so that none hides another."""
    if not acts:
        return []
    first, last = min(act.middle for act in acts), max(act.middle for act in acts)
    step = max((last - first) / steps, timedelta(days=1))
    ranked = sorted(acts, key=lambda act: (act.middle, act.way, act.row["family"], act.row["who"]))
    piles = Counter((act.middle - first) // step for act in acts if act.way == "joint")
    heights: Counter[tuple[int, str]] = Counter()
    placed = []
    for act in ranked:
        at = (act.middle - first) // step
        height = heights[at, act.way]
        heights[at, act.way] += 1
        if act.way == "joint":
            lane = float((height + 1) // 2 * (1 if height % 2 else -1))
        else:
            lane = (piles[at] // 2 + 1.0 + height) * (1 if act.way == "a_to_b" else -1)
        placed.append((act, lane))
    return placed


def _datum(point: Point, turns: Collection[str]) -> Spec:
    label, last = point.period.label, point.period.last
    curve = {"score": point.score, "low": point.low, "high": point.high, "events": point.events}
    return {"day": last.isoformat(), "period": label, "turn": label in turns, **curve}


def _draw_reports(panel: Spec, told: Relation) -> None:
    """Reports by the day of their printing, so that a jump in coverage is seen as one."""
    printed = list(_printed(told))
    sources = [name for name, _ in Counter(name for _, name in printed).most_common(MOST_SOURCES)]
    counts = Counter((label, name if name in sources else OTHERS) for label, name in printed)
    order = [*sources, *([OTHERS] if any(name == OTHERS for _, name in counts) else [])]
    rows = []
    for point in told.points:
        low, step = 0, point.period
        for name in order:
            if number := counts[step.label, name]:
                ends = {"start": step.first.isoformat(), "end": (step.last + timedelta(days=1)).isoformat()}
                told_by = {"period": step.label, "source": name, "reports": number}
                rows.append({**ends, **told_by, "low": low, "high": low + number})
                low += number
    panel["data"]["values"] = rows
    panel["encoding"]["color"]["scale"]["domain"] = order


def _printed(told: Relation) -> Iterator[tuple[str, str]]:
    """Label of the period and source of each report; one document tells an event once."""
    steps = [point.period for point in told.points]
    longest = max((step.days for step in steps), default=0)
    for part in told.parts:
        for item in {item.document_id: item for item in part.event.evidence}.values():
            first, last = bounds(item.published)
            day = within((first, last), longest) if first and last else None
            step = next((one for one in steps if day and one.first <= day <= one.last), None)
            if step:
                yield step.label, item.source or "unnamed"


def _table(shown: Sequence[Part]) -> Frame:
    rows = [
        {
            "date": part.event.date, "kind": part.event.kind, "direction": part.bearing.direction,
            "who": who(part.event), "status": part.event.status, "level": level(part.event),
            "score": part.event.score, "sources": len(part.sources), "event": part.event.id,
        }
        for part in sorted(shown, key=lambda part: (part.days or (date.max, date.max), part.event.id))
    ]  # fmt: skip
    return Frame.of("date kind direction who status level score sources event", rows)


def _summary(told: Relation, shown: Sequence[Part]) -> str:
    if not told.points:
        return f"No dated event of {display(told.a)} and {display(told.b)} counts."
    ways = Counter(part.bearing.direction for part in shown)
    end = told.points[-1]
    return (
        f"{count(len(shown), 'event')} from {told.points[0].period.label} to {end.period.label}: "
        f"{ways['a_to_b']} by {display(told.a)}, {ways['b_to_a']} by {display(told.b)}, {ways['joint']} by both. "
        f"Score at the end: {end.score:g} (90 %: {end.low:g} to {end.high:g})."
    )


def _notes(told: Relation, shown: Sequence[Part]) -> Iterator[str]:
    undated = sum(part.days is None for part in told.parts)
    beside = sum(part.bearing.direction not in WAYS for part in told.parts)
    if undated:
        yield f"{count(undated, 'event')} without a date not drawn"
    if beside:
        yield f"{count(beside, 'event')} in which both take part, but neither acts upon the other, not drawn"
    if any(state(part.event.status) != "happened" for part in shown):
        yield "hollow marks are planned, called off, denied or only thought of"
    if len(shown) > MOST_ACTS:
        yield f"{count(len(shown), 'event')}: each mark stands for all of one family, direction and period"
