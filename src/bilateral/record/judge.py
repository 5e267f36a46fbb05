"""A person's judgements on a record: each is written down, and the record follows."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bilateral.errors import NotFound, UsageError
from bilateral.merging.correcting import checked
from bilateral.record import adding_mentions, anchors, codec, judgement_log, lookup, pulse, schema, settling
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import event_mentions, mentions
from bilateral.record.sources import now
from bilateral.record.store import Store
from bilateral.types.judgement import Anchor, Judgement
from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class Logged:
    """A judgement and how it stands: ``in force``, ``undone``, ``no longer applies``, or an ``undo`` itself."""

    judgement: Judgement
    state: str


class Judge:
    """Judges in the name of ``author`` (else of whoever runs this), giving ``reason``."""

    def __init__(self, store: Store, threshold: float, author: str | None, reason: str) -> None:
        self._store = store
        self._threshold = threshold
        self._author = author or whoami()
        self._reason = reason

    def same(self, one: str, other: str) -> Judgement:
        """Two mentions or events are one event, or two actors one: the first one's id and name stay."""
        return self._pair("same", one, other)

    def different(self, one: str, other: str) -> Judgement:
        """Two mentions or events are two events, or two actors two."""
        return self._pair("different", one, other)

    def accept(self, mention: str) -> Judgement:
        """A mention (or all of an event's) is right."""
        return self._write("accept", one=mention)

    def reject(self, mention: str) -> Judgement:
        """A mention (or all of an event's) is wrong: it no longer counts."""
        return self._write("reject", one=mention)

    def set(self, target: str, field: str, value: str) -> Judgement:
        """A field of a mention or an event has this value; an empty one takes it away."""
        return self._write("set", one=target, field=field, value=checked(field, value))

    def add(self, document: str, start: int, end: int, told: Mapping[str, Any]) -> Judgement:
        """The coder missed an event: ``told`` are kind, who, date, status, place, details."""
        if not 0 <= start < end:
            raise UsageError(f"a quote needs 0 <= START < END, not {start} and {end}")
        with self._store.write() as connection:
            read = lookup.document(connection, document)
            values = adding_mentions.checked_values(read, Span(start, end), told)
            return self._follow(connection, self._judgement("add", added=values), [read.id])

    def unsure(self, one: str, other: str | None = None, *, field: str | None = None) -> Judgement:
        """Whether this is a mention, the two are one, or which value of ``field`` stands, cannot be told.

        It is written down and changes nothing else.
        """
        if other is None:
            return self._write("unsure", one=one, field=field)
        return self._pair("unsure", one, other)

    def undo(self, number: int | None = None) -> Judgement:
        """Take back a judgement, the last one in force when none is named. Raises NotFound when there is none."""
        with self._store.write() as connection:
            force = judgement_log.in_force(connection, judgement_log.every(connection))
            chosen = [one for one in force if number in (None, one.id)]
            if not chosen:
                what = f"no judgement {number} is in force" if number else "no judgement is in force"
                raise NotFound(f"{what}; list them with: bilateral judge RECORD log")
            back = chosen[-1]
            spoken = judgement_log.documents_of(connection, back.id)
            if back.actors:
                spoken = _telling_of(connection, back.actors)
            return self._follow(connection, self._judgement("undo", undoes=back.id, actors=back.actors), spoken)

    def _pair(self, act: str, one: str, other: str) -> Judgement:
        if ":" in one or ":" in other:
            return self._actors(act, one, other)
        with self._store.write() as connection:
            ones, others = (tuple(anchored(connection, text)) for text in (one, other))
            if {a.mention for a in ones} & {a.mention for a in others}:
                if act == "same":
                    raise UsageError(f"{one} and {other} are one event already")
                raise UsageError(f"{one} and {other} are one event; name the two mentions that are not, as `show` does")
            return self._follow(connection, self._judgement(act, one=ones, other=others), _documents(ones + others))

    def _actors(self, act: str, one: str, other: str) -> Judgement:
        with self._store.write() as connection:
            named = [_actor_name(connection, actor) for actor in (one, other)]
            if one == other:
                raise UsageError(f"{one} is one actor already")
            judgement = self._judgement(act, actors=(one, other), value=named[0])
            return self._follow(connection, judgement, _telling_of(connection, (one, other)))

    def _write(self, act: str, one: str, **said: Any) -> Judgement:
        with self._store.write() as connection:
            spoken = tuple(anchored(connection, one))
            whole = not one.startswith("mtn_")
            judgement = self._judgement(act, one=spoken, whole=whole, **said)
            return self._follow(connection, judgement, _documents(spoken))

    def _judgement(self, act: str, **said: Any) -> Judgement:
        return Judgement(id=0, time=now(), author=self._author, reason=self._reason, act=act, **said)

    def _follow(self, connection: Connection, judgement: Judgement, spoken_of: Iterable[str]) -> Judgement:
        pulse.beat(connection)
        documents = sorted(set(spoken_of))
        kept = judgement_log.append(connection, judgement, [] if judgement.actors else documents)
        settling.settle(connection, Regrouper(self._threshold), documents, anew=judgement.actors is not None)
        return kept


