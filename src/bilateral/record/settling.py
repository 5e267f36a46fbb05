"""Mentions brought in line with the judgements that speak of them: corrected, set aside, added, tied or parted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bilateral.merging.correcting import given_values
from bilateral.record import anchors, codec, judgement_log, keep_documents, keep_mentions, linking
from bilateral.record.adding_mentions import CODER, added
from bilateral.record.columns import searched, when
from bilateral.record.ids import pieces
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import judged_pairs, judged_values, mentions, originals
from bilateral.types.document import Document
from bilateral.types.judgement import Anchor, Judgement
from bilateral.types.mention import Mention

SURE = 1.0
"""How sure a mention is that a person has accepted."""


@dataclass(slots=True)
class Verdicts:
    """What judgements in force say of single mentions."""

    rejected: dict[str, bool] = field(default_factory=dict)
    given: dict[str, dict[str, object]] = field(default_factory=dict)
    added: dict[str, Mention] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def on(self, mention: Mention) -> Mention:
        """``mention`` as it counts."""
        told = given_values(mention, self.given[mention.id]) if mention.id in self.given else mention
        if self.rejected.get(mention.id) is False:
            told = replace(told, confidence=SURE)
        if any(p.actor in self.aliases for p in told.participants):
            told = replace(told, participants=tuple(map(self._renamed, told.participants)))
        return told

    def _renamed(self, participant: Any) -> Any:
        actor, name = self.aliases.get(participant.actor, (participant.actor, participant.name))
        return replace(participant, actor=actor, name=name)


def settle(connection: Connection, regrouper: Regrouper, documents: Iterable[str], *, anew: bool = False) -> None:
    """Bring the mentions of some documents in line with all judgements about these; ``anew``: group all of them."""
    ids = sorted(anchors.lineage(connection, documents))
    told = judgement_log.speaking_of(connection, ids)
    force = judgement_log.in_force(connection, told)
    again = _tie(connection, told, force)
    verdicts = _verdicts(connection, force)
    verdicts.aliases = aliases(connection)
    come: list[Mention] = []
    gone: list[Mention] = []
    for document in regrouper.documents.get(connection, ids).values():
        one, other, changed = _settle_one(connection, regrouper, document, verdicts)
        come, gone, again = come + one, gone + other, again | changed | {mention.id for mention in one}
        again |= set(keep_mentions.ids_in(connection, document.id)) if anew else set()
    regrouper.forget(again | {mention.id for mention in (*come, *gone)})
    again = keep_mentions.living(connection, again)
    regrouper.regroup(connection, come, gone, again, keep_documents.age(connection))


def aliases(connection: Connection) -> dict[str, tuple[str, str]]:
    """Actors that were judged the same as another: id and name of that one."""
    found: dict[str, tuple[str, str]] = {}
    for one in judgement_log.of_actors(connection):
        if one.act == "same" and one.actors:
            kept, other = one.actors
            kept, name = found.get(kept, (kept, str(one.value or kept)))
            found = {actor: (kept, name) if to[0] == other else to for actor, to in found.items()}
            found[other] = kept, name
            found.pop(kept, None)
    return found


def is_judged(connection: Connection, documents: Collection[str], told: Iterable[Mention]) -> bool:
    """Whether any judgement speaks of these documents, or of an actor in their mentions."""
    if judgement_log.speaking_of(connection, sorted(anchors.lineage(connection, documents))):
        return True
    named = aliases(connection)
    return bool(named) and any(p.actor in named for mention in told for p in mention.participants)


def _verdicts(connection: Connection, force: Sequence[Judgement]) -> Verdicts:
    found = Verdicts()
    for judgement in force:
        if judgement.act == "add":
            mention = added(connection, judgement)
            found.added |= {mention.id: mention} if mention else {}
        for id in _resolved(connection, judgement.one):
            if judgement.act in ("accept", "reject"):
                found.rejected[id] = judgement.act == "reject"
            elif judgement.act == "set" and not judgement.whole:
                found.given.setdefault(id, {})[str(judgement.field)] = judgement.value
    return found


def _settle_one(
    connection: Connection, regrouper: Regrouper, document: Document, verdicts: Verdicts
) -> tuple[list[Mention], list[Mention], set[str]]:
    """Mentions of a document that count from now on, that no longer do, and others to be looked at anew."""
    counts = keep_documents.counts(connection, document.id)
    _bring_added(connection, document, verdicts.added)
    led: set[str] = set()
    come: list[Mention] = []
    gone: list[Mention] = []
    for row in rows(connection, document.id):
        before, coded = codec.load_mention(row.payload), codec.load_mention(row.original or row.payload)
        now = verdicts.on(coded)
        lives = (
            counts and not verdicts.rejected.get(row.id) and not (row.coder == CODER and row.id not in verdicts.added)
        )
        if (now, lives) == (before, row.live):
            continue
        write(connection, now, coded, lives)
        if row.live:
            keep_mentions.set_aside(connection, document, [before])
            led |= linking.cut(connection, [row.id])
            if not lives:
                gone.append(before)
        if lives:
            regrouper.forget([row.id])
            keep_mentions.set_live(connection, document, [now], regrouper.numbers)
            come.append(now)
    return come, gone, led


def _bring_added(connection: Connection, document: Document, told: Mapping[str, Mention]) -> None:
    """Store what persons have added to a document, not yet live."""
    known = set(keep_mentions.ids_in(connection, document.id))
    new = [one for one in told.values() if one.document == document.id and one.id not in known]
    keep_mentions.insert_mentions(connection, new, live=False)


def rows(connection: Connection, document: str) -> Sequence[Any]:
    """The mentions of a document as they count and, where a judgement has corrected them, as they were read."""
    query = select(
        mentions.c.id, mentions.c.live, mentions.c.coder, mentions.c.payload, originals.c.payload.label("original")
    )
    query = query.outerjoin(originals, originals.c.mention == mentions.c.id).where(mentions.c.document == document)
    return connection.execute(query.order_by(mentions.c.id)).all()


def write(connection: Connection, now: Mention, coded: Mention, lives: bool) -> None:
    """Write a mention as it counts now, and beside it what the coder read where that is something else."""
    row = {**searched(now), **when(now.date), "live": lives, "payload": codec.dump_mention(now)}
    connection.execute(update(mentions).where(mentions.c.id == now.id).values(row))
    connection.execute(delete(originals).where(originals.c.mention == now.id))
    if now != coded:
        connection.execute(insert(originals), {"mention": now.id, "payload": codec.dump_mention(coded)})


def _tie(connection: Connection, told: Sequence[Judgement], force: Sequence[Judgement]) -> set[str]:
    """Write which mentions go together and which do not, and what their events are given; gives all concerned."""
    changed: set[str] = set()
    for piece in pieces(str(one.id) for one in told):
        numbers = [int(id) for id in piece]
        for table, columns in ((judged_pairs, ("one", "other")), (judged_values, ("mention",))):
            query = select(*(table.c[name] for name in columns)).where(table.c.judgement.in_(numbers))
            changed |= {id for row in connection.execute(query) for id in row}
            connection.execute(delete(table).where(table.c.judgement.in_(numbers)))
    for judgement in force:
        if judgement.act in ("same", "different") and not judgement.actors:
            changed |= _tie_pairs(connection, judgement)
        if judgement.act == "set" and judgement.whole:
            changed |= _tie_value(connection, judgement)
    return changed


def _tie_pairs(connection: Connection, judgement: Judgement) -> set[str]:
    ones, others = _resolved(connection, judgement.one), _resolved(connection, judgement.other)
    pairs = {pair for a, b in product(ones, others) if a != b for pair in ((a, b), (b, a))}
    for a, b in sorted(pairs):
        connection.execute(delete(judged_pairs).where(judged_pairs.c.one == a, judged_pairs.c.other == b))
        row = {"one": a, "other": b, "same": judgement.act == "same", "judgement": judgement.id}
        connection.execute(insert(judged_pairs), row)
    return {id for pair in pairs for id in pair}


def _tie_value(connection: Connection, judgement: Judgement) -> set[str]:
    """A value of an event hangs on the first of its mentions that there still is."""
    first = next(iter(_resolved(connection, judgement.one)), None)
    if first is None:
        return set()
    where = (judged_values.c.mention == first, judged_values.c.field == judgement.field)
    connection.execute(delete(judged_values).where(*where))
    row = {"mention": first, "field": judgement.field, "judgement": judgement.id}
    connection.execute(insert(judged_values), {**row, "value": codec.dumps(judgement.value)})
    return {first}


def _resolved(connection: Connection, told: Iterable[Anchor]) -> list[str]:
    found = (anchors.resolve(connection, anchor) for anchor in told)
    return list(dict.fromkeys(id for id in found if id is not None))
