"""Events: written anew where their mentions changed, left alone where they did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from bilateral.merging.firsts import is_called_first
from bilateral.record import codec, keep_words, links
from bilateral.record.columns import days, mark, searched
from bilateral.record.identity import Known
from bilateral.record.ids import pieces
from bilateral.record.schema import event_conflicts, event_mentions, events, firsts, marks, redirects
from bilateral.types.event import Event, Group


def holding(connection: Connection, mentions: Iterable[str]) -> list[Known]:
    """The events that hold any of these mentions, with all of theirs, the oldest first."""
    ids: set[str] = set()
    for piece in pieces(mentions):
        ids.update(row.event for row in connection.execute(_HOLDING, {"ids": piece}))
    return sorted(_known(connection, ids), key=lambda event: (event.made, event.id))


def among(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of ``ids`` that events have."""
    found: set[str] = set()
    for piece in pieces(ids):
        found.update(row.id for row in connection.execute(_AMONG, {"ids": piece}))
    return found


def remove(connection: Connection, gone: Sequence[str]) -> None:
    """Take events away, with all that hangs on them."""
    if gone:
        links.untie(connection, "events", gone)
        keep_words.remove(connection, "event", gone)
        ids = [{"gone": id} for id in gone]
        for table in (event_conflicts, firsts):
            connection.execute(delete(table).where(table.c.event == bindparam("gone")), ids)
        connection.execute(delete(marks).where(marks.c.id == bindparam("gone")), ids)
        connection.execute(delete(event_mentions).where(event_mentions.c.event == bindparam("gone")), ids)
        connection.execute(delete(events).where(events.c.id == bindparam("gone")), ids)


def insert_events(connection: Connection, made: Sequence[tuple[Known, Group]], numbers: links.ActorNumbers) -> None:
    """Write events under their lasting ids."""
    if not made:
        return
    named = [(known, replace(group.event, id=known.id, evidence=())) for known, group in made]
    connection.execute(insert(events), [_row(known, event) for known, event in named])
    connection.execute(insert(marks), [mark(event) for _, event in named])
    held = [
        {"event": known.id, "position": position, "mention": mention}
        for known, _ in named
        for position, mention in enumerate(known.mentions)
    ]
    connection.execute(insert(event_mentions), held)
    _insert_marks(connection, made)
    keep_words.insert_events(connection, (replace(group.event, id=known.id) for known, group in made))
    owners = ((event.id, days(event.earliest, event.latest)["day"], event.participants) for _, event in named)
    links.tie(connection, "events", owners, numbers)
    back = [{"back": known.id} for known, _ in named]
    connection.execute(delete(redirects).where(redirects.c.old == bindparam("back")), back)


def _insert_marks(connection: Connection, made: Sequence[tuple[Known, Group]]) -> None:
    """Note in which fields events are disputed, and which are called the first ever."""
    disputed = [
        {"event": known.id, "field": field}
        for known, group in made
        for field in dict.fromkeys(conflict.field for conflict in group.event.conflicts)
    ]
    called_first = [{"event": known.id} for known, group in made if is_called_first(group.event)]
    for table, rows in ((event_conflicts, disputed), (firsts, called_first)):
        if rows:
            connection.execute(insert(table), rows)


def forget(connection: Connection, lost: Sequence[str]) -> None:
    """Events that are no more and that nothing follows: what led to them leads nowhere."""
    if lost:
        gone = [{"gone": id} for id in lost]
        connection.execute(delete(redirects).where(redirects.c.new == bindparam("gone")), gone)


def redirect(connection: Connection, old: str, new: str) -> None:
    """Let an id that is no more, and all that led to it, lead to ``new``."""
    connection.execute(update(redirects).where(redirects.c.new == old).values(new=new))
    connection.execute(delete(redirects).where(redirects.c.old == old))
    connection.execute(insert(redirects), {"old": old, "new": new})


def _row(known: Known, event: Event) -> dict[str, object]:
    return {
        **searched(event),
        **days(event.earliest, event.latest),
        "origin": known.origin,
        "made": known.made,
        "payload": codec.dump_event(event),
    }


def _known(connection: Connection, ids: set[str]) -> list[Known]:
    mentions: dict[str, list[str]] = defaultdict(list)
    found = []
    for piece in pieces(sorted(ids)):
        held = select(event_mentions.c.event, event_mentions.c.mention).where(event_mentions.c.event.in_(piece))
        for event, mention in connection.execute(held.order_by(event_mentions.c.event, event_mentions.c.position)):
            mentions[event].append(mention)
        query = select(events.c.id, events.c.origin, events.c.made).where(events.c.id.in_(piece))
        found += [Known(id, origin, made, tuple(mentions[id])) for id, origin, made in connection.execute(query)]
    return found


_IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_HOLDING = select(event_mentions.c.event).where(event_mentions.c.mention.in_(_IDS))
_AMONG = select(events.c.id).where(events.c.id.in_(_IDS))
"""Made once: making a query takes longer than running it."""
