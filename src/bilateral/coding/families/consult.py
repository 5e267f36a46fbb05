"""Visits, meetings, mediation and joint bodies."""

from __future__ import annotations

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import named_phrase
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words

TRAVELLERS = frozenset({"person", "office", "body", "people", "pronoun", "state", "capital", "organisation"})


@family("visit")
def visit(reading: Reading, refined: Refined) -> None:
    """A visit needs a visitor of one country and a host of another; the place visited tells the host."""
    sides = refined.sides
    if refined.decided:
        return
    visitors = [party for party in sides.actors if party.form in TRAVELLERS]
    if not visitors and refined.candidate.is_verb:
        refined.drop = True
    sides.actors = visitors
    home = {party.country for party in visitors}
    sides.recipients = [party for party in sides.recipients if party.country not in home or len(home) > 1]


@family("meeting")
def meeting(reading: Reading, refined: Refined) -> None:
    """Talks by telephone and among many have modes of their own; a session has its mechanism."""
    trigger = refined.trigger
    near = {token.lower_ for token in trigger.sent}
    clause = {token.lower_ for token in trigger.subtree} | {trigger.lemma_.lower()}
    if clause & words("phone") or (
        near & words("phone") and trigger.lemma_ in ("call", "speak", "talk", "conversation")
    ):
        refined.recode(mode="phone")
    elif len(refined.sides.countries) >= 3:
        refined.recode(mode="multilateral")
    _mechanism(reading, refined)


@family("mechanism")
def mechanism(reading: Reading, refined: Refined) -> None:
    """A joint body set up, with its name."""
    _mechanism(reading, refined)


def _mechanism(reading: Reading, refined: Refined) -> None:
    candidate = refined.candidate
    heads = [*class_nouns(candidate.trigger, "mechanism", candidate.arguments)]
    for head in heads:
        if head.lemma_.lower() not in ("force", "channel", "zone"):
            span = named_phrase(reading, head)
            refined.tell("mechanism", span.of(reading.document.text), span)
            return
