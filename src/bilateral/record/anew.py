"""Merging all mentions of a record anew, when the threshold or merging itself has changed.

Families of kinds never meet, so that one after the other is held at hand, in the order of time.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from bilateral.merging.blocks import blocks, sought
from bilateral.merging.facet import Facet, facet
from bilateral.merging.families import family
from bilateral.record import keep_documents, linking, schema
from bilateral.record.ids import pieces
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import documents, mentions
from bilateral.record.store import Store
from bilateral.settings import Settings
from bilateral.types.kinds import KINDS

Pair = tuple[int, int]


def regroup_all(store: Store, settings: Settings) -> None:
    """:func:`merge_anew` in a transaction of its own."""
    with store.write() as connection:
        merge_anew(connection, Regrouper(settings.number("merge_threshold")))


def merge_anew(connection: Connection, regrouper: Regrouper) -> None:
    """Block, compare and group all that counts, as if it had just come; events keep their ids where they can."""
    connection.execute(delete(schema.links))
    connection.execute(delete(schema.blocks))
    for kin in sorted({family(kind) for kind in KINDS}):
        facets = list(_facets(connection, regrouper, kin))
        pairs = _link(connection, facets, regrouper.threshold)
        _write_links(connection, facets, pairs)
        _group(connection, regrouper, facets, pairs)
        regrouper.clear()
    _follow_judgements(connection, regrouper)


def _facets(connection: Connection, regrouper: Regrouper, kin: str) -> Iterator[Facet]:
    """The mentions of a family that count, by the day they are of or, undated, were told on."""
    kinds = [kind for kind in KINDS if family(kind) == kin]
    day = func.coalesce(mentions.c.earliest, mentions.c.latest, documents.c.published, "")
    query = select(mentions.c.id).join(documents, documents.c.id == mentions.c.document)
    query = query.where(mentions.c.live, mentions.c.kind.in_(kinds)).order_by(day, mentions.c.id)
    for piece in pieces(connection.execute(query).scalars().all()):
        found = regrouper.mentions.get(connection, piece)
        read = regrouper.documents.get(connection, sorted({one.document for one in found.values()}))
        yield from (facet(found[id], read[found[id].document]) for id in piece)


def _link(connection: Connection, facets: Sequence[Facet], threshold: float) -> list[Pair]:
    """Store where all lie, and compare each with those before it; gives the pairs that are one event."""
    lying: dict[str, array[int]] = defaultdict(lambda: array("I"))
    found: list[Pair] = []
    rows = []
    for i, one in enumerate(facets):
        mates = {j for key in sought(one.mention, one.published) if key in lying for j in lying[key]}
        found += [(j, i) for j in mates if linking.alike(facets[j], one, threshold)]
        for key in blocks(one.mention, one.published):
            lying[key].append(i)
    for key in sorted(lying):
        rows += [{"block": key, "mention": facets[i].mention.id} for i in lying[key]]
        if len(rows) > 20_000:
            connection.execute(insert(schema.blocks), rows)
            rows = []
    if rows:
        connection.execute(insert(schema.blocks), rows)
    return found


def _write_links(connection: Connection, facets: Sequence[Facet], pairs: Sequence[Pair]) -> None:
    ids = [one.mention.id for one in facets]
    both = sorted([(ids[a], ids[b]) for a, b in pairs] + [(ids[b], ids[a]) for a, b in pairs])
    for at in range(0, len(both), 20_000):
        rows = [{"one": one, "other": other} for one, other in both[at : at + 20_000]]
        connection.execute(insert(schema.links), rows)


def _group(connection: Connection, regrouper: Regrouper, facets: Sequence[Facet], pairs: Sequence[Pair]) -> None:
    """Write the events, some components at a time."""
    made = keep_documents.age(connection)
    batch: list[Facet] = []
    for component in components(len(facets), pairs):
        batch += [facets[i] for i in component]
        if len(batch) >= 500:
            _write(connection, regrouper, batch, made)
            batch = []
    _write(connection, regrouper, batch, made)


def _write(connection: Connection, regrouper: Regrouper, batch: Sequence[Facet], made: int) -> None:
    for one in batch:
        regrouper.linker.facets.put(one.mention.id, one)
    regrouper.rewrite(connection, {one.mention.id for one in batch}, made, anew=True)


def components(size: int, pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Numbers below ``size`` in sets that pairs join, in the order of the smallest of each."""
    above = list(range(size))

    def top(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for a, b in pairs:
        one, other = sorted((top(a), top(b)))
        above[other] = one
    members: dict[int, list[int]] = {}
    for i in range(size):
        members.setdefault(top(i), []).append(i)
    return iter(members.values())


def _follow_judgements(connection: Connection, regrouper: Regrouper) -> None:
    """Persons may have joined what no link does."""
    judged = schema.judged_pairs.c
    query = select(judged.one).join(mentions, mentions.c.id == judged.one)
    ids = set(connection.execute(query.where(judged.same, mentions.c.live)).scalars())
    if ids:
        regrouper.regroup(connection, (), (), ids, keep_documents.age(connection))
