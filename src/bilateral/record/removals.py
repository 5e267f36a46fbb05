"""The log of removals: which documents a person took out, and which came back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, insert, select

from bilateral.record.ids import pieces
from bilateral.record.reading_schema import removals
from bilateral.record.schema import documents

REMOVE, RESTORE = "remove", "restore"

Place = tuple[str, int]
"""Path and version of an address."""


@dataclass(frozen=True, slots=True)
class Removal:
    """One act: ``remove`` or ``restore``, of which document, by whom, when and why."""

    act: str
    document: str
    name: str
    author: str
    time: str
    reason: str


def log(connection: Connection) -> list[Removal]:
    """All acts in their order."""
    query = select(removals, documents.c.name).join_from(removals, documents).order_by(removals.c.id)
    return [
        Removal(row.act, row.document, row.name, row.author, row.time, row.reason) for row in connection.execute(query)
    ]


def removed(connection: Connection, ids: Iterable[str]) -> dict[str, Removal]:
    """Those of these documents that are taken out now, with the act that did it."""
    found: dict[str, Removal] = {}
    for piece in pieces(ids):
        newest = select(func.max(removals.c.id)).where(removals.c.document.in_(piece)).group_by(removals.c.document)
        query = select(removals, documents.c.name).join_from(removals, documents).where(removals.c.id.in_(newest))
        for row in connection.execute(query.where(removals.c.act == REMOVE)):
            found[row.document] = Removal(row.act, row.document, row.name, row.author, row.time, row.reason)
    return found


def is_removed(connection: Connection, document: str) -> bool:
    """Whether a person took this document out."""
    return connection.execute(_LAST, {"document": document}).scalar() == REMOVE


def places(connection: Connection, document: str) -> list[Place]:
    """The addresses that led to a removed document before it was taken out."""
    query = select(removals.c.addresses).where(removals.c.document == document, removals.c.act == REMOVE)
    told = connection.execute(query.order_by(removals.c.id.desc()).limit(1)).scalar_one()
    return [(path, version) for path, version in json.loads(told)]


def note(connection: Connection, act: Removal, addresses: Iterable[Place]) -> None:
    """Write an act down."""
    row = {name: getattr(act, name) for name in ("act", "document", "author", "time", "reason")}
    connection.execute(insert(removals), {**row, "addresses": json.dumps(list(addresses))})


_LAST = (
    select(removals.c.act).where(removals.c.document == bindparam("document")).order_by(removals.c.id.desc()).limit(1)
)
"""Made once: making a query takes longer than running it."""
