"""Fit a choice among options and none of them: what dates an act, where it took place (a conditional logit)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from bilateral.coding.learned.linear import Linear

Option = tuple[Collection[str], bool]
"""Features of an option, and whether it is right; several of one choice may be."""


def fit(choices: Sequence[Sequence[Option]], output: str, min_count: int, penalty: float) -> Linear:
    """The layer that makes right options likely, and none of them where none is right.

    Args:
        choices: the options of each choice.
        output: name of the layer's column.
        min_count: features of fewer options are left out.
        penalty: of the squared weights.
    """
    options = [(number, option) for number, choice in enumerate(choices) for option in choice]
    vectorizer = DictVectorizer(dtype=np.float64)
    inputs = vectorizer.fit_transform([dict.fromkeys(sorted(told), 1.0) for _, (told, _) in options])
    kept = np.flatnonzero(np.asarray((inputs > 0).sum(axis=0)).ravel() >= min_count)
    inputs = inputs[:, kept].tocsr()
    group = np.array([number for number, _ in options])
    right = np.array([float(is_right) for _, (_, is_right) in options])
    has_right = np.bincount(group, right, len(choices)) > 0

    def loss(weights: Any) -> tuple[float, Any]:
        scores = inputs @ weights[:-1] + weights[-1]
        odds = np.exp(np.clip(scores, -30, 30))
        whole = 1 + np.bincount(group, odds, len(choices))
        good = np.where(has_right, np.bincount(group, odds * right, len(choices)), 1.0)
        share = np.where(has_right[group], odds * right / good[group], 0.0)
        error = odds / whole[group] - share
        value = (np.log(whole) - np.log(good)).sum() + penalty / 2 * (weights[:-1] ** 2).sum()
        return value, np.append(inputs.T @ error + penalty * weights[:-1], error.sum())

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    names = {vectorizer.feature_names_[k]: row for row, k in enumerate(kept)}
    return Linear(names, (output,), found[:-1, None].astype(np.float32), found[-1:].astype(np.float32))
