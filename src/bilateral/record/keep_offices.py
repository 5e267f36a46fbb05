"""Who holds which office, as documents tell: kept by document, joined when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, insert, or_, select, tuple_

from bilateral.merging import tenures
from bilateral.merging.tenures import Key
from bilateral.record import schema
from bilateral.record.codec import dumps
from bilateral.record.ids import pieces
from bilateral.record.schema import documents, event_mentions, events, holdings, mention_actors, mentions
from bilateral.types.actor import Participant
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.event import Event, Group
from bilateral.types.mention import Mention
from bilateral.types.office import Holder, Holding, Tenure
from bilateral.types.span import Span


def insert_holdings(
    connection: Connection, document: Document, told: Iterable[Mention], claims: Iterable[Claim]
) -> None:
    """Store what a document says of offices."""
    rows = [
        {"document": document.id, "number": number, "state": h.state, "office": h.office, "payload": _dump(h)}
        for number, h in enumerate(tenures.holdings(document, told, claims))
    ]
    if rows:
        connection.execute(insert(holdings), rows)


def told_by(connection: Connection, ids: Iterable[str]) -> set[Key]:
    """The offices that some documents speak of."""
    found: set[Key] = set()
    for piece in pieces(ids):
        query = select(holdings.c.state, holdings.c.office).where(holdings.c.document.in_(piece)).distinct()
        found.update((row.state, row.office) for row in connection.execute(query))
    return found


def tenures_of(
    connection: Connection, keys: Collection[Key], without: Collection[str] = (), with_: Collection[str] = ()
) -> dict[Key, list[Tenure]]:
    """Tenures of some offices from all documents that count, but those ``without``, and those of ``with_``."""
    found: dict[Key, list[Tenure]] = {}
    told = (holding for holding in _holdings(connection, keys, with_) if holding.document not in without)
    for tenure in tenures.tenures(told):
        found.setdefault((tenure.state, tenure.office), []).append(tenure)
    return found


def all_tenures(connection: Connection, state: str | None = None) -> list[Tenure]:
    """Tenures of all offices, or of those of a state."""
    query = select(holdings.c.payload).join(documents, documents.c.id == holdings.c.document)
    query = query.where(documents.c.current)
    if state is not None:
        query = query.where(holdings.c.state == state)
    return tenures.tenures(_load(payload) for payload in connection.execute(query).scalars())


def with_holders(connection: Connection, groups: Sequence[Group]) -> list[Group]:
    """Events in which an office without a name has the name of its holder then, where documents tell who that was."""
    keys = {key for group in groups for p in group.event.participants if (key := office_of(p))}
    if not keys:
        return list(groups)
    known = tenures_of(connection, keys)
    return [replace(group, event=_filled(group.event, known)) for group in groups]


def office_of(participant: Participant) -> Key | None:
    """The office that a participant stands for without a name."""
    scheme, _, rest = participant.actor.partition(":")
    state, _, office = rest.partition("/")
    return (state, office) if scheme == "office" and office else None


def naming(connection: Connection, keys: Collection[Key], before: Mapping[Key, Sequence[Tenure]]) -> set[str]:
    """Mentions of events that name one of these offices, and of which somebody else now is the holder then."""
    after = tenures_of(connection, keys)
    found: set[str] = set()
    for key in sorted(keys):
        old, new = before.get(key, ()), after.get(key, ())
        if old == new:
            continue
        for mention, date in _events_naming(connection, key):
            if _named(tenures.holder(old, date)) != _named(tenures.holder(new, date)):
                found.add(mention)
    return found


def _events_naming(connection: Connection, key: Key) -> list[tuple[str, str | None]]:
    """A mention of each event that names an office, with the event's date."""
    actors = schema.actors.c
    query = select(event_mentions.c.mention, events.c.payload).join(events, events.c.id == event_mentions.c.event)
    query = query.join(mentions, mentions.c.id == event_mentions.c.mention)
    query = query.join(mention_actors, mention_actors.c.owner == mentions.c.id)
    query = query.join(schema.actors, actors.id == mention_actors.c.actor)
    query = query.where(actors.actor == f"office:{key[0]}/{key[1]}")
    return [(row.mention, json.loads(row.payload)["date"]) for row in connection.execute(query)]


def _filled(event: Event, known: Mapping[Key, Sequence[Tenure]]) -> Event:
    present = {p.actor for p in event.participants}
    filled = []
    for one in event.participants:
        key = office_of(one)
        found = tenures.holder(known.get(key, ()), event.date) if key else None
        if found is None or found.tenure.actor in present:
            filled.append(one)
            continue
        words = found.holding.words
        told = (found.holding.document, words.start, words.end)
        named = replace(one, actor=found.tenure.actor, name=found.tenure.name, inferred=True, inferred_from=told)
        filled.append(replace(named, office=one.office or found.tenure.title))
    return replace(event, participants=tuple(filled))


def _named(found: Holder | None) -> tuple[str, Holding] | None:
    return (found.tenure.name, found.holding) if found else None


def _holdings(connection: Connection, keys: Collection[Key], with_: Collection[str] = ()) -> list[Holding]:
    query = select(holdings.c.payload).join(documents, documents.c.id == holdings.c.document)
    query = query.where(or_(documents.c.current, documents.c.id.in_(with_)) if with_ else documents.c.current)
    found: list[Holding] = []
    asked = sorted(keys)
    for at in range(0, len(asked), 200):
        where = tuple_(holdings.c.state, holdings.c.office).in_(asked[at : at + 200])
        found += [_load(payload) for payload in connection.execute(query.where(where)).scalars()]
    return found


def _dump(holding: Holding) -> str:
    told = {name: getattr(holding, name) for name in holding.__slots__ if name != "words"}
    return dumps({**told, "words": [holding.words.start, holding.words.end]})


def _load(payload: str) -> Holding:
    told = json.loads(payload)
    return Holding(**{**told, "words": Span(*told["words"])})
