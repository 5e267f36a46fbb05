"""Sanctions and embargoes: direction and item."""

from __future__ import annotations

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import plain_phrase
from bilateral.coding.reading import Reading

LIFTING = frozenset(
    "lift ease remove suspend suspension waive waiver exempt exemption relax loosen end scrap repeal rescind terminate "
    "revoke unfreeze drop lifting easing removal relief".split()
)


@family("embargo")
def embargo(reading: Reading, refined: Refined) -> None:
    """A sanction is imposed or lifted; what it hits stands beside the noun ("arms embargo")."""
    lifts = refined.trigger.lemma_.lower() in LIFTING
    refined.details["direction"] = refined.frame.direction or ("lifted" if lifts else "imposed")
    candidate = refined.candidate
    heads = (
        [candidate.trigger]
        if not candidate.is_verb
        else class_nouns(candidate.trigger, "sanction", candidate.arguments)
    )
    for head in heads[:1]:
        before = [
            child for child in head.children if child.dep_ in ("compound", "amod") and not reading.cast.at(child.i)
        ]
        if before:
            span = plain_phrase(reading, head)
            refined.tell("item", span.of(reading.document.text), span)
