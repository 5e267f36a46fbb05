"""One document as the coder sees it: analysed text, who is named, when and where, offsets and tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from bilateral.actors import Cast, Party, read_cast
from bilateral.coding.learned.heard import Heard
from bilateral.dates import Timex, find_timexes
from bilateral.places import PlaceRef, place_names
from bilateral.types.document import Document
from bilateral.types.span import Span

MAX_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Dated:
    """A temporal expression and its place in the parse: ``root`` is its syntactic head."""

    timex: Timex
    root: Token

    @property
    def span(self) -> Span:
        """Characters of the expression."""
        return Span(self.timex.start, self.timex.end)


class Reading:
    """Everything the rules ask of one document; made once, read many times."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.document = document
        self.doc = doc
        self.cast: Cast = read_cast(doc, document.title, document.published)
        self.heard = Heard()
        """What the encoder has said of the words so far; nothing where no encoder reads."""

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """Temporal expressions that resolve to a point or interval, in order."""
        found = find_timexes(self.document.text, self.document.published, self._tense_at)
        spans = ((timex, self.doc.char_span(timex.start, timex.end, alignment_mode="expand")) for timex in found)
        return tuple(Dated(timex, words.root) for timex, words in spans if words is not None and timex.edtf)

    @cached_property
    def places(self) -> tuple[PlaceRef, ...]:
        """Place expressions, in order."""
        return tuple(place_names(self.doc, self.cast))

    def span(self, tokens: Sequence[Token]) -> Span:
        """From the first of the tokens to the last."""
        first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
        return Span(first.idx, last.idx + len(last))

    def quote(self, trigger: Token) -> Span:
        """The sentence that tells the act, or, where it is too long to quote, what stands around the trigger."""
        sentence = trigger.sent
        whole = _trimmed(sentence)
        if whole.end - whole.start <= MAX_QUOTE:
            return whole
        return _around(sentence, trigger)

    def parties(self, token: Token) -> list[Party]:
        """Whom a phrase stands for: itself, else its modifiers, else what hangs on it by a preposition."""
        found = self.cast.stands_for(token) or self.cast.describes(token)
        if found or token.pos_ not in ("NOUN", "PROPN"):
            return found
        for child in token.children:
            if child.dep_ == "poss" and (owner := self.cast.stands_for(child)):
                return owner
        return [
            party
            for child in token.children
            if child.dep_ in ("prep", "agent")
            for pobj in child.children
            if pobj.dep_ == "pobj"
            for party in self.cast.stands_for(pobj) or self.cast.describes(pobj)
        ]

    def _tense_at(self, char: int) -> Literal["past", "future"] | None:
        words = self.doc.char_span(char, char + 1, alignment_mode="expand")
        if words is None:
            return None
        verb = next((t for t in (words.root, *words.root.ancestors) if t.pos_ in ("VERB", "AUX")), None)
        return None if verb is None else tense(verb)


def tense(verb: Token) -> Literal["past", "future"] | None:
    """The tense of a verb as its form and auxiliaries tell it; an infinitive takes what governs it."""
    marks = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "shall", "wo", "'ll"}:
        return "future"
    if "VBD" in marks or helpers & {"has", "have", "had", "'ve"}:
        return "past"
    if "TO" in marks:
        return "future"
    return None


def _trimmed(words: Words) -> Span:
    text = words.text
    start = words.start_char + len(text) - len(text.lstrip())
    return Span(start, max(start + 1, words.start_char + len(text.rstrip())))


def _around(sentence: Words, trigger: Token) -> Span:
    """A window of at most MAX_QUOTE characters around the trigger that begins and ends with whole words."""
    tokens = [token for token in sentence if not token.is_space]
    at = next(k for k, token in enumerate(tokens) if token.i >= trigger.i)
    left = right = at
    while True:
        grown = False
        for k_left, k_right in ((left - 1, right), (left, right + 1)):
            if k_left < 0 or k_right >= len(tokens):
                continue
            if tokens[k_right].idx + len(tokens[k_right]) - tokens[k_left].idx <= MAX_QUOTE:
                left, right, grown = k_left, k_right, True
        if not grown:
            return Span(tokens[left].idx, tokens[right].idx + len(tokens[right]))
