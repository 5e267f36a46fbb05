"""Where the reports of one event cannot all be true, field by field, and what looks like a misprint."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from bilateral.merging import dating, names
from bilateral.merging.facet import AHEAD, BEHIND, days_of
from bilateral.merging.quantity import amount
from bilateral.merging.reports import Quotes, Report, spans
from bilateral.merging.vetoes import misprint
from bilateral.merging.words import fold
from bilateral.types.event import Conflict, ConflictValue
from bilateral.types.mention import Value

RULED_OUT = "likely misprint: the article's own date rules it out"
MISPRINT = "likely misprint"
TEXTUAL = ("item", "title", "mechanism", "series")
NAMES_ONE = {"visit": "visitor", "appointment": "appointee"}
"""Roles that one person has: two persons of one state in it contradict each other."""

V = TypeVar("V", bound=Hashable)
Finder = Callable[[Sequence[Report], Quotes], Iterator[Conflict]]


def conflicts(told: Sequence[Report], quotes: Quotes) -> tuple[Conflict, ...]:
    """All conflicts of an event, in the order of the fields below."""
    finders: tuple[Finder, ...] = (impossible_dates,)  # nobody contradicts a single report but its own article
    if len(told) > 1:
        finders = (dates, impossible_dates, statuses, persons, places, amounts, texts, editions)
    return tuple(conflict for finder in finders for conflict in finder(told, quotes))


def conflict(
    told: Sequence[Report], quotes: Quotes, field: str, value: Callable[[Report], Value | None], note: str | None = None
) -> Conflict:
    """A conflict with one side for each value that the reports give."""
    sides: dict[str, tuple[Value, list[int]]] = {}
    for report in told:
        if (found := value(report)) is not None:
            sides.setdefault(fold(str(found)), (found, []))[1].extend(quotes.positions(report, field))
    return Conflict(field, tuple(ConflictValue(v, tuple(sorted(set(at)))) for v, at in sides.values()), note)


def clash(values: Iterable[V | None], differ: Callable[[V, V], bool]) -> bool:
    """Whether any two of the values given cannot both be true."""
    given = dict.fromkeys(value for value in values if value is not None)
    return any(differ(one, other) for one, other in combinations(given, 2))


def dates(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Dates that share no day; a day against the day before only where both articles print the day."""
    dated = [r for r in told if r.facet.days]
    if any(dates_clash(one, other) for one, other in combinations(dated, 2)):
        yield conflict(dated, quotes, "date", lambda r: r.mention.date)


def dates_clash(one: Report, other: Report) -> bool:
    """Whether the dates of two reports cannot both be true."""
    gap = dating.apart(str(one.mention.date), str(other.mention.date))
    return gap > 1 or (gap == 1 and printed(one) and printed(other))


def printed(report: Report) -> bool:
    """Whether the words of the date have a number, and are not reckoned from the day of the article."""
    words = (span.of(report.document.text) for span in spans(report.mention, "date"))
    return any(c.isdigit() for word in words for c in word)


def impossible_dates(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Dates after the article that tells them as past."""
    past = [r for r in told if r.mention.status in BEHIND]
    wrong = [r for r in past if not r.facet.days and days_of(r.mention.date)]
    if wrong:
        yield conflict(
            [*wrong, *(r for r in told if r.facet.days)], quotes, "date", lambda r: r.mention.date, RULED_OUT
        )


def statuses(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Denied against asserted at any time; called off against held in the same days of reporting."""
    if any(statuses_clash(one, other) for one, other in combinations(told, 2)):
        yield conflict(told, quotes, "status", lambda r: r.mention.status)


def statuses_clash(earlier: Report, later: Report) -> bool:
    """Whether two reports, in the order of telling, contradict each other about whether it happened."""
    one, other = earlier.mention.status, later.mention.status
    if "denied" in (one, other):
        return one != other and not {one, other} & {"cancelled", "hypothetical"}
    if one in BEHIND and other == "cancelled":
        return True
    same_days = at_once(earlier, later)
    return same_days and "cancelled" in (one, other) and bool({one, other} & (BEHIND | AHEAD - {"hypothetical"}))


def at_once(one: Report, other: Report) -> bool:
    """Whether two reports are of the same days."""
    a, b = one.facet.told, other.facet.told
    return bool(a and b and max(a[0] - b[1], b[0] - a[1]) <= 0)


def persons(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Two persons of one state in a role that one has."""
    role = NAMES_ONE.get(told[0].mention.kind)

    def named(report: Report) -> str | None:
        those = [p.name for p in report.mention.participants if p.role == role and p.actor.startswith("person:")]
        return ", ".join(sorted(those)) or None

    if role and clash(map(named, told), lambda one, other: not share_person(one, other)):
        yield conflict(told, quotes, "participants", named)


def share_person(one: str, other: str) -> bool:
    """Whether two lists of names have a person in common."""
    lists = [[names.person(name) for name in text.split(", ")] for text in (one, other)]
    return any(names.same_person(a, b) for a in lists[0] for b in lists[1])


def places(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Places in two states; two places of one state where the event has but one."""
    placed = [r for r in told if r.mention.place]
    if any(places_clash(one, other) for one, other in combinations(placed, 2)):
        yield conflict(placed, quotes, "place", lambda r: r.mention.place.name if r.mention.place else None)


def places_clash(one: Report, other: Report) -> bool:
    """Whether two reports put the event in two places that do not hold each other."""
    a, b = one.mention.place, other.mention.place
    if a is None or b is None or fold(a.name) == fold(b.name):
        return False
    if a.country and b.country and a.country != b.country:
        return True
    towns = a.geonameid is not None and b.geonameid is not None
    return towns and a.geonameid != b.geonameid


def amounts(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Numbers that cannot both be true, in any detail that is a number."""
    for key in sorted({key for r in told for key in r.mention.details} - {*TEXTUAL, "edition", "what"}):
        pick = detail(key)
        given = [r for r in told if amount(pick(r))]
        if clash([amount(pick(r)) for r in given], lambda one, other: not one.meets(other)):
            yield conflict(given, quotes, f"details.{key}", pick)


def detail(key: str) -> Callable[[Report], Value | None]:
    """What gives one detail of a report."""
    return lambda report: report.mention.details.get(key)


def texts(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """Names and items that have nothing in common, and series that differ by a character."""
    for key in TEXTUAL:
        pick = detail(key)
        values = [str(pick(r)) for r in told if pick(r)]
        if clash(values, texts_differ if key != "series" else series_differ):
            yield conflict(told, quotes, f"details.{key}", pick, MISPRINT if key == "series" else None)


def texts_differ(one: str, other: str) -> bool:
    """Whether two texts have telling words, and none in common."""
    a, b = names.told(one), names.told(other)
    return bool(a and b) and not a & b


def series_differ(one: str, other: str) -> bool:
    """Whether two spellings of a series are neither equal nor translations of each other."""
    return names.series(one) != names.series(other)


def editions(told: Sequence[Report], quotes: Quotes) -> Iterator[Conflict]:
    """An edition that can only be a misprint of another."""
    given = [r for r in told if r.facet.edition]
    if clash([r.facet.edition for r in given], misprint):
        yield conflict(given, quotes, "details.edition", lambda r: r.facet.edition, MISPRINT)
