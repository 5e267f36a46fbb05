"""Days of the year that English-speaking news calls by name."""

from __future__ import annotations

from datetime import date, timedelta

from bilateral.dates.readers.calendar import told_year
from bilateral.dates.readers.months import nearest_year
from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import Stamp, day, holding

_FIXED = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year eve": (12, 31),
    "halloween": (10, 31),
}


def holiday(p: Phrase, c: Context) -> Reading | None:
    """The day a holiday falls on, in the year told or else the nearest."""
    if "unit" in p and p.told("unit") != "day":
        return None
    name = (p.told("holiday") or "new year") + (" eve" if "eve" in p else "")
    if "year" in p:
        return dated(_day(name, told_year(p, c)), "absolute")
    found = nearest_year(p, c, lambda number: _day(name, number))
    return dated(*found) if found else unknown("XXXX-XX-XX")


def _day(name: str, year: int) -> Stamp:
    """Raises ValueError for a holiday that has no such eve."""
    if name in _FIXED:
        return day(year, *_FIXED[name])
    if name == "thanksgiving":  # the fourth Thursday of November
        first = date(year, 11, 1)
        return holding(first + timedelta(days=(3 - first.weekday()) % 7 + 21), "day")
    if name == "easter":
        return holding(_easter(year), "day")
    raise ValueError(f"no holiday is called {name!r}")


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, before = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, before + 1)
