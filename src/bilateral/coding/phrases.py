"""Noun phrases as spans: names, items, numbers."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.reading import Reading
from bilateral.types.span import Span

LEFT = ("compound", "amod", "nmod", "punct")
VAGUE = frozenset("new latest recent further additional more other such same own first last so-called".split())
INEXACT = frozenset("several many few some tens hundreds dozens".split())
MAX_JOINED = 80
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "hundred": 100, "thousand": 1000,
}  # fmt: skip


def plain_phrase(reading: Reading, head: Token) -> Span:
    """The head with the words before it that are neither article, number nor actor: "Mi-35 attack helicopters"."""
    first = head
    for token in reversed(list(head.lefts)):
        designation = token.dep_ == "nummod" and not token.like_num
        if not (token.dep_ in LEFT or designation) or reading.cast.at(token.i) is not None:
            break
        first = token if token.left_edge.pos_ in ("DET", "SYM", "NUM") else token.left_edge
    while first != head and first.lower_ in VAGUE:
        first = reading.doc[first.i + 1]
    return reading.span([first, head])


def joined_phrase(reading: Reading, head: Token) -> Span:
    """The phrase with what is joined to it: "weapons and ammunition"."""
    span = plain_phrase(reading, head)
    others = [token for token in head.conjuncts if token.i > head.i]
    if not others or any(token.pos_ not in ("NOUN", "PROPN") or reading.cast.at(token.i) for token in others):
        return span
    whole = Span(span.start, reading.span(others[-1:]).end)
    return whole if whole.end - whole.start <= MAX_JOINED else span


def named_phrase(reading: Reading, head: Token) -> Span:
    """The phrase that names a body or an agreement, with the states before it and an "on ..." that is part of it.

    "the Indo-Nepali transit treaty", "memorandum of understanding", "Joint Working Group on Strategic Stability".
    """
    first = head
    for token in reversed(list(head.lefts)):
        if token.dep_ not in LEFT and token.dep_ != "nummod":
            break
        first = token.left_edge
    while first != head and (first.lower_ in VAGUE or first.is_punct or first.pos_ == "DET"):
        first = reading.doc[first.i + 1]
    span = reading.span([first, head])
    last = next((end for word in _on(head) if (end := _end_of_name(reading, head, word))), None)
    return span if last is None else Span(span.start, reading.span([last]).end)


def _on(head: Token) -> list[Token]:
    """The "on" or "of" behind a name; beside a capital also where the parse hangs it elsewhere."""
    behind = head.doc[head.i + 1 : head.i + 2]
    near = [token for token in behind if head.text[:1].isupper() and token not in head.children]
    return [token for token in (*head.rights, *near) if token.tag_ == "IN" and token.lower_ in ("on", "of")]


def _end_of_name(reading: Reading, head: Token, preposition: Token) -> Token | None:
    """The last word of "on ..." where that belongs to the name: capitals go on with capitals, and states sign apart."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    if not objects:
        return None
    inside = [objects[0], *(token for token in objects[0].subtree if _plainly_in(token, objects[0]))]
    proper = head.text[:1].isupper()
    if proper and not objects[0].text[:1].isupper():
        return None
    if not proper and any(reading.cast.at(token.i) for token in inside):
        return None
    return max(inside, key=lambda token: token.i)


def _plainly_in(token: Token, head: Token) -> bool:
    """Whether only compounds, adjectives and "and" lie between a word and the head of its phrase."""
    while token != head:
        if token.dep_ not in (*LEFT, "cc", "conj"):
            return False
        token = token.head
    return True


def number_of(head: Token) -> tuple[int, Token] | None:
    """How many, as a whole number, and the word that tells it; None where no number stands before the noun."""
    for child in head.children:
        if child.dep_ == "nummod":
            value = _value(child)
            if value is not None:
                return value, child
    return None


def _value(token: Token) -> int | None:
    value = _plain_value(token)
    if value is None or any(child.lower_ in INEXACT for child in token.children):
        return None
    for child in token.children:
        if child.dep_ == "compound" and (times := _plain_value(child)) is not None:
            value *= times
    return value


def _plain_value(token: Token) -> int | None:
    text = token.lower_.replace(",", "")
    return int(text) if text.isdigit() else _NUMBERS.get(text)
