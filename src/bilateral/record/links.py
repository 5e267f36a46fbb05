"""Which states and actors take part in a mention or an event: the rows that queries go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select

from bilateral.record import schema
from bilateral.record.columns import Row, fold, pairs
from bilateral.record.ids import pieces
from bilateral.types.actor import Participant

Owner = tuple[str, str, Sequence[Participant]]
"""Id of a mention or event, the day it is sorted by, who takes part."""

Name = tuple[str, str]
"""Id of an actor, and a name under which it was read."""

TABLES = {
    "mentions": (schema.mention_states, schema.mention_actors),
    "events": (schema.event_states, schema.event_actors),
}


class ActorNumbers:
    """Numbers of the names under which actors were read, each looked up once while documents are added."""

    MOST = 200_000

    def __init__(self) -> None:
        self._known: dict[Name, int] = {}

    def of(self, connection: Connection, names: Iterable[Name]) -> dict[Name, int]:
        """The number of each actor under each name, given one if it has none."""
        wanted = sorted(set(names))
        missing = [name for name in wanted if name not in self._known]
        if len(self._known) + len(missing) > self.MOST:
            self._known.clear()
            missing = wanted
        if missing:
            self._look_up(connection, missing)
            self._give([name for name in missing if name not in self._known], connection)
        return {name: self._known[name] for name in wanted}

    def forget(self) -> None:
        """Drop what was looked up: the transaction that made some of it was rolled back."""
        self._known.clear()

    def _look_up(self, connection: Connection, names: list[Name]) -> None:
        for piece in pieces(sorted({actor for actor, _ in names})):
            for row in connection.execute(_NUMBERS, {"ids": piece}):
                self._known[row.actor, row.name] = row.id

    def _give(self, names: list[Name], connection: Connection) -> None:
        if not names:
            return
        last = connection.execute(_LAST_NUMBER).scalar() or 0
        new = {name: last + number for number, name in enumerate(names, 1)}
        rows = [{"id": id, "actor": a, "name": n, "folded": fold(f"{n}\n{a}")} for (a, n), id in new.items()]
        connection.execute(insert(schema.actors), rows)
        self._known.update(new)


_NUMBERS = select(schema.actors.c.id, schema.actors.c.actor, schema.actors.c.name).where(
    schema.actors.c.actor.in_(bindparam("ids", expanding=True))
)
_LAST_NUMBER = select(func.max(schema.actors.c.id))


def tie(connection: Connection, of: str, owners: Iterable[Owner], numbers: ActorNumbers) -> None:
    """Write the states and actors of mentions or events."""
    states, actors = TABLES[of]
    in_pairs: list[Row] = []
    named: list[Row] = []
    told = list(owners)
    number = numbers.of(connection, ((p.actor, p.name) for _, _, participants in told for p in participants))
    for owner, day, participants in told:
        in_pairs += ({"first": a, "second": b, "day": day, "owner": owner} for a, b in pairs(participants))
        found = {number[p.actor, p.name] for p in participants}
        named += ({"actor": one, "day": day, "owner": owner} for one in sorted(found))
    for table, rows in ((states, in_pairs), (actors, named)):
        if rows:
            connection.execute(insert(table), rows)


def untie(connection: Connection, of: str, owners: Iterable[str]) -> None:
    """Take away what :func:`tie` wrote."""
    rows = [{"gone": owner} for owner in owners]
    for table in TABLES[of] if rows else ():
        _delete(connection, table, rows)


def _delete(connection: Connection, table: Table, rows: list[Row]) -> None:
    connection.execute(delete(table).where(table.c.owner == bindparam("gone")), rows)
