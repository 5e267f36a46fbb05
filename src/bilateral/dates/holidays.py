"""Days of the year that English-speaking news calls by name."""

from __future__ import annotations

from datetime import date, timedelta

from bilateral.dates.calendar import century, nearest_year
from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import Stamp, day, holding


def holiday_of(p: Phrase, c: Context) -> Reading | None:
    """The day a holiday falls on, in the year told or else the nearest."""
    name = p.told("holiday") or "new year"
    if "eve" in p:
        name += " eve"
    if "unit" in p and p.told("unit") != "day":
        return None
    if "year" in p:
        return dated(_day(name, century(p, c)), "absolute")
    found = nearest_year(p, c, lambda number: _day(name, number))
    return unknown("XXXX-XX-XX") if found is None else dated(found[0], found[1])


def _day(name: str, year: int) -> Stamp:
    match name:
        case "christmas":
            return day(year, 12, 25)
        case "christmas eve":
            return day(year, 12, 24)
        case "new year eve":
            return day(year, 12, 31)
        case "halloween":
            return day(year, 10, 31)
        case "thanksgiving":
            first = date(year, 11, 1)
            return holding(first + timedelta(days=(3 - first.weekday()) % 7 + 21), "day")
        case "easter":
            return holding(_easter(year), "day")
        case _:
            return day(year, 1, 1)


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, before = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, before + 1)
