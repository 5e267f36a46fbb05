"""Direct speech: which words stand between quotation marks, and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bilateral.coding.arguments import surface_subject
from bilateral.knowledge.claim_words import claim_words

OPENING, CLOSING, EITHER = "“«", "”»", '"'
BESIDE = ("telling", "quoting", "accusation_verbs", "praise_verbs")
PLACES = frozenset({"GPE", "LOC", "FAC"})
CLOSED = frozenset({",", ".", "?", "!"})
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
        goes_on = bool(found) and _goes_on(doc, found[-1], start)
        cue = _cue(doc, start, end, quoted, goes_on)
        speaker = teller(cue) if cue is not None else None
        if speaker is None and goes_on:
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
    return words[0].text[:1].isupper() or (doc[end - 1].text in CLOSED and _leads_up(doc, start))


def _cue(doc: Doc, start: int, end: int, quoted: frozenset[int], goes_on: bool) -> Token | None:
    """The verb that tells who speaks: before the quotation where the sentence leads up to it, else behind it."""
    before = _told(doc, range(start - 1, _first(doc, start) - 1, -1), quoted)
    if before and _leads_up(doc, start):
        return before[0]
    behind = [verb for verb in _told(doc, range(end, _last(doc, end)), quoted) if not _has_clause(verb, quoted)]
    if goes_on and doc[end - 1].text == "." and not (behind and behind[0].sent == doc[end - 1].sent):
        return None
    return next(iter([*behind, *before]), None)


def _told(doc: Doc, where: range, quoted: frozenset[int]) -> list[Token]:
    """The verbs of telling there, those of main clauses first."""
    found = [doc[i] for i in where if i < len(doc) and i not in quoted and _tells(doc[i], quoted)]
    return sorted(found, key=lambda verb: verb.dep_ in ("relcl", "acl"))


def _leads_up(doc: Doc, start: int) -> bool:
    """Whether the words before the opening mark end in a verb of telling, "that", a comma or a colon."""
    words = [token for token in doc[max(0, start - 3) : start] if token.text not in OPENING + EITHER]
    return bool(words) and (words[-1].text in (",", ":", "that", "-", "as") or is_telling(words[-1]))


def _first(doc: Doc, start: int) -> int:
    """Where the sentence that leads up to a quotation begins."""
    first = doc[max(0, start - 2)].sent.start if start > 1 else start
    return max(first, start - NEAR)


def _last(doc: Doc, end: int) -> int:
    """Where the sentence ends that goes on behind a quotation, also where the parser cut it off there."""
    last: int = doc[end - 1].sent.end
    if last <= end + 1 < len(doc) and not doc[end].is_space and doc[end - 1].text in (",", "?", "!", "-", "."):
        last = doc[end + 1].sent.end
    return min(last, end + NEAR)


def _has_clause(verb: Token, quoted: frozenset[int]) -> bool:
    """Whether the verb tells something else than the quotation."""
    return any(child.dep_ == "ccomp" and child.i not in quoted and child.i > verb.i for child in verb.children)


def is_telling(token: Token) -> bool:
    """Whether the word is a verb that tells somebody's words."""
    return token.pos_ == "VERB" and token.lemma_.lower() in claim_words("telling")


def _tells(verb: Token, quoted: frozenset[int]) -> bool:
    if verb.pos_ != "VERB" or not any(verb.lemma_.lower() in claim_words(name) for name in BESIDE):
        return False
    subject = teller(verb)
    return subject is not None and subject.i not in quoted


def teller(verb: Token) -> Token | None:
    """The subject of a verb of telling; a place before a participle tells nothing: "spoke of Sudan, saying ..."."""
    subject = next(iter(surface_subject(verb)), None)
    if subject is not None and verb.dep_ == "acl" and subject.dep_ == "pobj" and subject.ent_type_ in PLACES:
        return next((child for child in verb.sent.root.children if child.dep_ == "nsubj"), subject)
    return subject


def _goes_on(doc: Doc, before: Quotation, start: int) -> bool:
    """Whether a quotation follows one of the same speaker with no sentence of the author's between."""
    between = doc[before.end : start]
    return before.speaker is not None and not any(
        token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") and not is_telling(token) for token in between
    )
