"""What looks like an event and is none: generic uses, acts at home, speech that addresses nobody abroad."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.candidates import Candidate
from bilateral.coding.draft import Draft
from bilateral.coding.sides import SPEECH
from bilateral.knowledge.wordlists import words

SPEAKING = frozenset({"state", "capital", "organisation", "body", "person", "office", "pronoun"})


def is_event(candidate: Candidate, draft: Draft) -> bool:
    """Whether a draft tells a concrete act between states or of a state towards abroad."""
    if not draft.actors and not draft.recipients:
        return False
    if draft.frame.kind in SPEECH and not _speaks(draft):
        return False
    if candidate.entry.strict and not draft.frame.joint and not draft.recipients:
        return False
    if len(draft.countries) < 2:
        return False
    return candidate.is_verb or not _is_generic(candidate.trigger, draft)


def _speaks(draft: Draft) -> bool:
    return any(party.form in SPEAKING for party in draft.actors)


def _is_generic(noun: Token, draft: Draft) -> bool:
    """ "military exercises in general", "any such attack": no article, no date, no number, no doer."""
    if draft.when is not None or draft.where is not None:
        return False
    return any(child.lower_ in words("generic") for child in noun.children)
