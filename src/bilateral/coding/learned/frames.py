"""From what the classifier says a word tells to the frame that says who is on which side."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments
from bilateral.coding.candidates import reading_of
from bilateral.knowledge.triggers import Entry, Frame, triggers

VERB_SLOTS = (
    "obj",
    "iobj",
    "clause",
    "to",
    "with",
    "against",
    "on",
    "into",
    "in",
    "from",
    "for",
    "at",
    "over",
    "about",
)
NOUN_SLOTS = ("to", "with", "against", "between", "on", "into", "in", "from", "for", "at", "over", "of")


def label_of(frame: Frame) -> str:
    """The label of a frame: its kind, and for ``other`` what it is."""
    return f"other:{frame.what}" if frame.kind == "other" else frame.kind


def entry_for(label: str, token: Token, arguments: Arguments) -> Entry:
    """The lexicon's entry of the word where it agrees with the label, else the kind's own frame and all slots."""
    known = reading_of(token, arguments)
    if known is not None and label_of(known.frame) == label:
        return replace(known, strict=False)
    slots = VERB_SLOTS if token.pos_ == "VERB" else NOUN_SLOTS
    return Entry(token.lemma_.lower(), (), None, slots, False, default_frames()[label])


@cache
def default_frames() -> dict[str, Frame]:
    """The first frame the lexicon has for each label; a plain one for what it has no words for."""
    found: dict[str, Frame] = {}
    for table in (triggers().verbs, triggers().nouns):
        for entries in table.values():
            for entry in entries:
                if not entry.frame.reversed:
                    found.setdefault(label_of(entry.frame), entry.frame)
    plain = {"none": "COOPERATE", "election": "SUPPORT"}
    for what, plover in plain.items():
        found.setdefault(f"other:{what}", Frame("other", plover, ("doer", "target"), what=what))
    return found
