"""How many events there are of each kind, status and year, among those that fit: what a reader can narrow by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from bilateral.record import queries
from bilateral.record.filters import Filters
from bilateral.record.queries import MARKS
from bilateral.record.schema import UNDATED

UNKNOWN = "no date"


@dataclass(frozen=True, slots=True)
class Counts:
    """Events that fit in all, and by each value of kind, status and year: most first, years in order.

    A value is counted among the events that fit all filters but the one on it, so that another can be chosen.
    """

    events: int
    kinds: Mapping[str, int]
    statuses: Mapping[str, int]
    years: Mapping[str, int]


def counts(connection: Connection, filters: Filters) -> Counts:
    """The numbers of what fits."""
    rows = MARKS.rows.c
    year = func.substr(rows.day, 1, 4)
    years = _by(connection, year, replace(filters, since=None, until=None))
    statuses = _by(connection, rows.status, replace(filters, status=None))
    number: Select[Any] = select(func.count()).select_from(MARKS.rows)
    return Counts(
        events=connection.execute(queries.narrowed(connection, MARKS, filters, number)).scalar() or 0,
        kinds=_ranked(_by(connection, rows.kind, replace(filters, kind=None, what=None))),
        statuses=_ranked(statuses),
        years={UNKNOWN if one == UNDATED[:4] else one: years[one] for one in sorted(years)},
    )


def _by(connection: Connection, column: ColumnElement[str], filters: Filters) -> dict[str, int]:
    told: list[Any] = [column, func.count()]
    query = queries.narrowed(connection, MARKS, filters, select(*told)).group_by(column)
    return {value: number for value, number in connection.execute(query)}  # noqa: C416 (a result is no mapping)


def _ranked(counted: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
