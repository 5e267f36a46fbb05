"""Learn which date dates an act: for each labelled trigger, which of the dates around it is its own, or none.

usage: python training/dates.py [SHARED] [--check]       --check: cross-validation by article instead of training
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from bilateral.coding.learned import dates
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.linear import Linear
from bilateral.types.edtf import bounds, overlap, width_days
from dataset import Corpus, answers, corpus, folds, name_of

OUT = Path(__file__).parent.parent / "src/bilateral/coding/learned/data/dates.npz"
MIN_COUNT = 5


@dataclass(frozen=True)
class Act:
    """A labelled trigger: EDTF and features of each date it may have, and the one it has."""

    article: str
    options: tuple[tuple[str, frozenset[str]], ...]
    wanted: str | None

    @property
    def right(self) -> list[bool]:
        """Which options are right: those that say the same days, else those that fit."""
        if self.wanted is None:
            return [False] * len(self.options)
        exact = [bounds(edtf) == bounds(self.wanted) for edtf, _ in self.options]
        return exact if any(exact) else [fits(edtf, self.wanted) for edtf, _ in self.options]


def fits(found: str, wanted: str) -> bool:
    """Whether a date overlaps the wanted one and is not much wider (as ../shared/score/score_events.py has it)."""
    width, most = width_days(found), width_days(wanted)
    return overlap(found, wanted) and (width is None or width <= max(366, 3 * (most or 10**6)))


def acts_of(data: Corpus, name: str) -> Iterator[Act]:
    """The acts of an article."""
    reading = data.readings[name]
    for i, label in sorted(answers(reading, data.labels.get(name, []))[0].items()):
        arguments = arguments_of(reading.doc[i])
        options = tuple(
            (option.when.edtf, frozenset(dates.features(reading, name_of(label), arguments, option)))
            for option in dates.options_of(reading, arguments)
        )
        yield Act(name, options, label["date"])


def fit(acts: Sequence[Act], penalty: float = 6.0) -> Linear:
    """The layer: a choice among the dates around an act and none of them; several may be right."""
    rows = [(number, told) for number, act in enumerate(acts) for _, told in act.options]
    vectorizer = DictVectorizer(dtype=np.float64)
    inputs = vectorizer.fit_transform([dict.fromkeys(sorted(told), 1.0) for _, told in rows])
    kept = np.flatnonzero(np.asarray((inputs > 0).sum(axis=0)).ravel() >= MIN_COUNT)
    inputs = inputs[:, kept].tocsr()
    group = np.array([number for number, _ in rows])
    right = np.array([is_right for act in acts for is_right in act.right], dtype=float)
    has_right = np.bincount(group, right, len(acts)) > 0

    def loss(weights: Any) -> tuple[float, Any]:
        scores = inputs @ weights[:-1] + weights[-1]
        odds = np.exp(np.clip(scores, -30, 30))
        whole = 1 + np.bincount(group, odds, len(acts))
        good = np.where(has_right, np.bincount(group, odds * right, len(acts)), 1.0)
        share = np.where(has_right[group], odds * right / good[group], 0.0)
        error = odds / whole[group] - share
        value = (np.log(whole) - np.log(good)).sum() + penalty / 2 * (weights[:-1] ** 2).sum()
        return value, np.append(inputs.T @ error + penalty * weights[:-1], error.sum())

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    names = {vectorizer.feature_names_[k]: row for row, k in enumerate(kept)}
    return Linear(names, ("then",), found[:-1, None].astype(np.float32), found[-1:].astype(np.float32))


def likeliest(act: Act, layer: Linear) -> tuple[float, str]:
    """The likeliest date and its probability."""
    odds: Counter[str] = Counter()
    for edtf, told in act.options:
        odds[edtf] += float(np.exp(min(30.0, layer.scores(told)[0])))
    best, value = max(sorted(odds.items()), key=lambda row: row[1], default=("", 0.0))
    return value / (1 + sum(odds.values())), best


def check(acts: Sequence[Act], articles: Sequence[str]) -> None:
    """Dates right, each article by a layer that has not seen it, for several penalties and thresholds."""
    fold = folds(list(articles), 5)
    for penalty in (3.0, 6.0, 12.0):
        rows: list[tuple[float, str, str | None]] = []
        for k in range(5):
            layer = fit([act for act in acts if fold[act.article] != k], penalty)
            rows += [(*likeliest(act, layer), act.wanted) for act in acts if fold[act.article] == k]
        for least in (0.3, 0.35, 0.4, 0.5):
            counts = Counter(_verdict(found if score >= least else None, wanted) for score, found, wanted in rows)
            dated = counts["fits"] + counts["wrong"] + counts["missed"]
            undated = counts["invented"] + counts["empty"]
            print(
                f"penalty {penalty} from {least}: fits {counts['fits'] / dated:.3f}"
                f" invented {counts['invented'] / undated:.3f}",
                dict(counts),
            )


def _verdict(found: str | None, wanted: str | None) -> str:
    if wanted is None:
        return "empty" if found is None else "invented"
    return "missed" if found is None else "fits" if fits(found, wanted) else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    data = corpus(options.shared)
    acts = [act for name in data.articles for act in acts_of(data, name)]
    if options.check:
        check(acts, list(data.articles))
        return
    fit(acts).save(OUT)
    print(f"{len(acts)} acts -> {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
