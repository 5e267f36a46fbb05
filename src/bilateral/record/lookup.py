"""One event or document by what the user has of its id or name."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, select

from bilateral.errors import NotFound, UsageError
from bilateral.record import codec, keep_tellings
from bilateral.record.schema import addresses, documents, event_mentions, events, redirects, texts
from bilateral.record.shelf import load_documents
from bilateral.types.document import Document

SHOWN = 5


def event_payload(connection: Connection, id: str) -> str:
    """The payload of the event whose id begins so; an id that is no more leads to the event it became part of."""
    exact = _payload(connection, id)
    if exact is not None:
        return exact
    now = connection.execute(select(events.c.id).where(*_begins(events.c.id, id)).limit(SHOWN + 1))
    old = connection.execute(select(redirects.c.new).where(*_begins(redirects.c.old, id)).limit(SHOWN + 1))
    found = sorted({*now.scalars(), *old.scalars()}) if id else []
    if not found:
        raise NotFound(f"no event has an id that begins with {id!r}; list them with: bilateral events RECORD")
    if len(found) > 1:
        raise UsageError(f"several events have an id that begins with {id!r}: {_listed(found)}; give more of it")
    payload = _payload(connection, found[0])
    assert payload is not None
    return payload


def payload_of_mention(connection: Connection, mention: str) -> str:
    """The payload of the event that a mention is part of."""
    query = select(events.c.payload).join(event_mentions, event_mentions.c.event == events.c.id)
    found: str | None = connection.execute(query.where(event_mentions.c.mention == mention)).scalar()
    if found is None:
        raise NotFound(f"no event has a mention of the id {mention!r}; one that was rejected is in none")
    return found


def document(connection: Connection, id_or_name: str) -> Document:
    """The document of this id or name, with what was cut from it."""
    id = _document_id(connection, id_or_name)
    ((_, found),) = load_documents(connection, [id])
    cuts = connection.execute(select(texts.c.cuts).where(texts.c.document == id)).scalar_one()
    told = keep_tellings.tellings_of(connection, [id]).get(id, ())
    return replace(found, cuts=codec.load_cuts(cuts), tellings=told)


def text(connection: Connection, id: str) -> str:
    """The text of a document."""
    found: str | None = connection.execute(select(texts.c.text).where(texts.c.document == id)).scalar()
    if found is None:
        raise _no_document(id)
    return found


def _begins(column: ColumnElement[str], text: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """``column`` begins with ``text``, as a range that an index serves: no id has a ``~``."""
    return column >= text, column < f"{text}~"


def _payload(connection: Connection, id: str) -> str | None:
    found: str | None = connection.execute(select(events.c.payload).where(events.c.id == id)).scalar()
    return found


def _document_id(connection: Connection, id_or_name: str) -> str:
    if connection.execute(select(documents.c.id).where(documents.c.id == id_or_name)).scalar():
        return id_or_name
    named = select(addresses.c.document).where(addresses.c.name == id_or_name).distinct()
    for which in (named.where(addresses.c.current), named):
        found = sorted(connection.execute(which).scalars())
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UsageError(f"several documents are called {id_or_name!r}: {_listed(found)}; give one of these ids")
    raise _no_document(id_or_name)


def _no_document(what: str) -> NotFound:
    return NotFound(f"no document has the id or name {what!r}; list them with: bilateral documents RECORD")


def _listed(ids: list[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (" and more" if len(ids) > SHOWN else "")
