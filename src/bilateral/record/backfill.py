"""What a newer schema keeps of documents and events, worked out for a record that was made before it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from bilateral.merging.firsts import is_called_first
from bilateral.record import codec, evidence, keep_copies, keep_offices, keep_words
from bilateral.record.columns import mark
from bilateral.record.ids import pieces
from bilateral.record.schema import claims, documents, event_conflicts, events, firsts, marks, mentions
from bilateral.record.shelf import load_documents
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.mention import Mention


def backfill(connection: Connection) -> None:
    """Look through all that is stored for copies, offices, conflicts and words."""
    for document in _documents(connection):
        keep_words.insert_document(connection, document)
        keep_copies.insert_copies(connection, document)
        said = _claims(connection, document.id)
        keep_words.insert_claims(connection, said, document.text)
        keep_offices.insert_holdings(connection, document, _mentions(connection, document.id), said)
    ids = list(connection.execute(select(events.c.id).order_by(events.c.id)).scalars())
    for piece in pieces(ids):
        payloads = connection.execute(select(events.c.payload).where(events.c.id.in_(piece))).scalars().all()
        for event in evidence.with_evidence(connection, payloads):
            keep_words.insert_events(connection, [event])
            for field in dict.fromkeys(conflict.field for conflict in event.conflicts):
                connection.execute(insert(event_conflicts), {"event": event.id, "field": field})
            if is_called_first(event):
                connection.execute(insert(firsts), {"event": event.id})


def backfill_marks(connection: Connection) -> None:
    """Write the marks of all events."""
    ids = list(connection.execute(select(events.c.id).order_by(events.c.id)).scalars())
    for piece in pieces(ids):
        payloads = connection.execute(select(events.c.payload).where(events.c.id.in_(piece))).scalars()
        connection.execute(insert(marks), [mark(codec.load_event(payload)) for payload in payloads])


def _documents(connection: Connection) -> Iterator[Document]:
    ids = list(connection.execute(select(documents.c.id).order_by(documents.c.seq)).scalars())
    for piece in pieces(ids):
        found = dict(load_documents(connection, piece))
        yield from (found[id] for id in piece)


def _mentions(connection: Connection, document: str) -> list[Mention]:
    query = select(mentions.c.payload).where(mentions.c.document == document).order_by(mentions.c.id)
    return [codec.load_mention(payload) for payload in connection.execute(query).scalars()]


def _claims(connection: Connection, document: str) -> list[Claim]:
    query = select(claims.c.payload).where(claims.c.document == document).order_by(claims.c.id)
    return [codec.load_claim(payload) for payload in connection.execute(query).scalars()]
