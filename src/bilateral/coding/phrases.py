"""Noun phrases as spans: names, items, numbers."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.reading import Reading
from bilateral.types.span import Span

_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "hundred": 100, "thousand": 1000,
}  # fmt: skip


def plain_phrase(reading: Reading, head: Token) -> Span:
    """The head with the words before it that are neither article, number nor actor: "Mi-35 attack helicopters"."""
    first = head
    for token in reversed(list(head.lefts)):
        if token.dep_ not in ("compound", "amod", "nmod", "punct") or reading.cast.at(token.i) is not None:
            break
        first = token.left_edge
    return reading.span([first, head])


def named_phrase(reading: Reading, head: Token) -> Span:
    """The phrase that names a body or an agreement, with an "on ..." or "for ..." that belongs to the name."""
    span = plain_phrase(reading, head)
    for child in head.rights:
        objects = [g for g in child.children if g.dep_ == "pobj"]
        if (
            child.dep_ == "prep"
            and child.lower_ in ("on", "of", "for")
            and objects
            and not reading.cast.at(objects[0].i)
        ):
            last = max(objects[0].i, *(t.i for t in objects[0].children if t.dep_ in _BEFORE), head.i)
            return Span(span.start, reading.span([reading.doc[last]]).end)
    return span


def number_of(head: Token) -> tuple[int, Token] | None:
    """How many, as a whole number, and the word that tells it; None where no number stands before the noun."""
    for child in head.children:
        if child.dep_ == "nummod":
            value = _value(child)
            if value is not None:
                return value, child
    return None


def _value(token: Token) -> int | None:
    text = token.lower_.replace(",", "")
    value = int(text) if text.isdigit() else _NUMBERS.get(text)
    if value is None:
        return None
    for child in token.children:
        if child.dep_ == "compound" and child.lower_.replace(",", "").isdigit():
            value *= int(child.lower_.replace(",", ""))
    return value
