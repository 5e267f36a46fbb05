"""Events that are called the first ever, and an earlier one that speaks against it: looked up when they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from bilateral.merging import firsts
from bilateral.record import codec, schema
from bilateral.record.columns import pairs
from bilateral.record.ids import pieces
from bilateral.record.schema import events
from bilateral.types.event import Event

LOOKED_AT = 500
"""Of the earlier events of two states so many are looked at."""


def disputed_firsts(connection: Connection, told: Sequence[Event]) -> list[Event]:
    """``told``, those among them that are called the first with a conflict where an earlier one is known."""
    called: set[str] = set()
    for piece in pieces(event.id for event in told):
        called.update(
            connection.execute(select(schema.firsts.c.event).where(schema.firsts.c.event.in_(piece))).scalars()
        )
    return [_disputed(connection, event) if event.id in called else event for event in told]


def in_field(told: Iterable[Event], field: str | None) -> Iterator[Event]:
    """Events with their conflicts in one field (``quantity`` is ``details.quantity``), or in any; no others."""
    for event in told:
        kept = tuple(c for c in event.conflicts if field is None or c.field in (field, f"details.{field}"))
        if kept:
            yield replace(event, conflicts=kept)


def _disputed(connection: Connection, event: Event) -> Event:
    found = next((one for one in _earlier(connection, event) if firsts.contradicts(one, event)), None)
    return replace(event, conflicts=(*event.conflicts, firsts.conflict(event, found))) if found else event


def _earlier(connection: Connection, event: Event) -> Iterator[Event]:
    """Events of the same kind and states before this one, the earliest first."""
    both = pairs(event.participants)
    if not both or event.earliest is None:
        return
    first, second = both[-1]
    states = schema.event_states.c
    query = select(events.c.payload).join(schema.event_states, states.owner == events.c.id)
    query = query.where(states.first == first, states.second == second, states.day < event.earliest)
    query = query.where(events.c.kind == event.kind).order_by(states.day, states.owner).limit(LOOKED_AT)
    yield from map(codec.load_event, connection.execute(query).scalars())
