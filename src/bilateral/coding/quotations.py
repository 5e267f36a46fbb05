"""Direct speech: which words stand between quotation marks, and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bilateral.coding.arguments import surface_subject
from bilateral.knowledge.claim_words import claim_words

OPENING, CLOSING, EITHER = "“«", "”»", '"'
LEAST = 4
"""Fewer words in quotation marks are a name or an expression, not speech."""
NEAR = 45
"""So many words before or behind a quotation may name who speaks, within one sentence."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``[start, end)`` between two quotation marks; ``cue`` is the verb that tells who speaks them."""

    start: int
    end: int
    speaker: Token | None
    cue: Token | None

    def holds(self, token: Token) -> bool:
        """Whether the token is spoken here."""
        return self.start <= token.i < self.end


def quotations(doc: Doc, text: str) -> tuple[Quotation, ...]:
    """The direct speech of a document in order; quoted fragments of a clause are none."""
    found: list[Quotation] = []
    marked = list(_between_marks(doc, text))
    quoted = frozenset(i for start, end in marked for i in range(start, end))
    for start, end in marked:
        if not _is_speech(doc, start, end):
            continue
        cue = next((verb for verb in _near(doc, start, end, quoted) if _tells(verb, quoted)), None)
        speaker = surface_subject(cue)[0] if cue is not None else None
        if speaker is None and found and _goes_on(doc, found[-1], start):
            speaker, cue = found[-1].speaker, found[-1].cue
        found.append(Quotation(start, end, speaker, cue))
    return tuple(found)


def _between_marks(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of marks of one paragraph as tokens; a straight mark opens where none is open."""
    start: int | None = None
    for i, sign in enumerate(text):
        if sign == "\n":
            start = None
        elif sign in OPENING or (sign in EITHER and start is None and not _closes(text, i)):
            start = i + 1
        elif sign in CLOSING + EITHER and start is not None:
            words = doc.char_span(start, i, alignment_mode="contract") if start < i else None
            if words is not None and len(words):
                yield words.start, words.end
            start = None


def _closes(text: str, i: int) -> bool:
    """Whether a straight mark stands as a closing one does: close to the word before, apart from the next."""
    return i > 0 and not text[i - 1].isspace() and text[i - 1] not in "([-:" and not text[i + 1 : i + 2].isalnum()


def _is_speech(doc: Doc, start: int, end: int) -> bool:
    """Whether what is quoted is a clause of its own: it has a finite verb, and begins or ends as a sentence does."""
    words = [token for token in doc[start:end] if token.is_alpha]
    if len(words) < LEAST or not any(token.pos_ in ("VERB", "AUX") for token in words):
        return False
    return words[0].text[:1].isupper() or doc[end - 1].text in (".", "?", "!")


def _near(doc: Doc, start: int, end: int, quoted: frozenset[int]) -> Iterator[Token]:
    """The words outside quotation marks behind the quotation in its sentence, then those before it."""
    last = doc[end - 1].sent.end
    if end + 1 < len(doc) and last <= end + 1 and _inverted(doc, end, quoted):
        last = doc[end + 1].sent.end
    for i in (*range(end, min(last, end + NEAR)), *range(start - 1, max(-1, start - NEAR), -1)):
        if i < start and (doc[i].is_space or doc[i].sent.end < start - 1):
            return
        if i not in quoted:
            yield doc[i]


def _inverted(doc: Doc, end: int, quoted: frozenset[int]) -> bool:
    """Whether behind the closing mark stands "said the minister" or "the minister said", cut off as a sentence."""
    sentence = doc[end + 1].sent
    words = [token for token in sentence if token.i not in quoted and token.i >= end]
    return any(is_telling(token) for token in words[:12]) and doc[end - 1].text in (",", "?", "!", "-", ".")


def is_telling(token: Token) -> bool:
    """Whether the word is a verb that tells somebody's words."""
    return token.pos_ == "VERB" and token.lemma_.lower() in claim_words("telling")


def _tells(verb: Token, quoted: frozenset[int]) -> bool:
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or not any(
        lemma in claim_words(name) for name in ("telling", "accusation_verbs", "praise_verbs")
    ):
        return False
    subjects = surface_subject(verb)
    return bool(subjects) and subjects[0].i not in quoted


def _goes_on(doc: Doc, before: Quotation, start: int) -> bool:
    """Whether a quotation follows one of the same speaker with no sentence of the author's between."""
    between = doc[before.end : start]
    return before.speaker is not None and not any(
        token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and not is_telling(token) for token in between
    )
