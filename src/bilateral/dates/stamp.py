"""Units of the calendar as numbers, so that "the quarter after next" is an addition.

A :class:`Stamp` is one unit (a day, a week, a quarter...) known by its index: days count from the year 1, weeks from
its first Monday, all others from the year 0. Shifting by ``n`` units adds ``n``.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
SEASON_NAMES = ("SP", "SU", "FA", "WI")
_TIMEX: dict[str, str] = {
    "day": "{s.first}",
    "week": "{s.year:04}-W{s.number:02}",
    "weekend": "{s.year:04}-W{s.number:02}-WE",
    "month": "{s.year:04}-{s.number:02}",
    "quarter": "{s.year:04}-Q{s.number}",
    "half": "{s.year:04}-H{s.number}",
    "season": "{s.year:04}-{s.season}",
    "year": "{s.index:04}",
    "decade": "{s.index:03}",
    "century": "{s.index:02}",
}
_EDTF = _TIMEX | {
    "week": "{s.first}/{s.last}",
    "weekend": "{s.first}/{s.last}",
    "quarter": "{s.year:04}-{part}",
    "half": "{s.year:04}-{part}",
    "season": "{s.year:04}-{part}",
    "decade": "{s.index:03}X",
    "century": "{s.index:02}XX",
}
_EDTF_PART = {"season": 20, "quarter": 32, "half": 39}
_SIZE = {"day": 1, "weekend": 2, "week": 7, "month": 30, "season": 91, "quarter": 91, "half": 182}
_SIZE |= {"year": 365, "decade": 3652, "century": 36524}


@dataclass(frozen=True, slots=True)
class Stamp:
    """One unit of the calendar."""

    unit: Unit
    index: int

    @property
    def first(self) -> date:
        """Its first day. Raises ValueError or OverflowError outside the years 1 to 9999."""
        match self.unit:
            case "day":
                return date.fromordinal(self.index)
            case "week":
                return date.fromordinal(self.index * 7 + 1)
            case "weekend":
                return date.fromordinal(self.index * 7 + 6)
            case "season":
                return _month(self.index * 3 + 2)
            case _:
                return _month(self.index * _MONTHS_IN[self.unit])

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        return self.shift(1).first - timedelta(days=1)

    @property
    def year(self) -> int:
        """The year it begins in (a week's: the ISO year)."""
        return self.first.isocalendar().year if self.unit in ("week", "weekend") else self.first.year

    @property
    def number(self) -> int:
        """Which month, quarter, half or season of the year it is, from 1; the ISO week of a week."""
        match self.unit:
            case "week" | "weekend":
                return self.first.isocalendar().week
            case "season" | "quarter":
                return self.index % 4 + 1
            case "half":
                return self.index % 2 + 1
            case _:
                return self.first.month

    @property
    def size(self) -> int:
        """About how many days it holds, to compare how fine two are."""
        return _SIZE[self.unit]

    def shift(self, count: int) -> Stamp:
        """The unit ``count`` later (earlier when negative)."""
        return Stamp(self.unit, self.index + count)

    def to(self, unit: Unit) -> Stamp:
        """The unit of another kind that its first day lies in."""
        return self if unit == self.unit else holding(self.first, unit)

    @property
    def season(self) -> str:
        """TIMEX3's two letters for the season of this number."""
        return SEASON_NAMES[self.number - 1]

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        return _TIMEX[self.unit].format(s=self)

    @property
    def edtf(self) -> str:
        """The EDTF value: a week or weekend is the interval of its days."""
        return _EDTF[self.unit].format(s=self, part=_EDTF_PART.get(self.unit, 0) + self.number)


def size_of(unit: Unit) -> int:
    """About how many days such a unit holds."""
    return _SIZE[unit]


def holding(day: date, unit: Unit) -> Stamp:
    """The unit that ``day`` lies in; for a weekend, the one of its week."""
    match unit:
        case "day":
            return Stamp(unit, day.toordinal())
        case "week" | "weekend":
            return Stamp(unit, (day.toordinal() - 1) // 7)
        case "season":
            return Stamp(unit, (day.year * 12 + day.month - 3) // 3)
        case _:
            return Stamp(unit, (day.year * 12 + day.month - 1) // _MONTHS_IN[unit])


def year(number: int) -> Stamp:
    """A year."""
    return Stamp("year", number)


def month(year_number: int, number: int) -> Stamp:
    """A month of a year; ``number`` counts from 1."""
    return Stamp("month", year_number * 12 + number - 1)


def part(unit: Unit, year_number: int, number: int) -> Stamp:
    """The quarter, half, season (from spring) or month ``number`` of a year, from 1."""
    return Stamp(unit, year_number * {"half": 2, "month": 12}.get(unit, 4) + number - 1)


def day(year_number: int, month_number: int, number: int) -> Stamp:
    """A day. Raises ValueError when there is none."""
    return Stamp("day", date(year_number, month_number, number).toordinal())


def _month(index: int) -> date:
    """First day of the month counted from January of the year 0; the year 0 itself begins with the year 1."""
    return date(max(index // 12, 1), index % 12 + 1 if index >= 12 else 1, 1)


def third(stamp: Stamp, which: Literal["START", "MID", "END"]) -> str | None:
    """EDTF of the first, middle or last third of a unit; ``None`` for a day, which has none worth telling."""
    nth = ("START", "MID", "END").index(which)
    match stamp.unit:
        case "day" | "weekend":
            return None
        case "century":
            start, end = [(0, 3), (3, 7), (7, 10)][nth]
            return f"{stamp.index}{start}0/{stamp.index}{end - 1}9"
        case "decade":
            start, end = [(0, 4), (4, 7), (7, 10)][nth]
            return f"{stamp.index:03}{start}/{stamp.index:03}{end - 1}"
        case "year" | "half" | "season" | "quarter":
            months = _MONTHS_IN.get(stamp.unit, 3)
            begin = stamp.first.year * 12 + stamp.first.month - 1 + months * nth // 3
            ends = begin + months // 3 - 1
            first, last = Stamp("month", begin).edtf, Stamp("month", ends).edtf
            return first if first == last else f"{first}/{last}"
        case "week":
            start, end = [(0, 1), (2, 3), (4, 6)][nth]
            return f"{stamp.first + timedelta(days=start)}/{stamp.first + timedelta(days=end)}"
        case "month":
            length = monthrange(stamp.year, stamp.number)[1]
            start, end = [(1, 10), (11, 20), (21, length)][nth]
            return f"{stamp.edtf}-{start:02}/{stamp.edtf}-{end:02}"
