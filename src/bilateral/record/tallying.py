"""Events counted where they lie: by time, by place, by who takes part with whom. No event is read for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select, true

from bilateral.record.filters import Filters
from bilateral.record.queries import MARKS, narrowed
from bilateral.record.schema import event_states, marks
from bilateral.types.actor import Place

LENGTHS = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO day tells its bin."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events of one kind and status can have been between the same two days.

    Both bounds are cut to a month (``2018-10``) or year where they lie in the same one and that was asked for; a bound
    is ``None`` where it is open. ``kind`` is empty where kinds were not told apart.
    """

    first: str | None
    last: str | None
    kind: str
    status: str
    events: int


@dataclass(frozen=True, slots=True)
class Sited:
    """How many events of one status were at a place; it has no coordinates where no gazetteer knows it."""

    place: Place
    status: str
    events: int


@dataclass(frozen=True, slots=True)
class Tie:
    """How many events two states or organisations take part in together, and their mean score."""

    first: str
    second: str
    events: int
    score: float


def tallies(connection: Connection, filters: Filters, by: str = "month", *, kinds: bool = False) -> list[Tally]:
    """Events by when they can have been; those of one bin are counted together."""
    told, cut = marks.c, LENGTHS[by]
    groups = [told.status, *([told.kind] if kinds else [])]
    found: Counter[tuple[str | None, str | None, str, str]] = Counter()
    if by != "day":
        for month, status, *kind, events in _grouped(
            connection, filters, [told.month, *groups], told.month.is_not(None)
        ):
            found[month[:cut], month[:cut], kind[0] if kind else "", status] += events
    rest = true() if by == "day" else told.month.is_(None)
    for first, last, status, *kind, events in _grouped(
        connection, filters, [told.earliest, told.latest, *groups], rest
    ):
        one_bin = first and last and first[:cut] == last[:cut]
        ends = (first[:cut], last[:cut]) if one_bin else (first, last)
        found[(*ends, kind[0] if kind else "", status)] += events
    ranked = sorted(found.items(), key=lambda item: tuple(part or "" for part in item[0]))
    return [Tally(*key, events) for key, events in ranked]


def _grouped(
    connection: Connection, filters: Filters, keys: list[Column[str]], where: ColumnElement[bool]
) -> Iterable[tuple[Any, ...]]:
    query = narrowed(connection, MARKS, filters, _counted(*keys)).where(where)
    return (tuple(row) for row in connection.execute(query.group_by(*keys)))


def sited(connection: Connection, filters: Filters) -> list[Sited]:
    """Events that have a place by where that is and by status, most first."""
    told = marks.c
    keys = (told.place, told.country, told.lat, told.lon, told.status)
    query = narrowed(connection, MARKS, filters, _counted(*keys)).where(told.place.is_not(None))
    rows = connection.execute(query.group_by(*keys).order_by(func.count().desc(), *keys))
    return [Sited(Place(r.place, r.country, None, r.lat, r.lon), r.status, r.events) for r in rows]


def ties(connection: Connection, filters: Filters) -> list[Tie]:
    """Every two that take part together, those with most events first."""
    states = event_states.alias()
    keys = (states.c.first, states.c.second)
    query = narrowed(connection, MARKS, filters, _counted(*keys, func.avg(marks.c.score).label("score")))
    query = query.join_from(marks, states, states.c.owner == marks.c.id).where(states.c.first != states.c.second)
    rows = connection.execute(query.group_by(*keys).order_by(func.count().desc(), *keys))
    return [Tie(row.first, row.second, row.events, round(float(row.score), 2)) for row in rows]


def _counted(*columns: Any) -> Select[Any]:
    return select(*columns, func.count().label("events"))
