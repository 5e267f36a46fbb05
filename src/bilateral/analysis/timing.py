"""When an event can have been, and how much of it is left at a later day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bilateral.analysis.periods import Period
from bilateral.types.edtf import bounds
from bilateral.types.event import Event

Days = tuple[date, date]
Array = NDArray[np.float64]
HAPPENED = ("occurred", "ongoing")


def days_of(event: Event) -> Days | None:
    """First and last possible day; ``None`` without a date.

    An end left open is the known one. What has happened was over, or had begun, when it was first reported so.
    """
    first, last = (date.fromisoformat(day) if day else None for day in (event.earliest, event.latest))
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    reported = reported_on(event)
    return first, min(last, reported[1]) if reported and reported[1] >= first else last


def reported_on(event: Event) -> Days | None:
    """The days on which the first report that it happened can have been printed; ``None`` for what has not."""
    printed = [bounds(item.published) for item in event.evidence if item.status in HAPPENED and item.published]
    known = [(first, last) for first, last in printed if first and last]
    return min(known, key=lambda days: days[1]) if known and event.status in HAPPENED else None


def within(days: Days, length: int) -> date | None:
    """The middle day, to count an event by; ``None`` when it can have been in more days than ``length``."""
    width = (days[1] - days[0]).days
    return days[0] + timedelta(days=width // 2) if width < length else None


def remaining(days: Sequence[Days], periods: Sequence[Period], half_life: float) -> Array:
    """How much of each event (row) is left at the end of each period (column): 1 on its day, half a half-life later.

    An event that can have been on any of several days is spread over them evenly; what is still to come counts 0.
    """
    first, last = (_ordinals([day[side] for day in days])[:, None] for side in (0, 1))
    ends = _ordinals([period.last for period in periods])[None, :]
    until = np.minimum(last, ends)
    passed = np.maximum(until - first + 1, 0.0)
    kept = 0.5 ** (1 / half_life)
    spread = (1 - kept**passed) / (1 - kept) / (last - first + 1)
    left: Array = np.where(passed > 0, spread * kept ** np.maximum(ends - until, 0.0), 0.0)
    return left


def _ordinals(days: Sequence[date]) -> NDArray[Any]:
    return np.array([day.toordinal() for day in days], dtype=np.float64)
