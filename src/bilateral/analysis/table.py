"""All dyads at once: how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.analysis.method import Method
from bilateral.analysis.pairs import Dyad
from bilateral.analysis.relation import AHEAD, Relation, part_of, relation
from bilateral.types.event import Event

COLUMNS = "a b events a_to_b b_to_a joint planned undated sources first last score low high tone"


def dyads(events: Mapping[Dyad, Iterable[Event]], method: Method | None = None) -> Frame:
    """One row a dyad, the ones with most events first; all scores are those of one day, the last of any dyad."""
    how = to_the_same_day(events, method)
    told = [relation(those, pair, how) for pair, those in events.items()]
    rows = [_row(one) for one in told]
    rows = [row for row in rows if row["events"] or row["planned"] or row["undated"]]
    return Frame.of(COLUMNS, sorted(rows, key=lambda row: (-row["events"], row["a"], row["b"])))


def to_the_same_day(events: Mapping[Dyad, Iterable[Event]], method: Method | None) -> Method:
    """The method with the last day on which anything that happened can have been, where it gives none itself."""
    how = method or Method()
    if how.until:
        return how
    parts = (part_of(event, *pair, how.undated) for pair, those in events.items() for event in those)
    last = max((part.days[1].isoformat() for part in parts if part.days and part.apart is None), default=None)
    return replace(how, until=last)


def _row(one: Relation) -> dict[str, Any]:
    counted = one.counted
    ways = [part.bearing.direction for part in counted]
    days = [part.days for part in counted if part.days]
    end = one.points[-1] if one.points else None
    return {
        "a": one.a,
        "b": one.b,
        "events": len(counted),
        "a_to_b": ways.count("a_to_b"),
        "b_to_a": ways.count("b_to_a"),
        "joint": ways.count("joint"),
        "planned": sum(part.event.status in AHEAD for part in one.parts),
        "undated": sum(part.apart == "no date" for part in one.parts),
        "sources": len({name for part in counted for name in part.sources}),
        "first": min((first.isoformat() for first, _ in days), default=None),
        "last": max((last.isoformat() for _, last in days), default=None),
        "score": end.score if end else None,
        "low": end.low if end else None,
        "high": end.high if end else None,
        "tone": end.tone if end else None,
    }