def log(connection: Connection, last: int | None = None) -> list[Logged]:
    """All judgements (or the last ones) in the order in which they were made, with how they stand."""
    every = judgement_log.every(connection)
    every = every if last is None else every[max(0, len(every) - last) :]
    back = judgement_log.undone(connection)
    return [Logged(one, _state(connection, one, back)) for one in every]


def _state(connection: Connection, judgement: Judgement, back: set[int]) -> str:
    if judgement.act == "undo":
        return "undo"
    if judgement.id in back:
        return "undone"
    if judgement.act == "add":
        return "in force" if adding_mentions.added(connection, judgement) else "no longer applies"
    sides = [side for side in (judgement.one, judgement.other) if side]
    holds = all(any(anchors.resolve(connection, anchor) for anchor in side) for side in sides)
    return "in force" if holds else "no longer applies"


def anchored(connection: Connection, text: str) -> list[Anchor]:
    """A mention by its id, or all mentions of an event by the beginning of its id."""
    if text.startswith("mtn_"):
        found = list(connection.execute(_BEGINNING, {"from": text, "to": f"{text}~"}).scalars())
        if len(found) != 1:
            several = "several mentions have" if found else "no mention has"
            raise (UsageError if found else NotFound)(f"{several} an id that begins with {text!r}")
    else:
        id = text if text.startswith("evt_") else f"evt_{text}"
        event = codec.load_event(lookup.event_payload(connection, id)).id
        query = select(event_mentions.c.mention).where(event_mentions.c.event == event)
        found = list(connection.execute(query.order_by(event_mentions.c.position)).scalars())
    query = select(mentions.c.payload).where(mentions.c.id.in_(found))
    told = {one.id: one for one in map(codec.load_mention, connection.execute(query).scalars())}
    return [anchors.anchor(connection, told[id]) for id in found]


def whoami() -> str:
    """Who runs this, by the name of the account."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "unknown"


def _documents(told: Iterable[Anchor]) -> set[str]:
    return {anchor.document for anchor in told}


def _actor_name(connection: Connection, actor: str) -> str:
    query = select(schema.actors.c.name).where(schema.actors.c.actor == actor).order_by(schema.actors.c.id)
    name = connection.execute(query.limit(1)).scalar()
    if name is None:
        raise NotFound(f"no actor has the id {actor!r}; list them with: bilateral export RECORD --of actors")
    return str(name)


def _telling_of(connection: Connection, actors: Iterable[str]) -> list[str]:
    """The documents in which any of these actors takes part, as it was read."""
    held = schema.mention_actors
    query = select(mentions.c.document).join(held, held.c.owner == mentions.c.id)
    query = query.join(schema.actors, schema.actors.c.id == held.c.actor)
    live = set(connection.execute(query.where(schema.actors.c.actor.in_(list(actors)))).scalars())
    corrected = select(mentions.c.document).join(schema.originals, schema.originals.c.mention == mentions.c.id)
    return sorted(live | set(connection.execute(corrected).scalars()))


_BEGINNING = select(mentions.c.id).where(mentions.c.id >= bindparam("from"), mentions.c.id < bindparam("to"))
