"""Events brought in line with the mentions that came and went, at the cost of what these touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from bilateral import merging
from bilateral.record import identity, keep_events, linking
from bilateral.record.identity import Known
from bilateral.record.links import ActorNumbers
from bilateral.record.shelf import Shelf, load_documents, load_mentions
from bilateral.types.event import Group
from bilateral.types.mention import Mention

MENTIONS_AT_HAND = 50_000
DOCUMENTS_AT_HAND = 5_000


@dataclass(frozen=True, slots=True)
class Changes:
    """Events to take away, to write (some of them anew), and ids to redirect."""

    gone: Sequence[str]
    made: Sequence[tuple[Known, Group]]
    redirects: Mapping[str, str]


class Regrouper:
    """Holds what is at hand between one document and the next."""

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self.numbers = ActorNumbers()
        self.mentions: Shelf[Mention] = Shelf(load_mentions, MENTIONS_AT_HAND)
        self.documents = Shelf(load_documents, DOCUMENTS_AT_HAND)
        self._linker = linking.Linker(self.mentions, self.documents, threshold)

    def regroup(
        self,
        connection: Connection,
        come: Sequence[Mention],
        gone: Sequence[Mention],
        again: Collection[str] = (),
        made: int = 0,
    ) -> None:
        """Let ``come`` count and ``gone`` no longer; look anew at the mentions ``again``. ``made`` dates new events."""
        self._linker.link(connection, come)
        lost = [mention.id for mention in gone]
        before = keep_events.holding(connection, lost)
        start = {mention.id for mention in come} | linking.cut(connection, lost) | set(again)
        start.update(mention for event in before for mention in event.mentions)
        touched = linking.reach(connection, start) - set(lost)
        before = keep_events.holding(connection, touched | set(lost))
        groups = self._groups(connection, touched)
        members = [[mention.id for mention in group.mentions] for group in groups]
        taken = partial(_elsewhere, connection, {event.id for event in before})
        named = identity.name(members, before, made, _heirs(gone, come), taken)
        self._write(connection, _changes(before, named, groups, set(again)))

    def clear(self) -> None:
        """Forget what was at hand: a transaction was rolled back, or another process wrote."""
        self.numbers.forget()
        self.mentions.clear()
        self.documents.clear()
        self._linker.clear()

    def _write(self, connection: Connection, changes: Changes) -> None:
        keep_events.remove(connection, changes.gone)
        keep_events.insert_events(connection, changes.made, self.numbers)
        for gone, new in changes.redirects.items():
            keep_events.redirect(connection, gone, new)

    def _groups(self, connection: Connection, ids: Collection[str]) -> list[Group]:
        mentions = list(self.mentions.get(connection, sorted(ids)).values())
        documents = self.documents.get(connection, sorted({mention.document for mention in mentions}))
        return merging.group(mentions, documents, self.threshold) if mentions else []


def _changes(before: Sequence[Known], named: identity.Naming, groups: Sequence[Group], again: set[str]) -> Changes:
    old = {event.id: event for event in before}
    same = {k.id for k in named.kept if _same(old.get(k.id), k) and not again.intersection(k.mentions)}
    made = [(known, group) for known, group in zip(named.kept, groups, strict=True) if known.id not in same]
    return Changes([id for id in old if id not in same], made, named.redirects)


def _same(before: Known | None, now: Known) -> bool:
    return before is not None and before.mentions == now.mentions


def _elsewhere(connection: Connection, here: Collection[str], id: str) -> bool:
    return id not in here and keep_events.exists(connection, id)


def _heirs(gone: Sequence[Mention], come: Sequence[Mention]) -> Mapping[str, str]:
    """For each mention that is gone, one of the new ones that tells of the same kind, states and date."""
    free: dict[object, list[str]] = {}
    for mention in come:
        free.setdefault(_gist(mention), []).append(mention.id)
    return {mention.id: free[gist].pop(0) for mention in gone if free.get(gist := _gist(mention))}


def _gist(mention: Mention) -> object:
    states = frozenset(p.country for p in mention.participants)
    return mention.kind, states, mention.date, mention.details.get("what")
