"""The other side of an act that its clause leaves out: from the place, the sentence, the article."""

from __future__ import annotations

from bilateral.actors import Party
from bilateral.coding.draft import Draft
from bilateral.coding.reading import Reading
from bilateral.knowledge.states import display

ABROAD = frozenset({"visit", "attack", "mobilisation", "aid", "other"})
"""Kinds whose place, when it lies abroad, tells whom the act is towards."""


def fill(reading: Reading, draft: Draft) -> None:
    """Add the country of a place abroad as recipient, where an act has no other side yet."""
    if len(draft.countries) >= 2 or draft.where is None or draft.frame.kind not in ABROAD:
        return
    country = draft.where.place.country
    if country is None or country in draft.countries or not draft.countries:
        return
    party = Party(f"state:{country}", display(country), country, "GOV", None, "state", (draft.where.span,))
    (draft.recipients if draft.actors else draft.actors).append(party)
    draft.inferred.add("place")
