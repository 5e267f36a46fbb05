"""Facets into clusters: best edge first, and no cluster that holds two which cannot be the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from bilateral.merging.blocks import blocks, sought
from bilateral.merging.compare import score
from bilateral.merging.decided import Decided, bent, pair
from bilateral.merging.facet import Facet

CERTAIN = 0.97
"""Two mentions of one document are one event only from this score on: the coder has joined what is one."""
WIDE = 400
"""A larger block is compared along the order of telling only, each mention with so many neighbours."""
SEEN = 12
"""Of a larger cluster so many mentions stand for all when two clusters are compared."""

Cluster = list[int]
Scores = Callable[[int, int], float | None]


def clusters(
    facets: Sequence[Facet],
    threshold: float,
    decided: Decided | None = None,
    linked: Iterable[tuple[str, str]] | None = None,
) -> list[list[Facet]]:
    """The facets (in their order) grouped into events, as persons have decided and else as they are alike.

    ``linked`` are pairs of mentions that are alike, where these are known; else all pairs of blocks are compared.
    """
    if len(facets) == 1:
        return [list(facets)]
    pairs = None
    if linked is not None:
        place = {facet.mention.id: i for i, facet in enumerate(facets)}
        pairs = {tuple(sorted((place[a], place[b]))) for a, b in linked}
    found = alike(facets, threshold, decided.apart() if decided else frozenset(), pairs)
    if decided is None or not decided.same:
        return found
    at = {facet.mention.id: number for number, facet in enumerate(facets)}
    present = Decided(tuple((a, b) for a, b in decided.same if a in at and b in at), decided.different)
    named = bent([[facet.mention.id for facet in cluster] for cluster in found], present)
    return [[facets[i] for i in numbers] for numbers in sorted(sorted(at[id] for id in ids) for ids in named)]


def alike(
    facets: Sequence[Facet],
    threshold: float,
    apart: Collection[tuple[str, str]] = (),
    pairs: Iterable[tuple[int, ...]] | None = None,
) -> list[list[Facet]]:
    """Clusters of facets that are alike; no pair of mentions in ``apart`` stands in one."""
    scores = scorer(facets, apart)
    owner: list[Cluster] = [[i] for i in range(len(facets))]
    hopeless: set[tuple[int, int, int, int]] = set()
    compared = candidates(facets) if pairs is None else pairs
    for _, i, j in sorted(edges(compared, scores, threshold)):
        one, other = owner[i], owner[j]
        tried = (one[0], len(one), other[0], len(other))
        if one is other or tried in hopeless:
            continue
        if (apart and forbidden(facets, one, other, apart)) or not fits(one, other, scores, threshold):
            hopeless.add(tried)
            continue
        joined = sorted(one + other)
        for k in joined:
            owner[k] = joined
    firsts = {cluster[0]: cluster for cluster in owner}
    return [[facets[i] for i in firsts[first]] for first in sorted(firsts)]


def scorer(facets: Sequence[Facet], apart: Collection[tuple[str, str]] = ()) -> Scores:
    """Scores of pairs by position, each worked out once; two mentions of one document must be certain."""
    known: dict[tuple[int, int], float | None] = {}

    def scores(i: int, j: int) -> float | None:
        key = (i, j) if i < j else (j, i)
        if key not in known:
            a, b = facets[key[0]], facets[key[1]]
            found = score(a, b)
            if found is not None and found < CERTAIN and a.mention.document == b.mention.document:
                found = None
            if apart and pair(a.mention.id, b.mention.id) in apart:
                found = None
            known[key] = found
        return known[key]

    return scores


def edges(pairs: Iterable[tuple[int, ...]], scores: Scores, threshold: float) -> Iterator[tuple[float, int, int]]:
    """Those of some pairs that reach the threshold, as (how far below 1, position, position)."""
    for i, j in pairs:
        found = scores(i, j)
        if found is not None and found >= threshold:
            yield round(1 - found, 9), i, j


def candidates(facets: Sequence[Facet]) -> set[tuple[int, int]]:
    """Pairs of positions of two documents of which one lies where the other looks."""
    members: dict[str, list[int]] = defaultdict(list)
    for i, facet in enumerate(facets):
        for key in blocks(facet.mention, facet.published):
            members[key].append(i)
    found: set[tuple[int, int]] = set()
    for i, facet in enumerate(facets):
        for key in sought(facet.mention, facet.published):
            found.update((i, j) if i < j else (j, i) for j in near(members.get(key, ()), i) if different(facets, i, j))
    return found


def different(facets: Sequence[Facet], i: int, j: int) -> bool:
    """Whether two mentions are of two documents."""
    return facets[i].mention.document != facets[j].mention.document


def near(block: Sequence[int], i: int) -> Sequence[int]:
    """All of a block, or of a huge one those nearest to ``i`` in the order of telling."""
    if len(block) <= WIDE:
        return block
    at = bisect_left(block, i)
    return block[max(0, at - WIDE) : at + WIDE]


def fits(one: Cluster, other: Cluster, scores: Scores, threshold: float) -> bool:
    """Whether two clusters are one: no pair across them is impossible, and on average they reach the threshold."""
    total, pairs = 0.0, 0
    for i in spread(one):
        for j in spread(other):
            found = scores(i, j)
            if found is None:
                return False
            total, pairs = total + found, pairs + 1
    return total >= threshold * pairs


def forbidden(facets: Sequence[Facet], one: Cluster, other: Cluster, apart: Collection[tuple[str, str]]) -> bool:
    """Whether any pair across two clusters was judged different: of these every one counts, however large they are."""
    return any(pair(facets[i].mention.id, facets[j].mention.id) in apart for i in one for j in other)


def spread(cluster: Cluster) -> Cluster:
    """A large cluster's members at even steps."""
    step = -(-len(cluster) // SEEN)
    return cluster[::step]
