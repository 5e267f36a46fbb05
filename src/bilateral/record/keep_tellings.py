"""What was told of documents' dates and sources: stored with each document, read for a listing."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from bilateral.record.ids import pieces
from bilateral.record.reading_schema import tellings
from bilateral.types.document import Document, Telling

NAMES = ("field", "value", "origin", "place", "certainty")


def insert_tellings(connection: Connection, document: Document) -> None:
    """Store what was told of a new document."""
    rows = [
        {"document": document.id, "position": position, **{name: getattr(one, name) for name in NAMES}}
        for position, one in enumerate(document.tellings)
    ]
    if rows:
        connection.execute(insert(tellings), rows)


def tellings_of(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Telling, ...]]:
    """What was told of these documents; nothing for one of which nothing was."""
    found: dict[str, list[Telling]] = {}
    columns = [tellings.c.document, *(tellings.c[name] for name in NAMES)]
    for piece in pieces(ids):
        query = select(*columns).where(tellings.c.document.in_(piece))
        for row in connection.execute(query.order_by(tellings.c.document, tellings.c.position)):
            found.setdefault(row.document, []).append(Telling(*row[1:]))
    return {id: tuple(told) for id, told in found.items()}
