"""Events and mentions as they are handed out: every report with its exact words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from bilateral.record import codec, keep_copies
from bilateral.record.called_first import disputed_firsts
from bilateral.record.ids import pieces
from bilateral.record.schema import event_mentions, mentions
from bilateral.record.shelf import load_documents
from bilateral.types.document import Document
from bilateral.types.edtf import bounds
from bilateral.types.event import Event, Evidence
from bilateral.types.mention import Mention


def with_evidence(connection: Connection, payloads: Iterable[str]) -> list[Event]:
    """Events from their payloads, with all their reports."""
    events = [codec.load_event(payload) for payload in payloads]
    told = _mentions(connection, [event.id for event in events])
    documents = _documents(connection, (mention for group in told.values() for mention in group))
    copies = keep_copies.families(connection, documents)
    full = [replace(event, evidence=_all(told[event.id], documents, copies)) for event in events]
    return disputed_firsts(connection, full)


def told_in(connection: Connection, event: str) -> tuple[list[Mention], dict[str, Document]]:
    """The mentions of an event and their documents."""
    mentions = _mentions(connection, [event])[event]
    return mentions, _documents(connection, mentions)


def as_events(connection: Connection, payloads: Iterable[str]) -> list[Event]:
    """Mentions from their payloads in the shape of events with one report."""
    told = [codec.load_mention(payload) for payload in payloads]
    documents = _documents(connection, told)
    return [as_event(mention, documents[mention.document]) for mention in told]


def as_event(mention: Mention, document: Document) -> Event:
    """A mention in the shape of an event; its id stays the mention's."""
    earliest, latest = bounds(mention.date)
    return Event(
        id=mention.id,
        kind=mention.kind,
        plover=mention.plover,
        score=mention.score,
        participants=mention.participants,
        date=mention.date,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        place=mention.place,
        status=mention.status,
        details=mention.details,
        confidence=mention.confidence,
        evidence=tuple(_evidence(mention, document)),
    )


def _all(told: Sequence[Mention], documents: Mapping[str, Document], copies: Mapping[str, str]) -> tuple[Evidence, ...]:
    return tuple(
        item
        for mention in told
        for item in _evidence(mention, documents[mention.document], copies.get(mention.document))
    )


def _evidence(mention: Mention, document: Document, family: str | None = None) -> Iterator[Evidence]:
    for quote in mention.quotes:
        yield Evidence(
            document=document.name,
            document_id=document.id,
            source=document.source,
            published=document.published,
            start=quote.start,
            end=quote.end,
            quote=quote.of(document.text),
            attributed_to=mention.speaker,
            status=mention.status,
            date=mention.date,
            mention=mention.id,
            coder=mention.coder,
            fields=mention.fields,
            family=family,
        )


def _mentions(connection: Connection, events: Sequence[str]) -> dict[str, list[Mention]]:
    """The mentions of events in the order that merging gave them."""
    held = event_mentions.c
    query = select(held.event, mentions.c.payload).join_from(event_mentions, mentions, mentions.c.id == held.mention)
    found: dict[str, list[Mention]] = defaultdict(list)
    for piece in pieces(events):
        for event, payload in connection.execute(
            query.where(held.event.in_(piece)).order_by(held.event, held.position)
        ):
            found[event].append(codec.load_mention(payload))
    return found


def _documents(connection: Connection, told: Iterable[Mention]) -> dict[str, Document]:
    ids = sorted({mention.document for mention in told})
    return {id: document for piece in pieces(ids) for id, document in load_documents(connection, piece)}
