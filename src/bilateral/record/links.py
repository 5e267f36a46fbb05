"""Which states and actors take part in a mention or an event: the rows that queries go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from bilateral.record import schema
from bilateral.record.columns import Row, fold, pairs
from bilateral.types.actor import Participant

Owner = tuple[str, str, Sequence[Participant]]
"""Id of a mention or event, the day it is sorted by, who takes part."""

TABLES = {
    "mentions": (schema.mention_states, schema.mention_actors),
    "events": (schema.event_states, schema.event_actors),
}


class ActorNumbers:
    """Numbers of the names under which actors were read, each looked up once while documents are added."""

    MOST = 200_000

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def of(self, connection: Connection, participant: Participant) -> int:
        """The number of this actor under this name, given one if it has none."""
        key = participant.actor, participant.name
        if key not in self._known:
            if len(self._known) >= self.MOST:
                self._known.clear()
            self._known[key] = _number(connection, *key)
        return self._known[key]

    def forget(self) -> None:
        """Drop what was looked up: the transaction that made some of it was rolled back."""
        self._known.clear()


def _number(connection: Connection, actor: str, name: str) -> int:
    table = schema.actors
    found = connection.execute(select(table.c.id).where(table.c.actor == actor, table.c.name == name)).scalar()
    if found is not None:
        return int(found)
    row = {"actor": actor, "name": name, "folded": fold(f"{name}\n{actor}")}
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def tie(connection: Connection, of: str, owners: Iterable[Owner], numbers: ActorNumbers) -> None:
    """Write the states and actors of mentions or events."""
    states, actors = TABLES[of]
    in_pairs: list[Row] = []
    named: list[Row] = []
    for owner, day, participants in owners:
        in_pairs += ({"first": a, "second": b, "day": day, "owner": owner} for a, b in pairs(participants))
        found = {numbers.of(connection, p) for p in participants}
        named += ({"actor": number, "day": day, "owner": owner} for number in sorted(found))
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
