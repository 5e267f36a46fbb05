"""Learn which words tell events, of which kind and PLOVER type: three logistic regressions over the same inputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bilateral.coding.learned.model import Classifier
from dataset import NONE, UNKNOWN, Rows, names_of

MIN_COUNT = 2
DENSE_WEIGHT = 0.3
"""Scale of the word vectors against the named features; chosen by cross-validation."""
C_EVENT, C_KIND = 0.1, 1.0
NEVER = -30.0


def fit(rows: Rows, chosen: Sequence[int]) -> Classifier:
    """A classifier learnt from the rows at ``chosen``."""
    used = [k for k in chosen if rows.label[k] != UNKNOWN]
    vectorizer = DictVectorizer(dtype=np.float32)
    named = vectorizer.fit_transform([rows.features[k] for k in used])
    kept = np.flatnonzero(np.asarray((named > 0).sum(axis=0)).ravel() >= MIN_COUNT)
    dense = np.array([rows.dense[k] for k in used]) * DENSE_WEIGHT
    inputs = sparse.hstack([named[:, kept], sparse.csr_matrix(dense)]).tocsr()
    event = np.array([rows.label[k] != NONE for k in used])
    positive = [k for k, is_event in zip(used, event, strict=True) if is_event]
    heads = [
        _head(inputs, event, C_EVENT),
        _head(inputs[event], np.array([rows.label[k] for k in positive]), C_KIND),
        _head(inputs[event], np.array([rows.plover[k] for k in positive]), C_KIND),
    ]
    names = names_of(rows)
    columns = [_columns(heads[0], None), _columns(heads[1], names.labels), _columns(heads[2], names.plovers)]
    weights = np.vstack([weight for weight, _ in columns]).T.astype(np.float32)
    bias = np.concatenate([bias for _, bias in columns]).astype(np.float32)
    features = [vectorizer.feature_names_[k] for k in kept]
    return Classifier(
        {name: k for k, name in enumerate(features)},
        names.labels,
        names.plovers,
        weights[: len(features)],
        weights[len(features) :] * DENSE_WEIGHT,
        bias,
    )


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


def _columns(head: LogisticRegression, names: tuple[str, ...] | None) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias in the order of the names; one that the rows do not have is never chosen."""
    if names is None:
        return head.coef_, head.intercept_
    known = {name: k for k, name in enumerate(head.classes_)}
    weights = [head.coef_[known[name]] if name in known else np.zeros(head.coef_.shape[1]) for name in names]
    return np.array(weights), np.array([head.intercept_[known[name]] if name in known else NEVER for name in names])


def _head(inputs: sparse.csr_matrix, answers: np.ndarray, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=300).fit(inputs, answers)
