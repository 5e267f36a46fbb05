"""Charts: Vega-Lite specifications that lie beside this module, filled with data."""

from __future__ import annotations

import json
from collections.abc import Collection
from importlib.resources import files
from typing import Any

from bilateral.analysis.relation import Point, Relation
from bilateral.analysis.triangles import Triangle
from bilateral.knowledge.states import display

Spec = dict[str, Any]


def relation_chart(relation: Relation, turns: Collection[str] = ()) -> Spec:
    """Score with its band above, events by direction below; ``turns`` are labels of periods to mark."""
    spec = _spec("relation.json")
    a, b = display(relation.a), display(relation.b)
    ways = {"a_to_b": f"{a} → {b}", "b_to_a": f"{b} → {a}", "joint": "both alike", "planned": "planned"}
    spec["title"]["text"] = f"{a} and {b}"
    spec["title"]["subtitle"] = (
        f"PLOVER scores, half gone after {relation.method.half_life:g} days; "
        "band: 90 % of a bootstrap over independent sources"
    )
    spec["data"]["values"] = [_datum(point, ways, turns) for point in relation.points]
    fold = next(step for step in spec["vconcat"][1]["transform"] if "fold" in step)
    fold["fold"] = list(ways.values())
    spec["vconcat"][1]["encoding"]["color"]["scale"]["domain"] = list(ways.values())
    spec["vconcat"][1]["mark"]["width"] = max(1.0, min(18.0, 560 / max(len(relation.points), 1)))
    return spec


def _datum(point: Point, ways: dict[str, str], turns: Collection[str]) -> Spec:
    counts = {told: getattr(point, name) for name, told in ways.items()}
    curve = {"score": point.score, "low": point.low, "high": point.high}
    label, first, last = point.period.label, point.period.first, point.period.last
    days = {"day": last.isoformat(), "middle": (first + (last - first) / 2).isoformat()}
    return {**days, "period": label, "turn": label in turns, **curve, **counts}


def _spec(name: str) -> Spec:
    spec: Spec = json.loads(files(__package__).joinpath("specs", name).read_text(encoding="utf-8"))
    return spec


def triangle_chart(told: Triangle) -> Spec:
    """The scores of the three relations of three states, each with its band."""
    spec = _spec("triangle.json")
    spec["title"]["text"] = ", ".join(display(code) for code in told.states)
    spec["title"]["subtitle"] = "PLOVER scores; bands: 90 % of a bootstrap over independent sources"
    sides = [f"{display(side.a)} and {display(side.b)}" for side in told.sides]
    spec["encoding"]["color"]["scale"]["domain"] = sides
    spec["data"]["values"] = [
        {"day": p.period.last.isoformat(), "side": name, "score": p.score, "low": p.low, "high": p.high}
        for name, side in zip(sides, told.sides, strict=True)
        for p in side.points
    ]
    return spec
