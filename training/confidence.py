"""Fit how sure a mention is: a logistic curve over its marks, on mentions of articles that the coder has not seen.

usage: python training/confidence.py [SHARED] [--keep FOLDER] [--first N] [--write]

FOLDER holds the weights of crossval.py --keep.

Prints a reliability curve: mentions in ten equal parts by confidence, the mean of each and the share that is right.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import crossval
from bilateral.coding import rules
from bilateral.coding.confidence import marks_of
from bilateral.coding.draft import Draft
from bilateral.coding.learned import coder, weights
from bilateral.coding.plover_code import code_of
from dataset import Corpus, corpus, folds, rows_of

OUT = Path(__file__).parent.parent / "src/bilateral/coding/confidence.toml"
COVER = 0.3
MIN_COUNT = 30
PARTS = 4
"""Not as many as the folds: the articles of one fold are to be parted."""


@dataclass(frozen=True)
class Judged:
    """A mention found: its article, its marks, whether the labels have it."""

    article: str
    marks: dict[str, float]
    right: bool


def judged(name: str, drafts: Sequence[Draft], labels: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    """The drafts of an article against its labels, each label met once (as ../shared/score/score_events.py has it)."""
    pairs = [(_likeness(draft, label), i, j) for i, draft in enumerate(drafts) for j, label in enumerate(labels)]
    met: dict[int, int] = {}
    for value, i, j in sorted(pairs, reverse=True):
        if value > 0 and i not in met and j not in met.values():
            met[i] = j
    for i, draft in enumerate(drafts):
        if i in met and labels[met[i]]["certainty"] == "unsure":
            continue
        yield Judged(name, marks_of(draft), i in met)


def _likeness(draft: Draft, label: dict[str, Any]) -> float:
    cover = max(
        (min(q.end, end) - max(q.start, start)) / min(q.end - q.start, end - start)
        for q in draft.quotes
        for start, end in label["quotes"]
    )
    same_kind = draft.frame.kind == label["kind"]
    if cover < COVER or not (same_kind or code_of(draft).event == label["plover"]):
        return 0.0
    wanted = {actor["country"] for actor in label["actors"]}
    return cover + same_kind + len(draft.countries & wanted) / len(draft.countries | wanted)


def by_rules(data: Corpus) -> list[Judged]:
    """What the rules coder finds in real articles."""
    real = [name for name in data.articles if not name.startswith("made-")]
    return [
        row for name in real for row in judged(name, rules.drafts_of(data.readings[name]), data.labels.get(name, []))
    ]


def by_training(data: Corpus, keep: Path, first: int | None) -> list[Judged]:
    """What the trained coder finds in articles it has not seen."""
    found: list[Judged] = []
    for names in crossval.each_fold(data, rows_of(data), keep, 5, first):
        for name in names:
            found += judged(name, coder.drafts_of(data.readings[name]), data.labels.get(name, []))
    weights.use(None)
    return found


def fit(rows: Sequence[Judged]) -> dict[str, float]:
    """Weights of the marks that are frequent enough."""
    vectorizer = DictVectorizer()
    inputs = vectorizer.fit_transform([row.marks for row in rows])
    kept = [k for k in range(inputs.shape[1]) if (inputs[:, k] != 0).sum() >= MIN_COUNT]
    kept = [k for k in kept if vectorizer.feature_names_[k] != "bias"]
    model = LogisticRegression(C=0.1, max_iter=500).fit(inputs[:, kept], [row.right for row in rows])
    named = {str(vectorizer.feature_names_[k]): float(w) for k, w in zip(kept, model.coef_[0], strict=True)}
    return {"bias": float(model.intercept_[0]), **{name: round(w, 3) for name, w in named.items() if abs(w) >= 0.005}}


def predicted(rows: Sequence[Judged], told: dict[str, float]) -> np.ndarray:
    """The confidence of each by these weights."""
    total = [sum(told.get(name, 0.0) * value for name, value in row.marks.items()) for row in rows]
    return 1 / (1 + np.exp(-np.array(total)))


def reliability(rows: Sequence[Judged]) -> None:
    """Print the curve, each mention by weights fitted without its article."""
    fold = folds({row.article for row in rows}, PARTS)
    sure = np.zeros(len(rows))
    for k in range(PARTS):
        told = fit([row for row in rows if fold[row.article] != k])
        at = [i for i, row in enumerate(rows) if fold[row.article] == k]
        sure[at] = predicted([rows[i] for i in at], told)
    right = np.array([row.right for row in rows], dtype=float)
    error = 0.0
    for part in np.array_split(np.argsort(sure), 10):
        print(f"  {sure[part].mean():.2f} -> {right[part].mean():.2f}   ({len(part)})")
        error += abs(sure[part].mean() - right[part].mean()) * len(part) / len(rows)
    print(f"  calibration error {error:.3f}, Brier score {((sure - right) ** 2).mean():.3f}, right {right.mean():.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = corpus(options.shared)
    with tempfile.TemporaryDirectory() as folder:
        found = {"rules": by_rules(data), "trained": by_training(data, options.keep or Path(folder), options.first)}
    lines = ["# Weights of confidence.py, fitted by training/confidence.py."]
    for name, rows in found.items():
        print(f"{name}: {len(rows)} mentions")
        reliability(rows)
        lines += ["", f"[{name}]", *(f"{mark} = {weight:.3f}" for mark, weight in sorted(fit(rows).items()))]
    if options.write:
        OUT.write_text("\n".join(lines[:1] + lines[2:]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
