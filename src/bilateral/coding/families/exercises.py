"""Exercises: series, edition and personnel."""

from __future__ import annotations

import re

from spacy.tokens import Span as Words
from spacy.tokens import Token

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.reading import Reading
from bilateral.knowledge.triggers import noun_classes
from bilateral.types.span import Span

_NAME = re.compile(
    r"[\"“'‘]?(?P<series>[A-Z][\w’'.]+(?: [A-Z][\w’'.]+){0,3})[\"”'’]?"
    r"(?:[-–— ]?(?P<edition>(?:19|20)\d{2}|\d{1,3}|[IVX]{1,5})\b)?"
)
_MARKS = "\"“'‘"
_CALLING = frozenset({"dub", "call", "name", "codename", "code-name", "title", "as"})
NEAR, FAR = 8, 15
"""How many words may lie between the noun and a name with an edition, and one that it is said to be called."""
_GENERIC = frozenset({"the", "this", "joint", "military", "naval", "exercise", "exercises", "drill", "drills", "war"})

TROOPS = frozenset({"mountaineer", "serviceman"})
BODIES = frozenset({"army", "navy", "force", "fleet"})
"""Two armies are no number of troops."""


@family("exercise")
def exercise(reading: Reading, refined: Refined) -> None:
    """A domestic or unnamed "training" is no exercise; a named one has series and edition."""
    head = _head(refined)
    if head is None:
        return
    name = _name(reading, head)
    if name is not None:
        series, edition = name
        refined.tell("series", series.of(reading.document.text), series)
        if edition is not None:
            refined.tell("edition", edition.of(reading.document.text), edition)
    _personnel(reading, refined)


def _head(refined: Refined) -> Token | None:
    trigger = refined.trigger
    if trigger.lemma_.lower() in noun_classes()["exercise"] and trigger.pos_ in ("NOUN", "PROPN"):
        return trigger
    found = class_nouns(trigger, "exercise", refined.candidate.arguments)
    below = (token for token in trigger.subtree if token.lemma_.lower() in noun_classes()["exercise"])
    return found[0] if found else next((token for token in below if token.pos_ in ("NOUN", "PROPN")), None)


def _name(reading: Reading, head: Token) -> tuple[Span, Span | None] | None:
    """The name beside the noun that is no actor's: "Sea Breeze 2019", drills "dubbed Iron Wolf", "exercise RIMPAC"."""
    text, sentence = reading.document.text, head.sent
    best: tuple[int, Span, Span | None] | None = None
    for match in _NAME.finditer(text, sentence.start_char, sentence.end_char):
        series = _trimmed(text, Span(match.start("series"), match.end("series")))
        words = reading.doc.char_span(series.start, series.end, alignment_mode="expand")
        if words is None or not _is_free(reading, words, series, _stands_at(words, head, bool(match["edition"]))):
            continue
        edition = Span(match.start("edition"), match.end("edition")) if match["edition"] else None
        quoted = text[match.start()] in _MARKS
        gap = _gap(words, head)
        called = quoted or (words[0].i > 0 and reading.doc[words[0].i - 1].lemma_.lower() in _CALLING)
        if not _is_name(words, head, edition, called, gap):
            continue
        if best is None or gap < best[0]:
            best = (gap, series, edition)
    return None if best is None else (best[1], best[2])


def _stands_at(words: Words, head: Token, has_edition: bool) -> bool:
    """Whether a name stands right at the noun in a form that no place has: "Sea Breeze 2019", "AMAN"."""
    gap = _gap(words, head)
    return (has_edition and gap <= 1) or (gap == 0 and _is_acronym(words))


def _is_acronym(words: Words) -> bool:
    return words.text.isupper() and len(words.text) > 3


def _trimmed(text: str, span: Span) -> Span:
    """A name without a full stop, a leading article or the noun itself: "Exercise Iron Wolf"."""
    span = Span(span.start, span.start + len(span.of(text).rstrip(".'’")))
    first, _, rest = span.of(text).partition(" ")
    return Span(span.end - len(rest), span.end) if rest and first.lower() in _GENERIC else span


def _gap(words: Words, head: Token) -> int:
    """Words between a name and the noun."""
    return words.start - head.i - 1 if words.start > head.i else head.i - words.end


def _is_free(reading: Reading, words: Words, span: Span, beside: bool) -> bool:
    """Whether a run of capitals names no actor, date or place; with an edition ``beside`` the noun it is no place."""
    if any(reading.cast.at(token.i) is not None for token in words) or words.text.lower() in _GENERIC:
        return False
    if any(d.span.overlaps(span) for d in reading.dated if len(d.timex.value) > 4):
        return False
    return not words[0].is_stop and (beside or not any(ref.span.overlaps(span) for ref in reading.places))


def _is_name(words: Words, head: Token, edition: Span | None, called: bool, gap: int) -> bool:
    """An edition or quotation marks show a name; else it stands at the noun and is called so, or all capitals."""
    if called:
        return gap <= FAR
    if edition is not None:
        return gap <= 1 or (gap <= NEAR and words[0].ent_type_ not in ("ORG", "PERSON", "NORP"))
    if gap != 0 or not any(token.pos_ == "PROPN" for token in words):
        return False
    behind = words.start > head.i and head.text[:1].isupper()  # "Exercise Iron Wolf"
    return behind or _is_acronym(words)


def _personnel(reading: Reading, refined: Refined) -> None:
    for token in refined.trigger.sent:
        if token.dep_ == "nummod" and token.head.lemma_.lower() in (noun_classes()["troops"] | TROOPS) - BODIES:
            span = reading.span([token, token.head])
            refined.tell("personnel", span.of(reading.document.text), span)
            return
