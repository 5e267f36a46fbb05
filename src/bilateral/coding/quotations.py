"""Direct speech: which words stand between quotation marks, and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bilateral.coding.arguments import surface_subject
from bilateral.knowledge.claim_words import claim_words

OPENING, CLOSING, EITHER = "“«", "”»", '"'
LEAST = 5
"""Fewer words in quotation marks are a name or an expression, not speech."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``[start, end)`` between two quotation marks; ``speaker`` heads the phrase that names who speaks."""

    start: int
    end: int
    speaker: Token | None

    def holds(self, token: Token) -> bool:
        """Whether the token is spoken here."""
        return self.start <= token.i < self.end


def quotations(doc: Doc, text: str) -> tuple[Quotation, ...]:
    """The direct speech of a document in order; quoted fragments of a clause are none."""
    found: list[Quotation] = []
    marked = list(_between_marks(doc, text))
    for start, end in marked:
        if not _is_speech(doc, start, end):
            continue
        speaker = _speaker(doc, start, end, marked)
        if speaker is None and found and _goes_on(doc, found[-1], start):
            speaker = found[-1].speaker
        found.append(Quotation(start, end, speaker))
    return tuple(found)


def _between_marks(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in doc:
        sign = text[token.idx : token.idx + len(token)]
        if token.is_space and "\n" in sign:
            start = None
        elif sign in OPENING or (sign in EITHER and start is None):
            start = token.i + 1
        elif (sign in CLOSING or sign in EITHER) and start is not None:
            if token.i > start:
                yield start, token.i
            start = None


def _is_speech(doc: Doc, start: int, end: int) -> bool:
    """Whether what is quoted is a clause of its own: it has a finite verb, and begins or ends as a sentence does."""
    words = [token for token in doc[start:end] if token.is_alpha]
    if len(words) < LEAST or not any(token.pos_ in ("VERB", "AUX") for token in words):
        return False
    before = doc[start - 2] if start > 1 else None
    opens = before is None or before.is_space or before.text in ",:.?!-" or doc[start].is_title
    return opens and (doc[start].text[:1].isupper() or doc[end - 1].text in (",", ".", "?", "!"))


def _speaker(doc: Doc, start: int, end: int, marked: list[tuple[int, int]]) -> Token | None:
    """The subject of the verb of telling that stands behind the quotation, else before it, in the same paragraph."""
    behind, before = doc[min(end, len(doc) - 1)].sent, doc[max(0, start - 1)].sent
    quoted = {i for first, last in marked for i in range(first, last)}
    after = range(end, max(end, behind.end))
    if after and after[-1] - end <= 1 and end + 1 < len(doc) and doc[end + 1].sent.start >= end:
        after = range(end, _inverted_end(doc, end + 1))
    for span in (after, range(start - 1, before.start - 1, -1)):
        for i in span:
            subject = _teller(doc, i) if i < len(doc) and i not in quoted else None
            if subject is not None and subject.i not in quoted:
                return subject
    return None


def _inverted_end(doc: Doc, start: int) -> int:
    """The end of a sentence that begins with "said ...": it belongs to the quotation before it."""
    sentence = doc[start].sent
    return sentence.end if any(is_telling(token) for token in doc[start : min(start + 8, sentence.end)]) else start


def is_telling(token: Token) -> bool:
    """Whether the word is a verb that tells somebody's words."""
    return token.pos_ == "VERB" and token.lemma_.lower() in claim_words("telling")


def _teller(doc: Doc, i: int) -> Token | None:
    subjects = surface_subject(doc[i]) if is_telling(doc[i]) else []
    return subjects[0] if subjects else None


def _goes_on(doc: Doc, before: Quotation, start: int) -> bool:
    """Whether a quotation follows one of the same speaker with no full sentence of the author's between."""
    between = doc[before.end : start]
    return before.speaker is not None and not any(
        token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and not is_telling(token) for token in between
    )
