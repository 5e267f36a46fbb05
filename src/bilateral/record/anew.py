"""Merging all mentions of a record anew, when the threshold or merging itself has changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, select

from bilateral.record import keep_documents, keep_mentions, schema
from bilateral.record.ids import pieces
from bilateral.record.regroup import Regrouper
from bilateral.record.store import Store
from bilateral.settings import Settings


def regroup_all(store: Store, settings: Settings) -> None:
    """:func:`merge_anew` in a transaction of its own."""
    with store.write() as connection:
        merge_anew(connection, Regrouper(settings.number("merge_threshold")))


def merge_anew(connection: Connection, regrouper: Regrouper) -> None:
    """Block, compare and group all that counts, as if it had just come; events keep their ids where they can."""
    connection.execute(delete(schema.links))
    connection.execute(delete(schema.blocks))
    for piece in pieces(_documents(connection)):
        for document, mentions in regrouper.told_in(connection, piece).items():
            keep_mentions.insert_blocks(connection, document, mentions)
    for piece in pieces(_mentions(connection)):
        regrouper.link_forward(connection, piece)
    made = keep_documents.age(connection)
    seen: set[str] = set()
    for piece in pieces(_mentions(connection)):
        if start := [id for id in piece if id not in seen]:
            seen |= regrouper.regroup(connection, (), (), start, made)


def _documents(connection: Connection) -> Iterator[str]:
    table = schema.documents.c
    query = select(table.id).where(table.current).order_by(table.seq)
    return iter(list(connection.execute(query).scalars()))


def _mentions(connection: Connection) -> Iterator[str]:
    table = schema.mentions.c
    query = select(table.id).where(table.live).order_by(table.id)
    return iter(list(connection.execute(query).scalars()))
