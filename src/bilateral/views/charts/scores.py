"""Scores of several relations: of the sides of a triangle in one frame, of many dyads in small frames side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.analysis.frame import Frame
from bilateral.analysis.relation import Relation
from bilateral.analysis.triangles import Triangle
from bilateral.knowledge.states import display
from bilateral.views.charts.base import AXIS, MOST_MARKS, WIDTH, Chart, Spec, load
from bilateral.views.wording import count

COLUMNS = "pair period score low high events"


def triangle_chart(told: Triangle) -> Chart:
    """The scores of the three relations of three states, each with its band."""
    spec = load("triangle")
    spec["title"]["text"] = title = ", ".join(display(code) for code in told.states)
    spec["title"]["subtitle"] = "PLOVER scores; bands: 90 % of a bootstrap over independent sources"
    rows = _rows(told.sides)
    for channel in ("color", "strokeDash"):
        spec["encoding"][channel].setdefault("scale", {})["domain"] = [_named(side) for side in told.sides]
    spec["data"]["values"] = rows
    return Chart(title, spec, _summary(told.sides), Frame.of(COLUMNS, rows))


def multiples_chart(told: Sequence[Relation], width: int = WIDTH) -> Chart:
    """One small frame a relation, all with the same scales; as many of them as a page can draw."""
    drawn, marks = [], 0
    for one in told:
        marks += len(one.points)
        if marks <= MOST_MARKS and one.points:
            drawn.append(one)
    spec = load("scores")
    spec["columns"] = columns = max(1, width // 240)
    spec["spec"]["width"] = width // columns - AXIS
    rows = _rows(drawn)
    spec["data"]["values"] = rows
    spec["facet"]["sort"] = [_named(one) for one in drawn]
    left = sum(bool(one.points) for one in told) - len(drawn)
    notes = (f"{count(left, 'relation')} more not drawn: choose longer periods or a shorter time",) if left else ()
    return Chart("Scores side by side", spec, _summary(drawn), Frame.of(COLUMNS, rows), notes)


def _rows(told: Sequence[Relation]) -> list[Spec]:
    return [
        {
            "pair": _named(one), "day": p.period.last.isoformat(), "period": p.period.label,
            "score": p.score, "low": p.low, "high": p.high, "events": p.events,
        }
        for one in told
        for p in one.points
    ]  # fmt: skip


def _named(one: Relation) -> str:
    return f"{display(one.a)} and {display(one.b)}"


def _summary(told: Sequence[Relation]) -> str:
    ends = [f"{_named(one)} {one.points[-1].score:g}" for one in told if one.points]
    return f"Scores at the end: {'; '.join(ends)}." if ends else "No relation has a dated event that counts."
