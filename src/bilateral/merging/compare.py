"""Whether two mentions tell one event: a score with its reasons, feature by feature."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, inf, log

from bilateral.merging.facet import Facet, facet
from bilateral.merging.likeness import FEATURES
from bilateral.merging.vetoes import veto
from bilateral.types.document import Document
from bilateral.types.mention import Mention

Weights = Mapping[str, Mapping[str, float]]
Step = tuple[Callable[[Facet, Facet], str], Callable[[str, float], float], float]
CANNOT = float("-inf")
MARGIN = 1e-9
"""What rounding may take from a sum of weights."""
NOTHING: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the waterfall: a feature, the level it is at, its weight (log-odds), and that in words."""

    feature: str
    level: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is (0 to 1) that two mentions tell one event, and why: the weights add up to the score's log-odds."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def impossible(self) -> bool:
        """Whether the two cannot be the same whatever else agrees."""
        return self.reasons[-1].weight == CANNOT


def compare(a: Mention, b: Mention, documents: Mapping[str, Document]) -> Comparison:
    """Compare two mentions; ``documents`` by id hold at least theirs."""
    one, other = facet(a, documents[a.document]), facet(b, documents[b.document])
    reasons = [Reason("start", "any", table(one)["start"]["any"], "two mentions of one block")]
    for feature, level in levels(one, other).items():
        if (weight := table(one).get(feature, NOTHING).get(level, 0.0)) != 0.0:
            reasons.append(Reason(feature, level, weight, f"{feature}: {level}"))
    total = sum(reason.weight for reason in reasons)
    if against := veto(one, other):
        return Comparison(0.0, (*reasons, Reason(against[0], "cannot be the same", CANNOT, against[1])))
    return Comparison(logistic(total), tuple(reasons))


def levels(a: Facet, b: Facet) -> dict[str, str]:
    """The level of each feature."""
    return {name: feature(a, b) for name, feature in FEATURES.items()}


def score(a: Facet, b: Facet) -> float | None:
    """The score alone; ``None`` when the two cannot be the same."""
    if veto(a, b):
        return None
    total, terms = steps(a.speech)
    for feature, weigh, _ in terms:
        total += weigh(feature(a, b), 0.0)
    return logistic(total)


def reaches(a: Facet, b: Facet, threshold: float) -> bool:
    """Whether two mentions can be the same and score at least ``threshold``: gives up as soon as nothing can help."""
    total, terms = steps(a.speech)
    enough = log(threshold / (1 - threshold)) - MARGIN if 0 < threshold < 1 else -inf
    for feature, weigh, still in terms:
        total += weigh(feature(a, b), 0.0)
        if total + still < enough:
            return False
    return logistic(total) >= threshold and not veto(a, b)


@cache
def steps(speech: bool) -> tuple[float, list[Step]]:
    """The start and each feature with its look-up of weights and the most that those after it can add."""
    told = weights()["speech" if speech else "act"]
    used = [name for name in FEATURES if name in told]
    most = [max(0.0, *told[name].values()) for name in used]
    return told["start"]["any"], [(FEATURES[name], told[name].get, sum(most[at + 1 :])) for at, name in enumerate(used)]


def table(a: Facet) -> Weights:
    """The weights that hold for the family of ``a``: acts in words alone have their own."""
    return weights()["speech" if a.speech else "act"]


@cache
def weights() -> Mapping[str, Weights]:
    """The fitted weights: bench/merging/fit.py makes them from labelled pairs."""
    read: Mapping[str, Weights] = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    return read


def logistic(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(-40.0, min(40.0, log_odds))))
