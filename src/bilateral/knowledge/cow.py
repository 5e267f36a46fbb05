"""Codes of the Correlates of War project, by which data sets on states are joined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bilateral.knowledge import tables


@dataclass(frozen=True, slots=True)
class Cow:
    """A member of the state system: its number and abbreviation, and its last day where another follows it."""

    number: int
    abbreviation: str
    until: str | None = None


def cow(code: str, day: str | None = None) -> Cow | None:
    """The code of a state on a day (ISO; now when not given); ``None`` for what is no member of the system."""
    return next((found for found in _codes().get(code, []) if _valid(found, day)), None)


def _valid(found: Cow, day: str | None) -> bool:
    return found.until is None or (day is not None and day <= found.until)


@cache
def _codes() -> dict[str, list[Cow]]:
    """Those of each state, the one that ended first."""
    codes: dict[str, list[Cow]] = {}
    for row in tables.rows("cow.csv"):
        codes.setdefault(row["code"], []).append(Cow(int(row["number"]), row["abbreviation"], row["until"] or None))
    return codes
