"""Fits the weights of merging to labelled pairs: python bench/merging/fit.py [--write]

The weights start as Fellegi and Sunter's (log of how often a level is met among same pairs over different ones),
and logistic regression with a ridge towards these takes out what features tell twice. Acts in words alone get
weights of their own, held near the common ones. The pairs of split `aside` are not read.
Different pairs count more than same ones: a wrong merge is worse than a missed one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.merging.labelled import documents, pairs
from bench.merging.made import made_pairs

from bilateral.merging.compare import levels
from bilateral.merging.facet import facet
from bilateral.merging.vetoes import veto
from bilateral.types.document import Document
from bilateral.types.mention import Mention

OUT = Path(__file__).parents[2] / "src" / "bilateral" / "merging" / "weights.json"
RIDGE, APART, SHRINK, MADE, CAUTION = 2.0, 3.0, 0.4, 40.0, 4.0
NEUTRAL = "unknown"
ALIKE = ["none", "few", "some", "many", "most", "alike"]
RISING = {
    "states": ["partly", "one", "within", "same"],
    "date": [
        "far apart",
        "days apart",
        "next day again",
        "next day",
        "same time again",
        "same time",
        "same month",
        "same week",
        "same day",
    ],
    "telling": ["later", "same month", "same week", "same days"],
    "status": ["other", "later", "near", "same"],
    "persons": ["different", "same"],
    "offices": ["different", "same"],
    "series": ["series", "edition"],
    "titles": ["different", "partly", "same"],
    "place": ["other state", "other", "wider", "same"],
    "sides": ["others", "other doers", "other side", "partly", "same"],
    "act": ["other", "same"],
    "figures": ["other", "same"],
    "text": ALIKE,
    "close": ALIKE,
    "articles": ALIKE,
}
"""Levels from least to most alike: whatever the sample, more alike never counts for less."""

AGAINST = {
    ("persons", "different"): -0.8,
    ("offices", "different"): -0.2,
    ("titles", "different"): -0.5,
    ("place", "other"): -0.5,
    ("sides", "others"): -1.0,
    ("sides", "other doers"): -0.5,
    ("act", "other"): 0.0,
    ("figures", "other"): 0.0,
}
"""Levels that always speak against two being one, at least so much, though the sample has too few to show it."""

IN_FAVOUR = {("series", "edition"): 2.5}
"""Levels that say so much whatever the sample, which has few of them: one edition of one series is one event."""

Row = tuple[dict[str, str], bool, bool, float]


def observed() -> list[Row]:
    """Levels, speech or act, same or not, and weight of each pair that is not ruled out."""
    texts = documents()
    told = ((pair.a, pair.b, pair.same, texts) for pair in pairs() if pair.split == "fit")
    return [*compared(told, 1.0), *made_rows()]


def made_rows() -> list[Row]:
    """The same of pairs of a made corpus."""
    made = made_pairs(seed=7)
    return list(compared(made, MADE / len(made)))


def compared(told: Iterable[tuple[Mention, Mention, bool, Mapping[str, Document]]], weight: float) -> Iterator[Row]:
    """Pairs of mentions as the fit sees them."""
    for one, other, same, texts in told:
        a, b = facet(one, texts[one.document]), facet(other, texts[other.document])
        if not veto(a, b):
            yield levels(a, b), a.speech, same, weight


def fitted(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, float]]]:
    """The two tables of weights."""
    names = sorted({(f, level) for row in rows for f, level in row[0].items() if level != NEUTRAL})
    column = {name: i for i, name in enumerate(names)}
    size = len(names)
    x, y, weight = np.zeros((len(rows), 2 * size + 2)), np.zeros(len(rows)), np.ones(len(rows))
    for i, (told, speech, same, w) in enumerate(rows):
        y[i], weight[i] = same, w if same else w * CAUTION
        x[i, 2 * size] = 1
        x[i, 2 * size + 1] = speech
        for name in told.items():
            if name in column:
                x[i, column[name]] = 1
                x[i, size + column[name]] = speech
    prior = np.concatenate([SHRINK * odds(x[:, :size], y, weight), np.zeros(size + 2)])
    ridge = np.concatenate([np.full(size, RIDGE), np.full(size, APART), [0.05, 0.5]])
    chains = [[column[f, level] for level in levels if (f, level) in column] for f, levels in RISING.items()]
    chains = [chain for chain in chains if chain]
    against = {at: AGAINST[name] for name, at in column.items() if name in AGAINST}
    w = Problem(
        x, y, weight, prior, ridge, chains + [[size + at for at in chain] for chain in chains], against
    ).solved()
    return {"act": table(names, w[:size], w[-2]), "speech": table(names, w[:size] + w[size:-2], w[-2] + w[-1])}


def odds(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Log of a level's share among same pairs over its share among different ones, smoothed."""
    same, different = weight * y, weight * (1 - y)
    return np.log((same @ x + 0.5) / (same.sum() + 1)) - np.log((different @ x + 0.5) / (different.sum() + 1))


@dataclass(frozen=True)
class Problem:
    """Logistic regression with a ridge towards `prior`.

    Along each of `chains` (columns) the weights never fall; those of `against` never above its values.
    """

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    prior: np.ndarray
    ridge: np.ndarray
    chains: list[list[int]]
    against: dict[int, float]

    def solved(self) -> np.ndarray:
        """The weights; along a chain what is solved for is how much each level adds to the one before, at least 0."""
        steps, least = np.eye(len(self.prior)), np.full(len(self.prior), -np.inf)
        for chain in self.chains:
            for at, column in enumerate(chain[1:], 1):
                least[column] = 0
                steps[chain[at:], chain[at - 1]] = 1
        x, start = self.x @ steps, np.clip(np.linalg.solve(steps, self.prior), least, self.most())
        bounds = list(zip(least, self.most(), strict=True))
        found = minimize(self.loss, start, args=(steps, x), jac=True, method="L-BFGS-B", bounds=bounds)
        w = steps @ found.x
        for column, most in self.against.items():
            w[column] = min(w[column], most)
        return w

    def most(self) -> np.ndarray:
        """The most that each weight may be, of those that stand first in a chain or in none."""
        later = {column for chain in self.chains for column in chain[1:]}
        found = np.full(len(self.prior), np.inf)
        for column, most in self.against.items():
            found[column] = np.inf if column in later else most
        return found

    def loss(self, u: np.ndarray, steps: np.ndarray, x: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss and its gradient at the steps ``u``."""
        w, told = steps @ u, x @ u
        p = 1 / (1 + np.exp(-np.clip(told, -30, 30)))
        wrong = -(self.weight * np.log(np.where(self.y > 0, p, 1 - p) + 1e-12)).sum()
        slope = x.T @ (self.weight * (p - self.y)) + steps.T @ (self.ridge * (w - self.prior))
        return wrong + 0.5 * (self.ridge * (w - self.prior) ** 2).sum(), slope


def table(names: Sequence[tuple[str, str]], weights: np.ndarray, start: float) -> dict[str, dict[str, float]]:
    """Weights by feature and level."""
    found: dict[str, dict[str, float]] = {"start": {"any": round(float(start), 3)}}
    for name, weight in [*AGAINST.items(), *IN_FAVOUR.items(), *zip(names, weights, strict=True)]:
        found.setdefault(name[0], {})[name[1]] = round(max(float(weight), IN_FAVOUR.get(name, -np.inf)), 3)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    told = json.dumps(fitted(observed()), indent=1, sort_keys=True) + "\n"
    if parser.parse_args().write:
        OUT.write_text(told, encoding="utf-8")
    else:
        print(told)


if __name__ == "__main__":
    main()
