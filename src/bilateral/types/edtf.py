"""Extended Date/Time Format (ISO 8601-2): values as text, with their first and last possible day.

What the project itself writes (days, months, years, seasons, quarters, halves, decades, centuries, intervals,
``~ ? %``) is read here, quickly. Anything else a user may give goes to the ``edtf`` package.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import struct_time

Bounds = tuple[date | None, date | None]

_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MONTHS |= {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
_POINT = re.compile(
    r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.]{4,15}(?:Z|[+-]\d\d(?::?\d\d)?)?)?[~?%]?"
)
_OPEN = ("", "..")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF value; a bound is ``None`` where it is open, unknown, or outside the years 1 to 9999."""

    value: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read one EDTF value. Raises ValueError when it is none."""
    value = text.strip()
    if not value or len(value) > _LONGEST:
        raise ValueError(
            f"not an EDTF date: {text[:_LONGEST]!r}; write 2017-10-01, 2017-10, 2017 or 2017-10-01/2017-10-07"
        )
    known = _interval(value)
    return Edtf(value, *(known if known is not None else _other(value)))


def bounds(text: str | None) -> Bounds:
    """First and last possible day of an EDTF value; ``(None, None)`` for ``None``. Raises ValueError as parse does."""
    if text is None:
        return None, None
    edtf = parse(text)
    return edtf.earliest, edtf.latest


def overlap(one: str | None, other: str | None) -> bool:
    """Whether the two can share a day; ``None`` shares none."""
    if one is None or other is None:
        return False
    (first, last), (start, end) = bounds(one), bounds(other)
    return _floor(first) <= _ceiling(end) and _floor(start) <= _ceiling(last)


def contains(outer: str | None, inner: str | None) -> bool:
    """Whether every possible day of ``inner`` is one of ``outer``; ``None`` neither contains nor is contained."""
    if outer is None or inner is None:
        return False
    (first, last), (start, end) = bounds(outer), bounds(inner)
    return _floor(first) <= _floor(start) and _ceiling(end) <= _ceiling(last)


def width_days(text: str | None) -> int | None:
    """How many days lie between the bounds, both counted; ``None`` where one is open."""
    first, last = bounds(text)
    return None if first is None or last is None else (last - first).days + 1


def _floor(day: date | None) -> date:
    return day or date.min


def _ceiling(day: date | None) -> date:
    return day or date.max


def _interval(value: str) -> Bounds | None:
    """Bounds of a point or of an interval of points; ``None`` when the value is of another form."""
    left, slash, right = value.partition("/")
    if not slash:
        return _point(value)
    first = (None, None) if left in _OPEN else _point(left)
    last = (None, None) if right in _OPEN else _point(right)
    if first is None or last is None or (left in _OPEN and right in _OPEN):
        return None
    if first[0] and last[1] and first[0] > last[1]:
        raise ValueError(f"the interval {value!r} ends before it begins; write the earlier date first")
    return first[0], last[1]


def _point(value: str) -> Bounds | None:
    found = _POINT.fullmatch(value)
    if found is None:
        return None
    year, month, day = found.groups()
    low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if high < 1:
        return None, None
    if month in (None, "XX") or "X" in year:
        return (date(low, 1, 1), date(high, 12, 31)) if day in (None, "XX") else None
    return _within_year(low, int(month), day)


def _within_year(year: int, month: int, day: str | None) -> Bounds | None:
    if day not in (None, "XX"):
        exact = date(year, month, int(day))
        return exact, exact
    if month <= 12:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if month not in _MONTHS:
        return None
    first, last = _MONTHS[month]
    return date(year, first, 1), _month_end(year, last)


def _month_end(year: int, month: int) -> date:
    """Last day of a month counted from January of ``year``; 14 is February of the next."""
    if month > 12:
        year, month = year + 1, month - 12
    if year > date.max.year:
        return date.max
    return date(year, month, monthrange(year, month)[1])


def _other(value: str) -> Bounds:
    """Bounds of a form only the package knows (sets, long years, partly unknown days...)."""
    from edtf import parse_edtf

    try:
        told = parse_edtf(value)
        return _from_struct(told.lower_strict()), _from_struct(told.upper_strict())
    except Exception as reason:  # the package raises pyparsing's, its own and attribute errors alike
        raise ValueError(
            f"not an EDTF date: {value!r}; write 2017-10-01, 2017-10, 2017 or 2017-10-01/2017-10-07"
        ) from reason


def _from_struct(moment: struct_time | float) -> date | None:
    """A day of the package's; ``None`` for its infinities and for years a date cannot hold."""
    if not isinstance(moment, struct_time) or not 1 <= moment.tm_year <= date.max.year:
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
