"""Days, months and years as bins of a time axis, and tallies put into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bilateral.analysis.periods import period
from bilateral.record import Tally
from bilateral.types.edtf import bounds
from bilateral.views.charts.states import family, state

ZOOMS = ("year", "month", "day")
"""From far to near."""
LENGTHS = {"year": 366, "month": 31, "day": 1}
MOST = {"day": 200, "month": 12 * 40}
"""So many days or months, and no more, are looked at one by one unless that is asked for."""

Key = tuple[str, str, str]
"""Label of a bin, family, state."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A bin by its label (``2018-10``), first day, and the day after its last."""

    label: str
    first: date
    after: date

    @property
    def ends(self) -> dict[str, str]:
        """Both ends as a chart takes them."""
        return {"start": self.first.isoformat(), "end": self.after.isoformat()}


@dataclass(frozen=True, slots=True)
class Binned:
    """Tallies in bins.

    ``counts`` by bin, family and state; ``wide`` are those that can have been in more days than a bin has, by their
    first and last day; ``undated`` those with a bound unknown or open.
    """

    counts: Counter[Key]
    wide: Counter[tuple[str, str, str, str]]
    undated: int

    @property
    def total(self) -> int:
        """All, with what is in no bin."""
        return self.counts.total() + self.wide.total() + self.undated


def bin_of(day: date, by: str) -> Bin:
    """The bin that a day lies in."""
    if by == "day":
        return Bin(day.isoformat(), day, _next(day))
    found = period(day, by)
    return Bin(found.label, found.first, _next(found.last))


def named(label: str) -> Bin:
    """The bin of a label."""
    first, _ = bounds(label)
    assert first is not None
    return bin_of(first, {4: "year", 7: "month", 10: "day"}[len(label)])


def binned(tallies: Iterable[Tally], by: str) -> Binned:
    """Each tally in the bin of its middle day, if it can have been in no more days than a bin has."""
    found = Binned(Counter(), Counter(), 0)
    undated = 0
    for told in tallies:
        group = (family(told.kind) if told.kind else "", state(told.status))
        if told.first is None or told.last is None:
            undated += told.events
        elif told.first == told.last:
            found.counts[(told.first, *group)] += told.events
        else:
            first, last = date.fromisoformat(told.first), date.fromisoformat(told.last)
            width = (last - first).days
            if width < LENGTHS[by]:
                found.counts[(bin_of(first + timedelta(days=width // 2), by).label, *group)] += told.events
            else:
                found.wide[(told.first, told.last, *group)] += told.events
    return Binned(found.counts, found.wide, undated)


def span(tallies: Iterable[Tally]) -> tuple[date, date] | None:
    """The first and last day of what is dated to a year or better; of all that is dated where nothing is."""
    dated = [(bounds(t.first)[0], bounds(t.last)[1]) for t in tallies if t.first and t.last]
    known = [(first, last) for first, last in dated if first and last]
    fine = [(first, last) for first, last in known if (last - first).days <= LENGTHS["year"]] or known
    return (min(first for first, _ in fine), max(last for _, last in fine)) if fine else None


def zoom_for(first: date, last: date) -> str:
    """Days for some months, months for a lifetime, else years."""
    days = (last - first).days
    return "day" if days <= MOST["day"] else "month" if days <= MOST["month"] * 30.5 else "year"


def stacked(counts: Counter[Key], order: Iterable[Hashable], place: int) -> list[tuple[str, str, int, int]]:
    """Bars on one another: label, group (what stands at ``place`` of the key), lower and upper end."""
    bars: list[tuple[str, str, int, int]] = []
    heights: Counter[str] = Counter()
    by_group: Counter[tuple[str, str]] = Counter()
    for key, number in counts.items():
        by_group[key[0], key[place]] += number
    for group in order:
        for label in sorted(label for label, told in by_group if told == group):
            low = heights[label]
            heights[label] += by_group[label, str(group)]
            bars.append((label, str(group), low, heights[label]))
    return bars


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
