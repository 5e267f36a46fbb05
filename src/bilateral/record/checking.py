"""Whether a record holds together: every mention in one event, every word where it is said to stand."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, FromClause, exists, func, not_, select

from bilateral.record import codec, judge, schema
from bilateral.record.schema import (
    copies,
    documents,
    event_mentions,
    events,
    judged_pairs,
    links,
    mentions,
    originals,
    redirects,
    sought,
    texts,
)  # fmt: skip

SHOWN = 3


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong, one line a fault."""
    yield from _references(connection)
    yield from _events(connection)
    yield from _words(connection)
    for one in judge.log(connection):
        if one.state == "no longer applies":
            yield (
                f"judgement {one.judgement.id} ({one.judgement.act}) no longer finds what it speaks of; "
                f"take it back with: bilateral judge RECORD undo {one.judgement.id}"
            )


def _references(connection: Connection) -> Iterator[str]:
    """What should lead to something that there is."""
    both = links.alias()
    back = exists().where(both.c.one == links.c.other, both.c.other == links.c.one)
    dead = select(mentions.c.id).where(mentions.c.id == links.c.one, mentions.c.live)
    yield from _told(connection, links.c.one, ~back, "mentions are linked one way only")
    yield from _told(connection, links.c.one, not_(dead.exists()), "mentions that do not count are linked")
    there = exists().where(events.c.id == redirects.c.new)
    yield from _told(connection, redirects.c.old, ~there, "old ids of events lead nowhere")
    turned = copies.alias()
    back = exists().where(turned.c.one == copies.c.other, turned.c.other == copies.c.one)
    yield from _told(connection, copies.c.one, ~back, "documents are copies one way only")
    turned = judged_pairs.alias()
    back = exists().where(turned.c.one == judged_pairs.c.other, turned.c.other == judged_pairs.c.one)
    yield from _told(connection, judged_pairs.c.one, ~back, "mentions are judged one way only")
    known = exists().where(documents.c.id == texts.c.document)
    yield from _told(connection, texts.c.document, ~known, "texts are of no document")
    known = exists().where(mentions.c.id == originals.c.mention)
    yield from _told(connection, originals.c.mention, ~known, "corrected mentions are not there")


def _events(connection: Connection) -> Iterator[str]:
    """Every mention that counts is in one event, and every event has some."""
    held = exists().where(event_mentions.c.mention == mentions.c.id)
    yield from _told(connection, mentions.c.id, mentions.c.live & ~held, "mentions count and are in no event")
    yield from _told(connection, mentions.c.id, ~mentions.c.live & held, "mentions do not count and are in an event")
    filled = exists().where(event_mentions.c.event == events.c.id)
    yield from _told(connection, events.c.id, ~filled, "events have no mention")
    present = exists().where(documents.c.id == mentions.c.document, documents.c.current)
    yield from _told(connection, mentions.c.id, mentions.c.live & ~present, "mentions of old documents count")
    found = exists().where(sought.c.owner == events.c.id, sought.c.sort == "event")
    yield from _told(connection, events.c.id, ~found, "events are not found by search")


def _words(connection: Connection) -> Iterator[str]:
    """Every span lies in its document, and every payload can be read."""
    query = select(mentions.c.id, mentions.c.payload, func.length(texts.c.text).label("length"))
    query = query.join(texts, texts.c.document == mentions.c.document).execution_options(yield_per=500)
    for row in connection.execute(query):
        try:
            mention = codec.load_mention(row.payload)
        except (ValueError, KeyError, TypeError) as error:
            yield f"mention {row.id} cannot be read ({error})"
            continue
        spans = [*mention.quotes, *(span for spans in mention.fields.values() for span in spans)]
        if any(span.end > row.length for span in spans):
            yield f"mention {row.id} has words outside its document"
        if mention.id != row.id:
            yield f"mention {row.id} is stored under another id than {mention.id}"
    for table in (schema.events, schema.claims):
        yield from _readable(connection, table)


def _readable(connection: Connection, table: FromClause) -> Iterator[str]:
    load = codec.load_event if table is schema.events else codec.load_claim
    for row in connection.execute(select(table.c.id, table.c.payload).execution_options(yield_per=500)):
        try:
            load(row.payload)
        except (ValueError, KeyError, TypeError) as error:
            yield f"{table.description} {row.id} cannot be read ({error})"


def _told(connection: Connection, column: ColumnElement[str], where: ColumnElement[bool], what: str) -> Iterator[str]:
    query = select(column).where(where).distinct().order_by(column)
    found = list(connection.execute(query).scalars())
    if found:
        yield f"{len(found)} {what}: {', '.join(found[:SHOWN])}{' ...' if len(found) > SHOWN else ''}"
