"""Agreements: what was signed, and which "agreed to ..." is no agreement but the plan of another act."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import named_phrase
from bilateral.coding.reading import Reading
from bilateral.knowledge.triggers import noun_classes, triggers


@family("agreement")
def agreement(reading: Reading, refined: Refined) -> None:
    """An agreement has a title; a deal for arms is a transfer; "agreed to hold drills" is left to the drills."""
    if _plans_another(refined.trigger):
        refined.drop = True
        return
    head = _head(refined)
    if head is not None:
        _arms_deal(refined, head)
        span = named_phrase(reading, head)
        title = span.of(reading.document.text)
        if " " in title or "-" in title:  # "the agreement" names none
            refined.tell("title", title, span)


def _head(refined: Refined) -> Token | None:
    trigger = refined.trigger
    if trigger.lemma_.lower() in noun_classes()["agreement"]:
        return trigger
    found = class_nouns(trigger, "agreement", refined.candidate.arguments)
    return found[0] if found else None


def _plans_another(trigger: Token) -> bool:
    """Whether the verb only announces an act that has a trigger of its own."""
    if trigger.lemma_ not in ("agree", "promise", "vow", "commit", "undertake", "consent"):
        return False
    return any(
        child.dep_ in ("xcomp", "ccomp")
        and child.lemma_.lower() in triggers().verbs
        and child.lemma_ not in ("say", "go")
        for child in trigger.children
    )


def _arms_deal(refined: Refined, head: Token) -> None:
    arms = noun_classes()["weapon"]
    about = [child.lemma_.lower() for child in head.children if child.dep_ in ("compound", "amod")]
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("for", "on", "of"):
            about += [token.lemma_.lower() for token in preposition.subtree]
    if any(word in arms for word in about) and head.lemma_.lower() in ("deal", "contract", "agreement", "order"):
        refined.recode(kind="transfer", plover="COOPERATE", roles=("supplier", "recipient"), contexts=("military",))
        refined.details["stage"] = "order"
