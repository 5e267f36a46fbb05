"""Which mentions merging takes for one event when it looks at two alone: kept, so that each pair is compared once.

Merging decides by itself about each set of mentions that links join, directly or through others. That is why a new
document asks for the work of what it touches only, and why the order in which documents come does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, delete, insert, select

from bilateral.merging.blocks import sought
from bilateral.merging.compare import reaches
from bilateral.merging.facet import Facet, facet
from bilateral.record import keep_mentions
from bilateral.record.ids import pieces
from bilateral.record.schema import blocks, event_mentions, judged_pairs, links
from bilateral.record.shelf import Shelf
from bilateral.types.document import Document
from bilateral.types.mention import Mention


class Linker:
    """Compares new mentions with those of their blocks."""

    MOST = 20_000

    def __init__(self, mentions: Shelf[Mention], documents: Shelf[Document], threshold: float) -> None:
        self._mentions = mentions
        self._documents = documents
        self._threshold = threshold
        self.facets: Shelf[Facet] = Shelf(self._load, self.MOST)

    def link(self, connection: Connection, come: Sequence[str]) -> None:
        """Store the links of ``come``, which are live already."""
        if not come:
            return
        own = self.facets.get(connection, come)
        met = mates(connection, own.values())
        near = self.facets.get(connection, sorted({mate for ids in met.values() for mate in ids}))
        found = {(id, mate) for id in own for mate in met[id] if alike(own[id], near[mate], self._threshold)}

        both = found | {(other, one) for one, other in found}
        if both:
            connection.execute(insert(links), [{"one": one, "other": other} for one, other in sorted(both)])

    def forget(self, ids: Collection[str]) -> None:
        """Forget mentions that have changed."""
        self.facets.drop(ids)

    def clear(self) -> None:
        """Forget what was at hand."""
        self.facets.clear()

    def _load(self, connection: Connection, ids: list[str]) -> Iterator[tuple[str, Facet]]:
        mentions = self._mentions.get(connection, ids)
        documents = self._documents.get(connection, sorted({m.document for m in mentions.values()}))
        return ((id, facet(mention, documents[mention.document])) for id, mention in mentions.items())


def alike(one: Facet, other: Facet, threshold: float) -> bool:
    """Whether two mentions of two documents are one event when they are looked at alone."""
    return one.mention.document != other.mention.document and reaches(one, other, threshold)


def among(connection: Connection, ids: Collection[str]) -> list[tuple[str, str]]:
    """The links between some mentions, each once."""
    found: list[tuple[str, str]] = []
    for piece in pieces(sorted(ids)):
        found += [(a, b) for a, b in connection.execute(_LINKS, {"ids": piece}) if a < b and b in ids]
    return found


def cut(connection: Connection, gone: Collection[str]) -> set[str]:
    """Take away the links of ``gone``; gives those they led to."""
    pairs = [row for piece in pieces(gone) for row in connection.execute(_LINKS, {"ids": piece})]
    if pairs:
        both = [{"a": a, "b": b} for one, other in pairs for a, b in ((one, other), (other, one))]
        where = and_(links.c.one == bindparam("a"), links.c.other == bindparam("b"))
        connection.execute(delete(links).where(where), both)
    led = {other for _, other in pairs}
    return led - set(gone)


def reach(connection: Connection, start: Collection[str]) -> set[str]:
    """All mentions that ``start`` leads to by links or by standing in one event, and ``start`` itself."""
    found = set(start)
    edge = sorted(found)
    while edge:
        near = {id for piece in pieces(edge) for id in _near(connection, piece)}
        edge = sorted(near - found)
        found |= near
    return found


def mates(connection: Connection, own: Iterable[Facet]) -> dict[str, set[str]]:
    """The live mentions that lie where each of these looks."""
    looking: dict[str, list[str]] = {}
    for one in own:
        for key in sought(one.mention, one.published):
            looking.setdefault(key, []).append(one.mention.id)
    found: dict[str, set[str]] = {one.mention.id: set() for one in own}
    for piece in pieces(looking):
        for key, mate in connection.execute(_LYING, {"keys": piece}):
            for id in looking[key]:
                found[id].add(mate)
    for id, met in found.items():
        met.discard(id)
    return found


def _others(connection: Connection, ids: list[str]) -> list[str]:
    return [row.other for row in connection.execute(_OTHERS, {"ids": ids})]


def _near(connection: Connection, ids: list[str]) -> set[str]:
    """By links, by standing in one event, by a person's judgement."""
    judged = [row.other for row in connection.execute(_JUDGED, {"ids": ids})]
    counting = keep_mentions.living(connection, judged) if judged else ()
    return {*_others(connection, ids), *_siblings(connection, ids), *counting}


def _siblings(connection: Connection, ids: list[str]) -> list[str]:
    return [row.mention for row in connection.execute(_SIBLINGS, {"ids": ids})]


def _siblings_query() -> Select[tuple[str]]:
    own, theirs = event_mentions.alias(), event_mentions.alias()
    query = select(theirs.c.mention).join_from(own, theirs, own.c.event == theirs.c.event)
    return query.where(own.c.mention.in_(IDS)).distinct()


IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_SIBLINGS = _siblings_query()
_LYING = select(blocks.c.block, blocks.c.mention).where(blocks.c.block.in_(bindparam("keys", expanding=True)))
_LINKS = select(links.c.one, links.c.other).where(links.c.one.in_(IDS))
_OTHERS: Select[tuple[str]] = select(links.c.other).where(links.c.one.in_(IDS)).distinct()
_JUDGED: Select[tuple[str]] = select(judged_pairs.c.other).where(judged_pairs.c.one.in_(IDS), judged_pairs.c.same)
"""Made once: making a query takes longer than running it."""
