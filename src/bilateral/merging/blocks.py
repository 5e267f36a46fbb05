"""Block keys: two mentions that share none are never compared.

A key is made of the family of kinds and either states with a time, or a name that tells events apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from bilateral.merging import names
from bilateral.merging.facet import FAR, Days, days_of, series_of, titles_of
from bilateral.merging.families import SPEECH, family
from bilateral.merging.words import rarity, skeleton
from bilateral.types.mention import Mention

MANY = 8
"""More states than this and a mention stands in blocks of single states, not of every pair."""
LONG = 6 * 365
"""A date wider than so many days counts by its last ones only."""
SLACK = 15
"""Days by which reports of a date may lie in another year or month."""
FREQUENT = frozenset({"contact", "force", "other", SPEECH})
"""Families in which an undated mention is compared only with what was told in the same weeks."""


def blocks(mention: Mention, published: str | None = None) -> frozenset[str]:
    """The block keys of ``mention``; ``published``, the date of its document, lets undated mentions meet the dated."""
    kin = family(mention.kind)
    return frozenset(f"{kin}|{key}" for key in (*times(mention, kin, published), *names_of(mention)))


def times(mention: Mention, kin: str, published: str | None) -> Iterator[str]:
    """Keys of states with a time: pairs by year of the date and by time of telling, single states by month."""
    states = sorted({p.country for p in mention.participants if p.country}) or ["?"]
    days, told = days_of(mention.date), days_of(published)
    tellings = years(told, 366) if kin not in FREQUENT else months(told, SLACK)
    if len(states) <= MANY:
        for one, other in combinations(states, 2):
            yield from (f"{one}-{other}|{year}" for year in years(days, SLACK))
            yield from (f"{one}-{other}|told {time}" for time in tellings or ["?"])
    for state in states:
        yield from (f"{state}|{month}" for month in months(days or told, SLACK))


def years(days: Days | None, slack: int) -> list[str]:
    """The years that some days touch, with slack on either side."""
    first, last = closed(days, slack)
    return [str(year) for year in range(year_of(first), year_of(last) + 1)] if days else []


def months(days: Days | None, slack: int) -> list[str]:
    """The months (as numbers that count on) that some days touch; none when these are longer than a season."""
    first, last = closed(days, slack)
    return [f"m{month}" for month in range(first // 30, last // 30 + 1)] if days and last - first < 130 else []


def closed(days: Days | None, slack: int) -> Days:
    """``days`` with slack, cut to their last years where they are open or very long."""
    first, last = days or (0, 0)
    if last == FAR:
        last = first
    return max(first, last - LONG) - slack, last + slack


def year_of(day: int) -> int:
    """The year of an ordinal day."""
    return int(max(day, 1) / 365.2425) + 1


def names_of(mention: Mention) -> Iterable[str]:
    """Names that few events share: series, weapons, rare words of titles, last names of persons."""
    series, _ = series_of(mention.details)
    if series:
        yield f"series {skeleton(series.replace(' ', ''))}"
    yield from names.designations(str(mention.details.get("item", "")))
    yield from (f"title {word}" for word in titles_of(mention.details) if rarity(word) > 0.9)
    for participant in mention.participants:
        if participant.actor.startswith("person:") and (parts := names.person(participant.name)):
            yield f"person {skeleton(parts[-1])}"
