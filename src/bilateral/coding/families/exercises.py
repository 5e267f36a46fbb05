"""Exercises: series, edition and personnel."""

from __future__ import annotations

import re

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
_GENERIC = frozenset({"the", "this", "joint", "military", "naval", "exercise", "exercises", "drill", "drills", "war"})


@family("exercise")
def exercise(reading: Reading, refined: Refined) -> None:
    """A domestic or unnamed "training" is no exercise; a named one has series and edition."""
    head = _head(refined)
    if head is None:
        return
    name = _name(reading, head, refined)
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
    return found[0] if found else None


def _name(reading: Reading, head: Token, refined: Refined) -> tuple[Span, Span | None] | None:
    """The capitalised run beside the noun that names no actor: "the Sea Breeze 2019 drills"."""
    text = reading.document.text
    sentence = head.sent
    best: tuple[int, Span, Span | None] | None = None
    for match in _NAME.finditer(text, sentence.start_char, sentence.end_char):
        series = Span(match.start("series"), match.end("series"))
        if not _is_series(reading, series, match["edition"]):
            continue
        gap = min(abs(match.start() - (head.idx + len(head))), abs(head.idx - match.end()))
        edition = Span(match.start("edition"), match.end("edition")) if match["edition"] else None
        quoted = match.start() < series.start
        if gap <= (60 if edition or quoted else 2) and (best is None or gap < best[0]):
            best = (gap, series, edition)
    return None if best is None else (best[1], best[2])


def _is_series(reading: Reading, span: Span, edition: str | None) -> bool:
    words = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or any(reading.cast.at(token.i) is not None for token in words):
        return False
    if any(d.span.overlaps(span) for d in reading.dated if len(d.timex.value) > 4):
        return False
    lower = words.text.lower()
    if lower in _GENERIC or words[0].is_stop or (words[0].is_sent_start and edition is None):
        return False
    return edition is not None or words.text.isupper() or all(t.pos_ in ("PROPN", "NOUN", "ADJ") for t in words)


def _personnel(reading: Reading, refined: Refined) -> None:
    for token in refined.trigger.sent:
        if token.dep_ == "nummod" and token.head.lemma_.lower() in noun_classes()["troops"] | {
            "mountaineer",
            "serviceman",
        }:
            span = reading.span([token, token.head])
            refined.tell("personnel", span.of(reading.document.text), span)
            return
