"""Pages of events and mentions in the order of their dates, undated ones last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
    true,
    tuple_,
    type_coerce,
)

from bilateral.record import schema
from bilateral.record.filters import AHEAD, FIRST, TOLD, Filters
from bilateral.record.schema import UNDATED

Key = tuple[str, str]
Columns = TypeVar("Columns", bound=tuple[Any, ...])
FEW = 2_000


@dataclass(frozen=True, slots=True)
class Listing:
    """The tables that one kind of listing goes by."""

    rows: Table
    states: Table
    actors: Table
    live: ColumnElement[bool]


EVENTS = Listing(schema.events, schema.event_states, schema.event_actors, true())
MARKS = Listing(schema.marks, schema.event_states, schema.event_actors, true())
"""The events without their payloads, to be counted."""
MENTIONS = Listing(schema.mentions, schema.mention_states, schema.mention_actors, schema.mentions.c.live)


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a listing: at most ``limit`` rows from ``offset`` on, or those behind the key ``after``.

    ``backwards`` has the last days first, the undated still last.
    """

    limit: int | None = None
    offset: int = 0
    after: Key | None = None
    backwards: bool = False


def page(connection: Connection, listing: Listing, filters: Filters, window: Window) -> list[tuple[Key, str]]:
    """Sort key and payload of what fits."""
    rows = connection.execute(page_query(connection, listing, filters, window))
    return [((row.day, row.id), row.payload) for row in rows]


def page_query(
    connection: Connection, listing: Listing, filters: Filters, window: Window
) -> Select[tuple[str, str, str]]:
    """The query behind a page. It sorts by the columns of the table it goes by, so that an index gives the order."""
    sorts = listing.states.c if filters.between else listing.rows.c
    day, id = sorts.day, sorts.owner if filters.between else sorts.id
    query = asked_for(connection, listing, filters)
    if window.after is not None:
        query = query.where(tuple_(day, id) > window.after)
    if window.backwards:
        return query.order_by(day == UNDATED, day.desc(), id).limit(window.limit).offset(window.offset or None)
    return query.order_by(day, id).limit(window.limit).offset(window.offset or None)


def every(connection: Connection, listing: Listing, filters: Filters, size: int = 200) -> Iterator[list[str]]:
    """All that fits, a page of payloads after the other, however much it is."""
    after: Key | None = None
    while rows := page(connection, listing, filters, Window(size, after=after)):
        yield [payload for _, payload in rows]
        after = rows[-1][0]


def asked_for(connection: Connection, listing: Listing, filters: Filters) -> Select[tuple[str, str, str]]:
    """Day, id and payload of what fits, in no order."""
    rows = listing.rows
    return narrowed(connection, listing, filters, select(rows.c.day, rows.c.id, rows.c.payload))


def narrowed(connection: Connection, listing: Listing, filters: Filters, query: Select[Columns]) -> Select[Columns]:
    """A query of a listing's rows, with only those that fit."""
    rows = listing.rows
    query = query.where(listing.live)
    if filters.between:
        states = listing.states
        pair = and_(states.c.first == filters.between[0], states.c.second == filters.between[1])
        query = query.join(states, states.c.owner == rows.c.id).where(pair)
    if filters.about is not None:
        query = query.where(_about(connection, listing, filters.about))
    for column, value in ((rows.c.kind, filters.kind), (rows.c.what, filters.what), (rows.c.status, filters.status)):
        if value is not None:
            query = query.where(column == value)
    if filters.min_confidence is not None:
        query = query.where(confidence(connection, rows) >= filters.min_confidence)
    if filters.overdue is not None:
        query = query.where(rows.c.status.in_(AHEAD), rows.c.latest < filters.overdue)
    if filters.undated:
        query = query.where(rows.c.day == UNDATED)
    if filters.disputed is not None:
        query = query.where(_disputed(rows, filters.disputed))
    return query.where(*_dates(rows, filters))


def _disputed(rows: Table, field: str) -> ColumnElement[bool]:
    """Of which reports disagree in a field (any, for ``told``), or that are called the first ever (for ``*``, too)."""
    told = schema.event_conflicts.c
    held = exists().where(told.event == rows.c.id)
    if field not in ("*", TOLD):
        held = held.where(told.field.in_((field, f"details.{field}")))
    first = exists().where(schema.firsts.c.event == rows.c.id)
    return or_(held, first) if field in ("*", FIRST) else held


def confidence(connection: Connection, rows: Table) -> ColumnElement[float]:
    """The confidence, else out of the payload: a text is JSON to SQLite as it is, to PostgreSQL when it is cast."""
    if "confidence" in rows.c:
        return rows.c.confidence
    as_json = cast if connection.dialect.name == "postgresql" else type_coerce
    value: ColumnElement[float] = as_json(rows.c.payload, JSON)["confidence"].as_float()
    return value


def _dates(rows: Table, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """The days something can have been on must reach into the days asked for; one with an open end reaches on."""
    if filters.until is not None:
        yield rows.c.day <= filters.until
    if filters.since is not None:
        yield rows.c.day != UNDATED
        yield or_(rows.c.latest.is_(None), rows.c.latest >= filters.since)


def _about(connection: Connection, listing: Listing, folded: str) -> ColumnElement[bool]:
    """Whose participants have ``folded`` in a name or id: few are gathered first, many are met on the way."""
    actors, takes_part = schema.actors, listing.actors.c
    named = actors.c.folded.contains(folded, autoescape=True)
    gathered = select(takes_part.owner).where(takes_part.actor.in_(select(actors.c.id).where(named)))
    some = gathered.limit(FEW + 1).subquery()
    if (connection.execute(select(func.count()).select_from(some)).scalar() or 0) <= FEW:
        return listing.rows.c.id.in_(gathered)
    met = exists().select_from(listing.actors.join(actors, actors.c.id == takes_part.actor))
    return met.where(takes_part.owner == listing.rows.c.id, named)
