"""Months, quarters and years: the periods that events are counted in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bilateral.errors import UsageError

MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""How many months a period has, by name."""
MOST = 6_000
"""Periods that are looked at in one go: 500 years of months."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period by its first and last day; ``label`` is ``2018-10``, ``2018-Q4`` or ``2018``."""

    first: date
    last: date
    label: str

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def period(day: date, by: str) -> Period:
    """The period that a day lies in. Raises UsageError for a period of an unknown name."""
    if by not in MONTHS:
        raise UsageError(f"no period is called {by!r}; there are: {', '.join(MONTHS)}")
    length = MONTHS[by]
    number = (day.month - 1) // length
    first = date(day.year, number * length + 1, 1)
    return Period(first, _before_next(first, length), _label(day.year, number, by))


def periods(first: date, last: date, by: str) -> Iterator[Period]:
    """All periods from that of the first day to that of the last. Raises UsageError for more than MOST."""
    here = period(first, by)
    if (last.year - first.year) * 12 > MOST * MONTHS[by]:
        raise UsageError(f"from {first} to {last} are more than {MOST:,} {by}s; ask for fewer or longer ones")
    while here.first <= last:
        yield here
        if here.last >= date.max:
            return
        here = period(here.last + timedelta(days=1), by)


def _before_next(first: date, length: int) -> date:
    month = first.month + length
    if month <= 12:
        return date(first.year, month, 1) - timedelta(days=1)
    return date(first.year, 12, 31)


def _label(year: int, number: int, by: str) -> str:
    return {"month": f"{year:04}-{number + 1:02}", "quarter": f"{year:04}-Q{number + 1}", "year": f"{year:04}"}[by]
