"""From the name of a place to the place."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from bilateral.knowledge import states, tables
from bilateral.knowledge.regions import folded as regions
from bilateral.places.gazetteer import City, cities
from bilateral.types.actor import Place

DOMINATES = 5
"""A city is meant without any context when it is this many times larger than its largest namesake abroad."""
NOTABLE = 0.1
"""A city in a state named around it counts when it has this share of the people of its largest namesake."""
ARTICLES = (
    "the ",
    "city of ",
    "town of ",
    "port of ",
    "province of ",
    "northern ",
    "southern ",
    "eastern ",
    "western ",
)
SUFFIXES = (" province", " city", " region", " district", " airport", " international airport", " air base")


def find_place(name: str, country: str | None = None, near: Collection[str] = ()) -> Place | None:
    """The place called ``name``.

    Args:
        name: as written; "Doral, Florida" and "Samarkand, Uzbekistan" are understood.
        country: the state it is known to lie in.
        near: states named around it, which decide between namesakes.

    Returns:
        The place with id and coordinates where exactly one is meant; with its name and state alone where the
        gazetteer has no entry or cannot tell namesakes apart; ``None`` when ``name`` is empty.
    """
    name = name.strip(" ,.")
    return _find(name, country, frozenset(near)) if name else None


@lru_cache(maxsize=4096)
def _find(name: str, country: str | None, near: frozenset[str]) -> Place:
    local, _, wider = name.partition(",")
    told = country or _country(wider.strip())
    if (state := _country(local)) and told in (None, state):
        return Place(name, state)
    known = regions().get(tables.fold(_plain(local)), "")
    if known != "" and (told is None or known in (told, None)):
        return Place(name, told or known)
    found = cities(_plain(local))
    city = _choose(found, told, near, states.capitals().get(_plain(local)))
    if city is None and country is None and wider.strip() in states.SHARED:
        city = _choose(found, states.SHARED[wider.strip()], near, None)
    if city is None:
        return Place(name, told or regions().get(tables.fold(_core(local))))
    return Place(name, city.country, city.geonameid, city.lat, city.lon)


def _country(name: str) -> str | None:
    """The state that is called ``name``, or that the region so called lies in."""
    plain = _plain(name)
    known = states.state_names()
    return known.get(plain) or known.get(name) or known.get(_core(plain)) or regions().get(tables.fold(plain))


def _plain(name: str) -> str:
    """``name`` without article."""
    name = name.strip()
    return name[4:] if name.lower().startswith("the ") else name


def _core(name: str) -> str:
    """``name`` without words such as "northern" or "province"."""
    low = name.strip()
    for prefix in ARTICLES:
        if low.lower().startswith(prefix):
            low = low[len(prefix) :]
    for suffix in SUFFIXES:
        if low.lower().endswith(suffix):
            low = low[: -len(suffix)]
    return low


def _choose(found: list[City], country: str | None, near: frozenset[str], capital_of: str | None) -> City | None:
    """The one city that is meant, if that can be told."""
    if country:
        return _largest([city for city in found if city.country == country])
    floor = max((city.population for city in found), default=0) * NOTABLE
    around = [city for city in found if city.country in near and city.population >= floor]
    if not around and capital_of:
        return _largest([city for city in found if city.country == capital_of])
    return _dominant(around or found)


def _dominant(pool: list[City]) -> City | None:
    """The largest, if no namesake in another state comes near it."""
    best = _largest(pool)
    rival = max((city.population for city in pool if best and city.country != best.country), default=0)
    return best if best and best.population >= DOMINATES * rival else None


def _largest(found: list[City]) -> City | None:
    """The largest of those found by their first name, else the largest."""
    return next((city for city in found if city.own), found[0] if found else None)
