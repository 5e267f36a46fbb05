"""Who asserts what: direct speech, clauses of telling, verbs that are an assertion themselves, "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from bilateral.coding.arguments import is_passive, surface_subject
from bilateral.coding.quotations import Quotation, is_telling, quotations
from bilateral.coding.reading import Reading
from bilateral.knowledge.claim_words import claim_words

STANCES = ("accusation", "praise", "position", "forecast", "assessment")


@dataclass(frozen=True, slots=True)
class Assertion:
    """Words that somebody asserts.

    Attributes:
        speaker: head of the phrase that names who; ``None`` for the author.
        cue: the verb or word that makes it an assertion; ``None`` in direct speech.
        content: the tokens of what is asserted.
        words: the tokens to quote: the content with the clause that tells it.
        stance: the kind that the cue itself is, ``None`` where the content has to show it.
        direct: whether the content is the speaker's own words.
    """

    speaker: Token | None
    cue: Token | None
    content: tuple[Token, ...]
    words: tuple[Token, ...]
    stance: str | None = None
    direct: bool = False


def assertions(reading: Reading) -> Iterator[Assertion]:
    """Every assertion of a document, direct speech first; they may overlap."""
    spoken = quotations(reading.doc, reading.document.text)
    for quotation in spoken:
        yield from _direct(reading, quotation)
    for sentence in reading.doc.sents:
        yield from _of_sentence(sentence, spoken)


def _direct(reading: Reading, quotation: Quotation) -> Iterator[Assertion]:
    """The sentences of a quotation, or of the part of a sentence that is one."""
    if quotation.speaker is None:
        return
    sentences = {reading.doc[i].sent.start: reading.doc[i].sent for i in range(quotation.start, quotation.end)}
    for sentence in sentences.values():
        words = tuple(token for token in sentence if quotation.holds(token) and not token.is_space)
        if sum(token.is_alpha for token in words) > 2:
            yield Assertion(quotation.speaker, None, words, words, direct=True)


def _of_sentence(sentence: Words, spoken: Sequence[Quotation]) -> Iterator[Assertion]:
    for token in sentence:
        if any(quotation.holds(token) for quotation in spoken):
            continue
        if token.lower_ == "according":
            yield from _according(sentence, token)
        if token.pos_ == "VERB":
            yield from _of_verb(sentence, token)


def _according(sentence: Words, token: Token) -> Iterator[Assertion]:
    for to in token.children:
        for source in to.children:
            if source.dep_ == "pobj":
                inside = set(token.subtree)
                words = tuple(t for t in sentence if not t.is_space)
                yield Assertion(source, token, tuple(t for t in words if t not in inside), words)


def _of_verb(sentence: Words, verb: Token) -> Iterator[Assertion]:
    stance = stance_of(verb)
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _is_finite(child)]
    if is_passive(verb):
        agent = next((o for by in verb.children if by.dep_ == "agent" for o in by.children if o.dep_ == "pobj"), None)
        if stance is not None and (agent is not None or stance in ("forecast", "assessment")):
            yield _assertion(agent, verb, tuple(verb.subtree), stance)
        return
    subjects = surface_subject(verb)
    if not subjects or _is_irrelevant(verb):
        return
    if stance is not None and (stance != "assessment" or _names(verb)):
        yield _assertion(subjects[0], verb, tuple(verb.subtree), stance)
    elif is_telling(verb):
        if clauses:
            yield _assertion(subjects[0], verb, tuple(clauses[0].subtree), None)
        elif verb.dep_ in ("parataxis", "ccomp") or (verb.head != verb and verb.dep_ == "advcl"):
            yield from _parenthetical(sentence, verb, subjects[0])


def _parenthetical(sentence: Words, verb: Token, subject: Token) -> Iterator[Assertion]:
    """ "The plan, officials said, would fail." """
    inside = set(verb.subtree)
    content = tuple(token for token in sentence if token not in inside and not token.is_space)
    if len(inside) < 12 and content:
        yield Assertion(subject, verb, content, tuple(t for t in sentence if not t.is_space))


def _assertion(speaker: Token | None, verb: Token, content: tuple[Token, ...], stance: str | None) -> Assertion:
    words = tuple(token for token in verb.subtree if not token.is_space)
    return Assertion(speaker, verb, content, words, stance)


def stance_of(verb: Token) -> str | None:
    """The kind of claim that the verb itself is; None for a verb that only tells."""
    lemma = verb.lemma_.lower()
    for stance in STANCES:
        if lemma in claim_words(f"{stance}_verbs"):
            return stance
    return None


def _names(verb: Token) -> bool:
    """Whether a verb such as "call" or "see" says what its object is taken for: "called it a ploy", "as a threat"."""
    return any(
        child.dep_ == "oprd" or (child.lower_ == "as" and child.dep_ in ("prep", "mark")) for child in verb.children
    ) or any(child.dep_ == "ccomp" and not _is_finite(child) for child in verb.children)


def _is_finite(verb: Token) -> bool:
    marks = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
    return bool(marks & {"VBD", "VBZ", "VBP", "MD"}) or any(c.dep_ == "nsubj" for c in verb.children)


def _is_irrelevant(verb: Token) -> bool:
    """A question, a negated or conditional telling asserts nothing."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)
