"""Block keys: a mention lies under some and looks under some, and is compared only with what lies where it looks.

Looking is mutual: of two mentions that can be one event each lies where the other looks. A key is made of the family
of kinds and either states with a stretch of days, or a name that tells events apart. What lies where says in which way
it is dated and how many states it names, so that few are compared which :mod:`bilateral.merging.vetoes` would part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from bilateral.merging import names
from bilateral.merging.facet import FAR, Days, believable, days_of, series_of, titles_of
from bilateral.merging.families import CRISP, FREQUENT, family, joint
from bilateral.merging.words import rarity, skeleton
from bilateral.types.mention import Mention

MANY = 8
"""More states than this and a mention stands in blocks of single states, not of every pair."""
LONG = 6 * 365
"""A date wider than so many days counts by its last ones only."""
BUCKET = 16
"""Days of a stretch."""
WIDE, SEASON = 130, 92
"""A date wider than so many days lies under its years; in a frequent family it does not single out an event."""
SLACK, WAIT = 11, 101
"""Days by which reports of one date may differ; by which an undated one may be told apart, where persons are named."""


def blocks(mention: Mention, published: str | None = None) -> frozenset[str]:
    """The keys that ``mention`` lies under; ``published`` is the date of its document."""
    kin = family(mention.kind)
    days, told = dates_of(mention, published)
    keys = (*crossed(who(mention, kin), lying(days, told)), *named(mention, kin, days))
    return frozenset(f"{kin}|{key}" for key in keys)


def sought(mention: Mention, published: str | None = None) -> frozenset[str]:
    """The keys that ``mention`` looks under."""
    kin = family(mention.kind)
    slack = WAIT if any(p.actor.startswith("person:") for p in mention.participants) else SLACK
    days, told = dates_of(mention, published)
    keys = (*crossed(mates(mention, kin), looking(days, told, slack)), *namesakes(mention, kin, days))
    return frozenset(f"{kin}|{key}" for key in keys)


def dates_of(mention: Mention, published: str | None) -> tuple[Days | None, Days | None]:
    """The days of a mention as far as they are to be believed, and those on which it was told."""
    told = days_of(published)
    return believable(days_of(mention.date), mention.status, told), told


def crossed(parties: Iterable[str], times: Iterable[str]) -> Iterator[str]:
    """Every party at every time."""
    return (f"{party}|{time}" for party, time in product(parties, list(times)))


def lying(days: Days | None, told: Days | None) -> list[str]:
    """The stretches of a date, or its years; of the day of telling, apart from those."""
    if days is None:
        return [f"u{number}" for number in buckets(told, 0)]
    wide = is_wide(days)
    own = [] if wide else buckets(days, 0)
    told_in = [f"t{number}" for number in buckets(told, 0) if number not in own]
    return [*(f"d{number}" for number in own), *(f"y{year}" for year in (years(days, 0) if wide else ())), *told_in]


def looking(days: Days | None, told: Days | None, slack: int) -> list[str]:
    """Where to look for the same date, and for what has none but was told about then."""
    if days is None:
        near = buckets(told, slack)
        return [*(f"{sort}{number}" for sort in "udt" for number in near), *(f"y{year}" for year in years(told, slack))]
    undated = sorted({*buckets(days, slack), *buckets(told, slack)})
    dated = [*(f"d{number}" for number in buckets(days, SLACK)), *(f"y{year}" for year in years(days, SLACK))]
    return [*dated, *(f"u{number}" for number in undated)]


def buckets(days: Days | None, slack: int) -> list[int]:
    """The stretches that some days touch, with slack on either side."""
    if days is None:
        return []
    first, last = closed(days, slack)
    return list(range(first // BUCKET, last // BUCKET + 1))


def years(days: Days | None, slack: int) -> list[int]:
    """The years that some days touch, with slack on either side."""
    if days is None:
        return []
    first, last = closed(days, slack)
    return list(range(year_of(first), year_of(last) + 1))


def closed(days: Days, slack: int) -> Days:
    """``days`` with slack, cut to their last years where they are open or very long."""
    first, last = days
    if last == FAR:
        last = first
    return max(first, last - LONG) - slack, last + slack


def is_wide(days: Days) -> bool:
    """Whether a date is too long to lie under its stretches."""
    first, last = closed(days, 0)
    return last - first > WIDE


def year_of(day: int) -> int:
    """The year of an ordinal day."""
    return int(max(day, 1) / 365.2425) + 1


def states_of(mention: Mention) -> list[str]:
    """The states that take part, ``?`` for none."""
    return sorted({p.country for p in mention.participants if p.country}) or ["?"]


def is_full(mention: Mention, kin: str, states: list[str]) -> bool:
    """Whether it can be one only with what shares two states with it, or names but one."""
    if not 1 < len(states) <= MANY or kin == "force":
        return False
    sides = {p.side for p in mention.participants if p.country}
    return kin in CRISP or (not joint(mention.kind) and len(sides) == 2)


def who(mention: Mention, kin: str) -> list[str]:
    """The parties a mention lies under: pairs of states, and single ones by whether it names others."""
    states = states_of(mention)
    role = "n" if is_full(mention, kin, states) else "1"
    return [*pairs(states), *(f"{role}{state}" for state in states)]


def mates(mention: Mention, kin: str) -> list[str]:
    """The parties a mention looks under."""
    states = states_of(mention)
    roles = "1" if is_full(mention, kin, states) else "1n"
    return [*pairs(states), *(f"{role}{state}" for state in states for role in roles)]


def pairs(states: list[str]) -> list[str]:
    """Every two of a few states."""
    return [f"{one}-{other}" for one, other in combinations(states, 2)] if len(states) <= MANY else []


def named(mention: Mention, kin: str, days: Days | None) -> Iterator[str]:
    """Names that few events share: series with editions, weapons, rare words of titles, what is lifted."""
    series, edition = series_of(mention.details)
    if series:
        name = skeleton(series.replace(" ", ""))
        yield from (f"series {name} {which}" for which in (edition_class(edition), "any"))
    dated = "dated" if is_dated(days, kin) else "undated"
    yield from (f"{dated} {name}" for name in telling_names(mention, kin))


def namesakes(mention: Mention, kin: str, days: Days | None) -> Iterator[str]:
    """The names to look under: two that are dated meet by their dates, but for agreements, told with wrong years."""
    series, edition = series_of(mention.details)
    if series:
        name = skeleton(series.replace(" ", ""))
        own = edition_class(edition)
        yield from (f"series {name} {which}" for which in ([own, "odd", "none"] if own.isdigit() else ["any"]))
    sorts = ("undated",) if is_dated(days, kin) and kin != "accord" else ("dated", "undated")
    yield from (f"{sort} {name}" for name in telling_names(mention, kin) for sort in sorts)


def edition_class(edition: str | None) -> str:
    """The year of an edition, or that it has none, or an odd one, which may be a misprinted year."""
    return "none" if edition is None else edition if names.YEAR.fullmatch(edition) else "odd"


def telling_names(mention: Mention, kin: str) -> Iterator[str]:
    """Weapons by designation, rare words of titles, the states of an embargo that is lifted."""
    yield from names.designations(str(mention.details.get("item", "")))
    yield from (f"title {word}" for word in titles_of(mention.details) if rarity(word) > 0.9)
    if mention.details.get("direction") == "lifted":
        yield from (f"lifted {pair}" for pair in pairs(states_of(mention)))


def is_dated(days: Days | None, kin: str) -> bool:
    """Whether the date tells an event from the others of its kind."""
    return days is not None and (kin not in FREQUENT or days[1] - days[0] <= SEASON)
