"""Who takes part in events, and how often."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from bilateral.record.columns import fold
from bilateral.record.schema import actors, event_actors, event_states


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor by its id, with the names it is read under (the most told first) and the number of its events."""

    actor: str
    names: tuple[str, ...]
    events: int


def roster(
    connection: Connection, words: str | None, sort: str | None, limit: int | None, offset: int
) -> list[ActorRow]:
    """Actors of events, those of most events first; ``words`` are part of a name or id, ``sort`` its scheme."""
    number = func.count(event_actors.c.owner.distinct())
    query = select(actors.c.actor, number.label("events")).join(event_actors, event_actors.c.actor == actors.c.id)
    if words:
        query = query.where(actors.c.folded.contains(fold(words), autoescape=True))
    if sort:
        query = query.where(actors.c.actor.startswith(f"{sort}:", autoescape=True))
    query = query.group_by(actors.c.actor).order_by(number.desc(), actors.c.actor).limit(limit).offset(offset or None)
    rows = connection.execute(query).all()
    names = _names(connection, [row.actor for row in rows])
    return [ActorRow(row.actor, tuple(names.get(row.actor, ())), row.events) for row in rows]


def partners(connection: Connection, state: str) -> dict[str, int]:
    """The states and organisations that take part beside a state, with the number of events, most first."""
    pairs = event_states.c
    query = select(pairs.first, pairs.second, func.count().label("events")).where(pairs.first != pairs.second)
    query = query.where(or_(pairs.first == state, pairs.second == state)).group_by(pairs.first, pairs.second)
    found = {row.second if row.first == state else row.first: row.events for row in connection.execute(query)}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def pairs(connection: Connection, limit: int | None) -> list[tuple[str, str, int]]:
    """Pairs that take part together, those of most events first."""
    both, number = event_states.c, func.count()
    query = select(both.first, both.second, number).where(both.first < both.second).group_by(both.first, both.second)
    rows = connection.execute(query.order_by(number.desc(), both.first, both.second).limit(limit))
    return [(one, other, events) for one, other, events in rows]


def _names(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    number = func.count(event_actors.c.owner)
    query = select(actors.c.actor, actors.c.name, number).join(event_actors, event_actors.c.actor == actors.c.id)
    query = query.where(actors.c.actor.in_(ids)).group_by(actors.c.actor, actors.c.name)
    found: dict[str, list[str]] = {}
    for actor, name, _ in connection.execute(query.order_by(actors.c.actor, number.desc(), actors.c.name)):
        found.setdefault(actor, []).append(name)
    return found
