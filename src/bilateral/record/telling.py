"""What one document tells, and what tells one event."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from bilateral.record import codec, evidence, lookup
from bilateral.record.schema import event_mentions, events, mentions
from bilateral.types.document import Document
from bilateral.types.event import Event
from bilateral.types.mention import Mention


@dataclass(frozen=True, slots=True)
class Told:
    """A document, its mentions that count in the order of the text, and their events by the mention's id."""

    document: Document
    mentions: tuple[Mention, ...]
    events: dict[str, Event]


def told_by(connection: Connection, id_or_name: str) -> Told:
    """What the document of this id or name tells."""
    document = lookup.document(connection, id_or_name)
    query = select(mentions.c.id, mentions.c.payload, events.c.payload.label("event"))
    query = query.outerjoin(event_mentions, event_mentions.c.mention == mentions.c.id)
    query = query.outerjoin(events, events.c.id == event_mentions.c.event)
    rows = connection.execute(query.where(mentions.c.document == document.id, mentions.c.live)).all()
    told = sorted((codec.load_mention(row.payload) for row in rows), key=lambda one: (one.quotes, one.id))
    payloads = dict.fromkeys(row.event for row in rows if row.event)
    full = {event.id: event for event in evidence.with_evidence(connection, payloads)}
    owner = {item.mention: event for event in full.values() for item in event.evidence}
    return Told(document, tuple(told), {one.id: owner[one.id] for one in told if one.id in owner})


@dataclass(frozen=True, slots=True)
class Reports:
    """An event, its mentions in the order that merging gave them, and their documents by id."""

    event: Event
    mentions: tuple[Mention, ...]
    documents: dict[str, Document]


def reports(connection: Connection, id: str) -> Reports:
    """The event whose id begins so with what tells it."""
    (event,) = evidence.with_evidence(connection, [lookup.event_payload(connection, id)])
    told, documents = evidence.told_in(connection, event.id)
    return Reports(event, tuple(told), documents)
