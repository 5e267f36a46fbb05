"""How sure a coder is of a mention: the share of right ones among mentions with the same marks.

A logistic curve over a few marks; its weights are fitted on labelled articles, for each coder (training/confidence.py).
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib import resources

from bilateral.coding.draft import Draft

OFFICIAL = frozenset({"state", "capital", "organisation", "body", "person", "office"})


def marks_of(draft: Draft) -> dict[str, float]:
    """The marks of a draft that confidence rests on."""
    parties = [*draft.actors, *draft.recipients]
    return {
        "bias": 1.0,
        "sure": math.log(draft.sure / (1 - draft.sure)) if 0 < draft.sure < 1 else 0.0,
        f"kind_{draft.frame.kind}": 1.0,
        "verb": float(draft.trigger.pos_ in ("VERB", "AUX")),
        "two_countries": float(len(draft.countries) >= 2),
        "many_countries": float(len(draft.countries) > 3),
        "both_sides": float(bool(draft.actors and draft.recipients)),
        "inferred": float(bool(draft.inferred)),
        "dated": float(draft.when is not None),
        "placed": float(draft.where is not None),
        "retold": float(len(draft.triggers) > 1),
        "occurred": float(draft.status == "occurred"),
        "unreal": float(draft.status in ("hypothetical", "denied")),
        "attributed": float(draft.said is not None),
        "plain_names": sum(party.form in OFFICIAL for party in parties) / max(1, len(parties)),
        "loose_group": float(any(party.form in ("group", "people") for party in draft.actors)),
        "specific": float(bool(draft.details.keys() - {"stage", "direction", "what"})),
    }


def confidence_of(draft: Draft, coder: str) -> float:
    """The chance that a mention by ``coder`` ("trained/1.0") is a right event, to two decimals."""
    weights = _weights().get(coder.partition("/")[0], {})
    total = sum(weights.get(name, 0.0) * value for name, value in marks_of(draft).items())
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _weights() -> dict[str, dict[str, float]]:
    text = resources.files(__package__).joinpath("confidence.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
