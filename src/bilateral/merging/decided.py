"""What persons have decided about pairs of mentions, and how it bends the clusters that merging would make.

A pair that was judged different never stands in one cluster. Of two that were judged the same the clusters become one;
where a member of one was judged different from a member of the other, only the mentions judged the same go together.
A later judgement goes before an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Judgements in force.

    Attributes:
        same: pairs of mentions, the latest judged first; different: other pairs.
        values: what the event of a mention was given, by the mention's id and the field.
        strangers: ids of actors who are two persons though their names could be one's.
    """

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    strangers: frozenset[Pair] = frozenset()

    def parts(self) -> list[frozenset[str]]:
        """Mentions that were judged the same, in sets; what would join two judged different is left out."""
        owner: dict[str, frozenset[str]] = {}
        for one, other in self.same:
            a, b = owner.get(one, frozenset({one})), owner.get(other, frozenset({other}))
            if a is not b and not self.forbids(a, b):
                owner.update(dict.fromkeys(a | b, a | b))
        return list(dict.fromkeys(owner.values()))

    def forbids(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether any two across these were judged different."""
        if not self.different:
            return False
        others = list(other)
        return any(pair(a, b) in self.different for a in one for b in others)

    def apart(self) -> frozenset[Pair]:
        """Pairs that may not be joined: those judged different, and what was judged the same as one of them."""
        held = {id: part for part in self.parts() for id in part}
        return frozenset(
            pair(a, b)
            for one, other in self.different
            for a in held.get(one, {one})
            for b in held.get(other, {other})
            if a != b
        )


def pair(one: str, other: str) -> Pair:
    """Two ids in their order."""
    return (one, other) if one < other else (other, one)


def bent(clusters: Sequence[Sequence[str]], decided: Decided) -> list[list[str]]:
    """Clusters of ids, none of which holds a pair of :meth:`Decided.apart`, with those judged the same made one."""
    found = [set(cluster) for cluster in clusters]
    for part in decided.parts():
        touched = [cluster for cluster in found if cluster & part]
        if len(touched) > 1:
            found = [cluster for cluster in found if not cluster & part]
            found += _joined(touched, part, decided)
    return [sorted(cluster) for cluster in found]


def _joined(touched: Sequence[set[str]], part: frozenset[str], decided: Decided) -> Iterator[set[str]]:
    """The clusters that hold ``part`` as one; it takes its own only of those judged different from another of them."""
    rivals = {
        at
        for one, other in combinations(range(len(touched)), 2)
        if decided.forbids(touched[one], touched[other])
        for at in (one, other)
    }
    whole = set(part).union(*(cluster for at, cluster in enumerate(touched) if at not in rivals))
    yield whole
    for at in sorted(rivals):
        if rest := touched[at] - part:
            yield rest
