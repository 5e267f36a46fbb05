"""Measures merging: python bench/merging/measure.py [--errors] [--aside]

Labelled pairs of real articles, a made corpus of 2,000 mentions in 20 random orders, 30 planted conflicts, time a pair.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import comb
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.merging.labelled import Pair, documents, pairs
from bench.merging.made import World, world
from bench.merging.planted import planted

from bilateral.merging import compare, group
from bilateral.merging.clusters import candidates
from bilateral.merging.compare import score
from bilateral.merging.facet import facet
from bilateral.merging.vetoes import veto
from bilateral.types.document import Document
from bilateral.types.event import Group

THRESHOLD = 0.5

Scores = tuple[float, float]


def on_pairs(told: Iterable[Pair], texts: Mapping[str, Document]) -> Scores:
    """Precision and recall of `same`."""
    right = wrong = missed = 0
    for pair in told:
        found = compare(pair.a, pair.b, texts).score >= THRESHOLD
        right += found and pair.same
        wrong += found and not pair.same
        missed += pair.same and not found
    return right / max(1, right + wrong), right / max(1, right + missed)


def on_events(told: Sequence[Pair], texts: Mapping[str, Document]) -> Scores:
    """The same once all tellings of these pairs are grouped into events, as a record does it."""
    mentions = {m.id: m for pair in told for m in (pair.a, pair.b)}
    event = {m.id: at for at, one in enumerate(group(list(mentions.values()), texts, THRESHOLD)) for m in one.mentions}
    claimed = [event[pair.a.id] == event[pair.b.id] for pair in told]
    right = sum(found and pair.same for found, pair in zip(claimed, told, strict=True))
    return right / max(1, sum(claimed)), right / max(1, sum(pair.same for pair in told))


def on_groups(groups: Iterable[Group], made: World) -> Scores:
    """Precision and recall of pairs put into one event."""
    told = [Counter(made.truth[m.id] for m in found.mentions) for found in groups]
    right = sum(comb(n, 2) for counted in told for n in counted.values())
    claimed = sum(comb(counted.total(), 2) for counted in told)
    return right / claimed, right / sum(comb(n, 2) for n in Counter(made.truth.values()).values())


def on_conflicts(made: World) -> Scores:
    """Precision and recall of conflicts, as (event, field)."""
    found = {
        (made.truth[found.mentions[0].id], conflict.field)
        for found in group(made.mentions, made.documents, THRESHOLD)
        for conflict in found.event.conflicts
    }
    return len(found & made.conflicts) / max(1, len(found)), len(found & made.conflicts) / len(made.conflicts)


def same_in_any_order(made: World, orders: int) -> bool:
    """Whether shuffled mentions give the same events."""
    first = group(made.mentions, made.documents, THRESHOLD)
    shuffled = list(made.mentions)
    for seed in range(orders):
        Random(seed).shuffle(shuffled)
        if group(shuffled, made.documents, THRESHOLD) != first:
            return False
    return True


def microseconds(made: World) -> float:
    """Time to score one pair of a block that nothing rules out: the dearest."""
    facets = [facet(m, made.documents[m.document]) for m in made.mentions]
    told = [(a, b) for i, j in candidates(facets) if not veto(a := facets[i], b := facets[j])]
    start = time.perf_counter()
    for a, b in told:
        score(a, b)
    return (time.perf_counter() - start) / len(told) * 1e6


def f1(scores: Scores) -> float:
    """Harmonic mean."""
    return 2 * scores[0] * scores[1] / max(1e-9, sum(scores))


def errors(told: Sequence[Pair], texts: Mapping[str, Document]) -> None:
    """Prints each pair that is judged wrongly, with the reasons."""
    for pair in told:
        comparison = compare(pair.a, pair.b, texts)
        if (comparison.score >= THRESHOLD) == pair.same:
            continue
        print(f"\n{'MISSED' if pair.same else 'WRONG'} {comparison.score:.2f}")
        for m in (pair.a, pair.b):
            who = [(p.country, p.name, p.side[0]) for p in m.participants]
            print("  ", m.document, m.kind, who, m.date, m.status, dict(m.details))
            print("    ", m.quotes[0].of(texts[m.document].text)[:110])
        print("  ", [(r.feature, r.level, r.weight) for r in comparison.reasons], comparison.reasons[-1].words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is judged wrongly (of the split `fit`)")
    parser.add_argument("--aside", action="store_true", help="also score the pairs that were put apart")
    args = parser.parse_args()
    texts = documents()
    for split in ("fit", "aside") if args.aside else ("fit",):
        told = [pair for pair in pairs() if pair.split == split]
        print(f"pairs {split}: {len(told)}, same {sum(p.same for p in told)}: P %.3f R %.3f" % on_pairs(told, texts))
        print("  in one event: P {:.3f} R {:.3f}".format(*on_events(told, texts)))
        for coder, name in (("label/1", "labelled by hand"), ("trained/1.0", "found by the coder")):
            some = [pair for pair in told if pair.a.coder == coder]
            out = sum(compare(pair.a, pair.b, texts).impossible for pair in some if pair.same)
            print(f"  {name}: {len(some)}, same {sum(p.same for p in some)}, of these ruled out {out}:", end=" ")
            print("P {:.3f} R {:.3f}".format(*on_pairs(some, texts)))
        if args.errors and split == "fit":
            errors(told, texts)
    made = world(1)
    print(f"made corpus: F1 {f1(on_groups(group(made.mentions, made.documents, THRESHOLD), made)):.3f}")
    print("same in 20 orders:", same_in_any_order(made, 20))
    print("planted conflicts: P {:.3f} R {:.3f}".format(*on_conflicts(planted(1))))
    print(f"a pair: {microseconds(made):.1f} microseconds")


if __name__ == "__main__":
    main()
