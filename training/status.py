"""Learn whether acts happened. Run alone it is a cross-validation by article; training/train.py learns what ships.

usage: python training/status.py [SHARED] [--folds 5] [--half even|odd]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score

from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.learned.status import StatusClassifier, dense_of, features
from bilateral.coding.status import by_rule
from dataset import Corpus, answers, corpus, folds, name_of

MIN_COUNT, DENSE_WEIGHT, STRENGTH = 2, 0.3, 0.3


@dataclass
class Acts:
    """One row a labelled event: its article, features, status by rule and by label."""

    article: list[str] = field(default_factory=list)
    features: list[frozenset[str]] = field(default_factory=list)
    dense: list[np.ndarray] = field(default_factory=list)
    rule: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)


def acts_of(data: Corpus) -> Acts:
    """The labelled events of all articles, in order."""
    acts = Acts()
    for name, reading in data.readings.items():
        triggers, _ = answers(reading, data.labels.get(name, []))
        for i, label in sorted(triggers.items()):
            token = reading.doc[i]
            arguments = arguments_of(token)
            frame = entry_for(name_of(label), token, arguments).frame
            acts.article.append(name)
            acts.rule.append(by_rule(arguments).name)
            acts.features.append(features(arguments, frame, acts.rule[-1]))
            acts.dense.append(dense_of(token))
            acts.label.append(label["status"])
    return acts


def fit(acts: Acts, chosen: Sequence[int]) -> StatusClassifier:
    """A classifier learnt from the acts at ``chosen``."""
    vectorizer = DictVectorizer(dtype=np.float32)
    names = vectorizer.fit_transform([dict.fromkeys(sorted(acts.features[k]), 1.0) for k in chosen])
    kept = np.flatnonzero(np.asarray((names > 0).sum(axis=0)).ravel() >= MIN_COUNT)
    dense = np.array([acts.dense[k] for k in chosen]) * DENSE_WEIGHT
    inputs = sparse.hstack([names[:, kept], sparse.csr_matrix(dense)]).tocsr()
    head = LogisticRegression(C=STRENGTH, max_iter=400).fit(inputs, [acts.label[k] for k in chosen])
    weights = head.coef_.T.astype(np.float32)
    return StatusClassifier(
        {vectorizer.feature_names_[k]: row for row, k in enumerate(kept)},
        tuple(map(str, head.classes_)),
        weights[: len(kept)],
        weights[len(kept) :] * DENSE_WEIGHT,
        head.intercept_.astype(np.float32),
    )


def cross_validate(acts: Acts, articles: list[str], count: int) -> list[str]:
    """The status of every act by the classifier that has not seen its article."""
    fold = folds(articles, count)
    found = [""] * len(acts.label)
    for held_out in range(count):
        classifier = fit(acts, [k for k, name in enumerate(acts.article) if fold[name] != held_out])
        for k, name in enumerate(acts.article):
            if fold[name] == held_out:
                found[k] = classifier.status(acts.features[k], acts.dense[k])[0]
    return found


def write(classifier: StatusClassifier, path: Path) -> None:
    """Store a classifier in half precision."""
    np.savez_compressed(
        path,
        names=np.array("\n".join(classifier.names)),
        statuses=np.array(" ".join(classifier.statuses)),
        sparse=classifier.sparse.astype(np.float16),
        dense=classifier.dense.astype(np.float16),
        bias=classifier.bias.astype(np.float32),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--folds", default=5, type=int)
    parser.add_argument("--half", choices=("even", "odd"))
    options = parser.parse_args()
    data = corpus(options.shared)
    acts = acts_of(data)
    names = list(data.articles)
    shown = set(names[options.half == "odd" :: 2] if options.half else names)
    rows = [k for k, name in enumerate(acts.article) if name in shown]
    for told, values in (("rules", acts.rule), ("learnt", cross_validate(acts, names, options.folds))):
        pair = [acts.label[k] for k in rows], [values[k] for k in rows]
        print(f"{told:7} {accuracy_score(*pair):.3f} right, macro F1 {f1_score(*pair, average='macro'):.3f}")


if __name__ == "__main__":
    main()
