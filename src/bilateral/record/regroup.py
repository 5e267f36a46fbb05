"""Events brought in line with the mentions that came and went, at the cost of what these touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from bilateral.merging.group import Known as Beside
from bilateral.merging.group import group_facets
from bilateral.record import identity, keep_copies, keep_events, keep_judged, keep_mentions, keep_offices, linking
from bilateral.record.identity import Known
from bilateral.record.links import ActorNumbers
from bilateral.record.shelf import Shelf, load_documents, load_mentions
from bilateral.types.document import Document
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


@dataclass(frozen=True, slots=True)
class Moved:
    """Mentions that no longer count, and those that do now: some of these may tell the same as some of those."""

    gone: Sequence[Mention]
    come: Sequence[Mention]


class Regrouper:
    """Holds what is at hand between one document and the next."""

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self.numbers = ActorNumbers()
        self.mentions: Shelf[Mention] = Shelf(load_mentions, MENTIONS_AT_HAND)
        self.documents = Shelf(load_documents, DOCUMENTS_AT_HAND)
        self.linker = linking.Linker(self.mentions, self.documents, threshold)

    def lay(self, document: Document, mentions: Sequence[Mention]) -> None:
        """Have at hand what was just stored."""
        self.documents.put(document.id, replace(document, cuts=()))
        for mention in mentions:
            self.mentions.put(mention.id, mention)

    def told_in(self, connection: Connection, documents: Sequence[str]) -> dict[Document, list[Mention]]:
        """Documents, each with its mentions in the order of their ids."""
        found = self.documents.get(connection, documents)
        return {
            document: list(self.mentions.get(connection, keep_mentions.ids_in(connection, id)).values())
            for id, document in found.items()
        }

    def regroup(
        self,
        connection: Connection,
        come: Sequence[Mention],
        gone: Sequence[Mention],
        again: Collection[str] = (),
        made: int = 0,
    ) -> set[str]:
        """Let ``come`` count and ``gone`` no longer; look anew at the mentions ``again``. ``made`` dates new events.

        Gives all mentions whose grouping was looked at.
        """
        self.linker.link(connection, [mention.id for mention in come])
        lost = [mention.id for mention in gone]
        start = {mention.id for mention in come} | linking.cut(connection, lost) | set(lost) | set(again)
        touched = linking.reach(connection, start) - set(lost)
        self.rewrite(connection, touched, made, Moved(gone, come), anew=bool(again))
        return touched

    def rewrite(
        self,
        connection: Connection,
        ids: Set[str],
        made: int,
        moved: Moved | None = None,
        *,
        anew: bool = False,
    ) -> None:
        """Write the events of mentions that no link joins to others; ``anew``: also those that hold what they did."""
        moved = moved or Moved((), ())
        lost = {mention.id for mention in moved.gone}
        before = keep_events.holding(connection, ids | lost)
        groups = self._groups(connection, ids)
        members = [[mention.id for mention in group.mentions] for group in groups]
        taken = partial(keep_events.among, connection)
        named = identity.name(members, before, made, _heirs(moved.gone, moved.come), taken)
        self._write(connection, _changes(before, named, groups, ids if anew else frozenset()))

    def forget(self, ids: Collection[str]) -> None:
        """Forget mentions that have changed."""
        self.mentions.drop(ids)
        self.linker.forget(ids)

    def clear(self) -> None:
        """Forget what was at hand: a transaction was rolled back, or another process wrote."""
        self.numbers.forget()
        self.mentions.clear()
        self.documents.clear()
        self.linker.clear()

    def _write(self, connection: Connection, changes: Changes) -> None:
        keep_events.remove(connection, changes.gone)
        keep_events.insert_events(connection, changes.made, self.numbers)
        for gone, new in changes.redirects.items():
            keep_events.redirect(connection, gone, new)
        made = {known.id for known, _ in changes.made}
        keep_events.forget(connection, [id for id in changes.gone if id not in made and id not in changes.redirects])

    def _groups(self, connection: Connection, ids: Collection[str]) -> list[Group]:
        if not ids:
            return []
        facets = self.linker.facets.get(connection, sorted(ids)).values()
        documents = self.documents.get(connection, sorted({facet.mention.document for facet in facets}))
        copies = keep_copies.families(connection, documents) if keep_copies.any_copies(connection) else {}
        decided = keep_judged.decided(connection, ids)
        known = Beside(copies, decided, linking.among(connection, ids))
        groups = group_facets(facets, documents, self.threshold, known)
        return keep_offices.with_holders(connection, groups)


def _changes(before: Sequence[Known], named: identity.Naming, groups: Sequence[Group], again: Set[str]) -> Changes:
    old = {event.id: event for event in before}
    same = {k.id for k in named.kept if _same(old.get(k.id), k) and again.isdisjoint(k.mentions)}
    made = [(known, group) for known, group in zip(named.kept, groups, strict=True) if known.id not in same]
    return Changes([id for id in old if id not in same], made, named.redirects)


def _same(before: Known | None, now: Known) -> bool:
    return before is not None and before.mentions == now.mentions


def _heirs(gone: Sequence[Mention], come: Sequence[Mention]) -> Mapping[str, str]:
    """For each mention that is gone, one of the new ones that tells the same, or else the most like it."""
    heirs: dict[str, str] = {}
    for gist in (_gist, _gist_of_any_date):
        free: dict[object, list[str]] = {}
        for mention in come:
            if mention.id not in heirs.values():
                free.setdefault(gist(mention), []).append(mention.id)
        for mention in gone:
            if mention.id not in heirs and (same := free.get(gist(mention))):
                heirs[mention.id] = same.pop(0)
    return heirs


def _gist(mention: Mention) -> object:
    return _gist_of_any_date(mention), mention.date


def _gist_of_any_date(mention: Mention) -> object:
    return mention.kind, frozenset(p.country for p in mention.participants), mention.details.get("what")
