"""When an event was: the date with most independent support, then the most precise that is compatible with it."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.merging.reports import Report
from bilateral.types.edtf import bounds, contains

OPEN = 10**7


def date_of(told: Sequence[Report]) -> str | None:
    """The date an event takes; dates that their own article rules out only where there is no other."""
    dated = [r for r in told if r.mention.date]
    dated = [r for r in dated if r.facet.days] or dated
    values = sorted({str(r.mention.date) for r in dated})
    if not values:
        return None
    chosen = min(values, key=lambda value: (-exact(value, dated), width(value), value))
    while within := [v for v in values if v != chosen and width(v) < width(chosen) and contains(chosen, v)]:
        chosen = min(within, key=lambda value: (-backing(value, dated), width(value), value))
    return chosen


def backing(value: str, dated: Sequence[Report]) -> int:
    """How many independent sources give this or something within it."""
    return len({r.source for r in dated if contains(value, r.mention.date)})


def exact(value: str, dated: Sequence[Report]) -> int:
    """How many independent sources give just this."""
    return len({r.source for r in dated if r.mention.date == value})


def width(value: str | None) -> int:
    """How many days a date leaves open."""
    first, last = bounds(value)
    return (last - first).days if first and last else OPEN


def days(value: str | None) -> tuple[str | None, str | None]:
    """First and last possible day in ISO form."""
    first, last = bounds(value)
    return first.isoformat() if first else None, last.isoformat() if last else None


def apart(one: str, other: str) -> int:
    """Days between two dates; 0 when they can be the same."""
    (a0, a1), (b0, b1) = bounds(one), bounds(other)
    gaps = [(a0 - b1).days if a0 and b1 else 0, (b0 - a1).days if b0 and a1 else 0]
    return max(0, *gaps)
