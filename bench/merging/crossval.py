"""What merging's weights are worth on stories they have not seen: python bench/merging/crossval.py

The pairs of split `fit`, in eight parts of whole stories, each judged by weights fitted on the others and on the made
corpus; for several thresholds precision, recall, and of how many same pairs `cannot be the same` was said.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.merging.fit import Row, fitted, made_rows
from bench.merging.labelled import Pair, documents, pairs

from bilateral.merging.compare import Weights, levels, logistic
from bilateral.merging.facet import facet
from bilateral.merging.vetoes import veto

FOLDS, DRAWS = 8, 2


def stories(told: Sequence[Pair]) -> list[str]:
    """For each pair the story it is of: articles that pairs join are of one."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        above.setdefault(name, name)
        while above[name] != name:
            name = above[name]
        return name

    for pair in told:
        above[top(pair.a.document)] = top(pair.b.document)
    return [top(pair.a.document) for pair in told]


def crossed(rows: Sequence[Row | None], told: Sequence[Pair], made: Sequence[Row], seed: int) -> np.ndarray:
    """The score of each pair by weights that have not seen its story; ``None`` rows cannot be the same."""
    named = stories(told)
    order = sorted(set(named))
    Random(seed).shuffle(order)
    part = {story: at % FOLDS for at, story in enumerate(order)}
    found = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = fitted([row for row, s in zip(rows, named, strict=True) if row and part[s] != fold] + list(made))
        for at, row in enumerate(rows):
            if row and part[named[at]] == fold:
                found[at] = judged(row, weights)
    return found


def judged(row: Row, weights: Mapping[str, Weights]) -> float:
    """The score of a pair by some weights."""
    table = weights["speech" if row[1] else "act"]
    total = table["start"]["any"] + sum(table.get(name, {}).get(level, 0.0) for name, level in row[0].items())
    return logistic(total)


def main() -> None:
    texts = documents()
    told = [pair for pair in pairs() if pair.split == "fit"]
    seen = [(facet(p.a, texts[p.a.document]), facet(p.b, texts[p.b.document]), p.same) for p in told]
    rows = [None if veto(a, b) else (levels(a, b), a.speech, same, 1.0) for a, b, same in seen]
    made = made_rows()
    score = np.mean([crossed(rows, told, made, seed) for seed in range(DRAWS)], axis=0)
    same = np.array([pair.same for pair in told])
    ruled_out = sum(row is None and pair.same for row, pair in zip(rows, told, strict=True))
    print(f"{len(told)} pairs, {same.sum()} same, of which {ruled_out} are ruled out")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        claimed = score >= threshold
        right = (claimed & same).sum()
        print(f"  {threshold}: P {right / max(1, claimed.sum()):.3f} R {right / same.sum():.3f}")


if __name__ == "__main__":
    main()
