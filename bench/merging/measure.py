"""Measures merging on the labelled pairs and the made corpora: python bench/merging/measure.py [--errors] [--aside]"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.merging.labelled import Pair, documents, pairs
from bilateral.merging import compare
from bilateral.types.document import Document

THRESHOLD = 0.5


def scores(told: Iterable[Pair], texts: dict[str, Document]) -> tuple[float, float]:
    """Precision and recall of `same`."""
    right = wrong = missed = 0
    for pair in told:
        found = compare(pair.a, pair.b, texts).score >= THRESHOLD
        right += found and pair.same
        wrong += found and not pair.same
        missed += pair.same and not found
    return right / max(1, right + wrong), right / max(1, right + missed)


def errors(told: Sequence[Pair], texts: dict[str, Document]) -> None:
    """Prints each pair that is judged wrongly, with the reasons."""
    for pair in told:
        comparison = compare(pair.a, pair.b, texts)
        if (comparison.score >= THRESHOLD) == pair.same:
            continue
        print(f"\n{'MISSED' if pair.same else 'WRONG'} {comparison.score:.2f}")
        for m in (pair.a, pair.b):
            who = [(p.country, p.name, p.side[0]) for p in m.participants]
            print(
                "  ",
                m.document,
                m.kind,
                who,
                m.date,
                m.status,
                dict(m.details),
                m.quotes[0].of(texts[m.document].text)[:110],
            )
        print("  ", [(r.feature, r.level, r.weight) for r in comparison.reasons], comparison.reasons[-1].words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is judged wrongly (of the split `fit`)")
    parser.add_argument("--aside", action="store_true", help="also score the pairs that were put apart")
    args = parser.parse_args()
    texts = documents()
    for split in ("fit", "aside") if args.aside else ("fit",):
        told = [pair for pair in pairs() if pair.split == split]
        precision, recall = scores(told, texts)
        print(
            f"pairs {split}: {len(told)}, same {sum(p.same for p in told)}: precision {precision:.3f} recall {recall:.3f}"
        )
        if args.errors and split == "fit":
            errors(told, texts)


if __name__ == "__main__":
    main()
