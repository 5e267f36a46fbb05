"""Learn the shipped classifier from all labels: src/bilateral/coding/learned/data/triggers.npz.

usage: python training/train.py [SHARED]
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from bilateral.coding.learned.model import Classifier
from dataset import corpus, rows_of
from learn import fit

OUT = Path(__file__).parent.parent / "src/bilateral/coding/learned/data/triggers.npz"


def write(classifier: Classifier, path: Path) -> None:
    """Store a classifier in half precision."""
    np.savez_compressed(
        path,
        names=np.array("\n".join(classifier.names)),
        labels=np.array(" ".join(classifier.labels)),
        plovers=np.array(" ".join(classifier.plovers)),
        sparse=classifier.sparse.astype(np.float16),
        dense=classifier.dense.astype(np.float16),
        bias=classifier.bias.astype(np.float32),
    )


def main() -> None:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    rows = rows_of(corpus(shared))
    classifier = fit(rows, range(len(rows.place)))
    write(classifier, OUT)
    print(f"{len(rows.place)} candidates, {len(classifier.names)} features -> {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
