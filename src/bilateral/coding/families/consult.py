"""Visits, meetings, mediation and joint bodies."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import named_phrase
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words

NO_BODIES = frozenset({"force", "channel", "zone"})
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
        ref = reading.cast.at(head.i)
        if head.lemma_.lower() not in NO_BODIES and (ref is None or ref.party.form != "organisation"):
            span = named_phrase(reading, head)
            refined.tell("mechanism", span.of(reading.document.text), span)
            return
    if refined.frame.kind == "meeting":
        _session(reading, refined)


def _session(reading: Reading, refined: Refined) -> None:
    """A meeting that has a name of its own: "the 12th ASEAN summit", "six-party talks"."""
    for head in (refined.trigger, *class_nouns(refined.trigger, "meeting", refined.candidate.arguments)):
        before = [child for child in head.lefts if child.dep_ in ("compound", "nmod", "amod")]
        if head.pos_ in ("NOUN", "PROPN") and any(_is_series_word(reading, child) for child in before):
            span = named_phrase(reading, head)
            refined.tell("mechanism", span.of(reading.document.text), span)
            return


def _is_series_word(reading: Reading, token: Token) -> bool:
    """Whether a word before "summit" tells which: an organisation, or how many sit at the table."""
    ref = reading.cast.at(token.i)
    if ref is not None:
        return ref.party.form == "organisation"
    return token.lemma_.lower() in ("party", "nation", "way") or token.lower_.endswith(("-party", "-nation", "-way"))
