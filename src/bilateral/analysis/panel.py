"""A row for every dyad and period, as statistics packages take it, with ISO and COW codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bilateral.analysis.method import Method
from bilateral.analysis.pairs import Dyad
from bilateral.analysis.relation import Point, Relation, relation
from bilateral.analysis.table import to_the_same_day
from bilateral.analysis.timing import within
from bilateral.knowledge.cow import cow
from bilateral.types.event import Event
from bilateral.types.kinds import KINDS

COLUMNS: tuple[str, ...] = (
    *"period start end iso_a iso_b cow_a cow_b cowc_a cowc_b events a_to_b b_to_a joint planned sources".split(),
    *"flow score low high tone".split(),
    *KINDS,
)


def panel(events: Mapping[Dyad, Iterable[Event]], method: Method | None = None) -> Iterator[dict[str, Any]]:
    """The rows, dyad by dyad, each from its first event that counts to the last of any (or as ``method`` says).

    A period without events has a row of zeros, as a panel needs it. ``a`` is the state whose code comes first.
    """
    how = to_the_same_day(events, method)
    for pair, those in events.items():
        one = relation(those, pair, how)
        kinds = _kinds(one)
        for point in one.points:
            yield _row(one, point, kinds.get(point.period.label, Counter()))


def _kinds(one: Relation) -> dict[str, Counter[str]]:
    """How many events of each kind happened in each period."""
    found: dict[str, Counter[str]] = {}
    longest = max((point.period.days for point in one.points), default=0)
    labels = sorted((point.period.first, point.period.last, point.period.label) for point in one.points)
    for part in one.counted:
        day = within(part.days, longest) if part.days else None
        label = next((label for first, last, label in labels if day and first <= day <= last), None)
        if label:
            found.setdefault(label, Counter())[part.event.kind] += 1
    return found


def _row(one: Relation, point: Point, kinds: Counter[str]) -> dict[str, Any]:
    start, end = point.period.first.isoformat(), point.period.last.isoformat()
    a, b = cow(one.a, end), cow(one.b, end)
    counted = {name: getattr(point, name) for name in COLUMNS if name in Point.__slots__ and name != "period"}
    return {
        "period": point.period.label,
        "start": start,
        "end": end,
        "iso_a": one.a,
        "iso_b": one.b,
        "cow_a": a.number if a else None,
        "cow_b": b.number if b else None,
        "cowc_a": a.abbreviation if a else None,
        "cowc_b": b.abbreviation if b else None,
        **counted,
        **{kind: kinds[kind] for kind in KINDS},
    }
