"""Actors with the names and offices they are told under, and how often they take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilateral.export.objects import Object
from bilateral.types.actor import Participant

if TYPE_CHECKING:
    from bilateral.record import Record
    from bilateral.record.filters import Asked


@dataclass(slots=True)
class _Told:
    """What the mentions tell of one actor."""

    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    first: str | None = None
    last: str | None = None

    def add(self, one: Participant, earliest: str | None, latest: str | None) -> None:
        values = (one.name, one.country, one.sector, one.office)
        for counter, value in zip((self.names, self.countries, self.sectors, self.offices), values, strict=True):
            if value:
                counter[value] += 1
        self.mentions += 1
        self.first = min(filter(None, (self.first, earliest)), default=None)
        self.last = max(filter(None, (self.last, latest)), default=None)


def actor_objects(record: Record, asked: Asked) -> Iterator[Object]:
    """Every actor of the mentions that fit, in the order of ids."""
    told: dict[str, _Told] = {}
    for mention in record.every_mention(**asked):
        for actor, one in {one.actor: one for one in mention.participants}.items():
            told.setdefault(actor, _Told()).add(one, mention.earliest, mention.latest)
    for actor in sorted(told):
        yield _object(actor, told[actor])


def _object(actor: str, told: _Told) -> Object:
    names = _ranked(told.names)
    return {
        "actor": actor,
        "name": names[0] if names else None,
        "names": names,
        "country": next(iter(_ranked(told.countries)), None),
        "sector": next(iter(_ranked(told.sectors)), None),
        "offices": _ranked(told.offices),
        "mentions": told.mentions,
        "first": told.first,
        "last": told.last,
    }


def _ranked(values: Counter[str]) -> list[str]:
    """The most told first, then by alphabet."""
    return sorted(values, key=lambda value: (-values[value], value))
