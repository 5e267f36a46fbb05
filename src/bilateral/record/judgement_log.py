"""The log of judgements: rows are added, and read as what is in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, Select, func, insert, select

from bilateral.record import judgement_codec
from bilateral.record.ids import pieces
from bilateral.record.schema import judged_documents, judgements
from bilateral.types.judgement import Judgement


def append(connection: Connection, judgement: Judgement, spoken_of: Collection[str]) -> Judgement:
    """Add a judgement that speaks of some documents; gives it with its number."""
    number = (connection.execute(select(func.max(judgements.c.id))).scalar() or 0) + 1
    row = {name: getattr(judgement, name) for name in ("time", "author", "reason", "act")}
    connection.execute(insert(judgements), {"id": number, **row, "payload": judgement_codec.dump(judgement)})
    if spoken_of:
        rows = [{"document": document, "judgement": number} for document in sorted(spoken_of)]
        connection.execute(insert(judged_documents), rows)
    return replace(judgement, id=number)


def every(connection: Connection) -> list[Judgement]:
    """All judgements in the order in which they were made."""
    return _read(connection, select(judgements))


def speaking_of(connection: Connection, documents: Iterable[str]) -> list[Judgement]:
    """Those that speak of any of these documents."""
    ids: set[int] = set()
    for piece in pieces(documents):
        query = select(judged_documents.c.judgement).where(judged_documents.c.document.in_(piece))
        ids.update(connection.execute(query).scalars())
    return _read(connection, select(judgements).where(judgements.c.id.in_(sorted(ids)))) if ids else []


def of_actors(connection: Connection) -> list[Judgement]:
    """Those in force that speak of actors."""
    if connection.execute(select(judgements.c.id).limit(1)).scalar() is None:
        return []
    pairs = judgements.c.act.in_(("same", "different")), judgements.c.payload.contains('"actors":')
    return in_force(connection, [one for one in _read(connection, select(judgements).where(*pairs)) if one.actors])


def undone(connection: Connection) -> set[int]:
    """Numbers of judgements that were taken back."""
    undoing = _read(connection, select(judgements).where(judgements.c.act == "undo"))
    return {one.undoes for one in undoing if one.undoes is not None}


def in_force(connection: Connection, told: Iterable[Judgement]) -> list[Judgement]:
    """Those that were not taken back and are no taking back themselves."""
    back = undone(connection)
    return [one for one in told if one.id not in back and one.act != "undo"]


def documents_of(connection: Connection, judgement: int) -> list[str]:
    """The documents that a judgement speaks of."""
    query = select(judged_documents.c.document).where(judged_documents.c.judgement == judgement)
    return list(connection.execute(query).scalars())


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> list[Judgement]:
    return [judgement_codec.load(row) for row in connection.execute(query.order_by(judgements.c.id))]
