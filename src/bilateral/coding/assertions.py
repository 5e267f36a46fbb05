"""Who asserts what: direct speech, clauses of telling, verbs and nouns that are an assertion themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from bilateral.coding.arguments import governing_verb, is_passive, surface_subject
from bilateral.coding.quotations import Quotation, is_telling, quotations, teller
from bilateral.coding.reading import Reading
from bilateral.knowledge.claim_words import claim_words

STANCES = ("accusation", "praise", "position", "forecast", "assessment")


@dataclass(frozen=True, slots=True)
class Assertion:
    """Words that somebody asserts.

    Attributes:
        speaker: head of the phrase that names who; ``None`` for the author.
        cue: the verb or noun that makes it an assertion; ``None`` for the author's own sentence.
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


def assertions(reading: Reading, spoken: Sequence[Quotation]) -> Iterator[Assertion]:
    """Every assertion of a document, direct speech first, the author's own last; they may overlap."""
    for quotation in spoken:
        yield from _direct(reading, quotation)
    own = []
    for sentence in reading.doc.sents:
        found = list(_of_sentence(sentence, spoken))
        yield from found
        if not found and not any(quotation.holds(token) for token in sentence for quotation in spoken):
            own.append(tuple(token for token in sentence if not token.is_space))
    yield from (Assertion(None, None, words, words) for words in own if words)


def spoken_in(reading: Reading) -> tuple[Quotation, ...]:
    """The direct speech of a document."""
    return quotations(reading.doc, reading.document.text)


def _direct(reading: Reading, quotation: Quotation) -> Iterator[Assertion]:
    """The sentences of a quotation, or of the part of a sentence that is one."""
    if quotation.speaker is None or quotation.cue is None:
        return
    stance = stance_of(quotation.cue)
    stance = stance if stance in ("accusation", "praise") else None
    sentences = {reading.doc[i].sent.start: reading.doc[i].sent for i in range(quotation.start, quotation.end)}
    for sentence in sentences.values():
        words = tuple(token for token in sentence if quotation.holds(token) and not token.is_space)
        if sum(token.is_alpha for token in words) > 2:
            yield Assertion(quotation.speaker, quotation.cue, words, words, stance, direct=True)


def _of_sentence(sentence: Words, spoken: Sequence[Quotation]) -> Iterator[Assertion]:
    for token in sentence:
        if any(quotation.holds(token) for quotation in spoken):
            continue
        if token.lower_ == "according":
            yield from _according(sentence, token)
        elif token.pos_ == "VERB":
            yield from _of_verb(sentence, token)
        elif token.pos_ == "NOUN":
            yield from _of_noun(token)
        elif token.dep_ == "acomp":
            yield from _of_adjective(token)


def _according(sentence: Words, token: Token) -> Iterator[Assertion]:
    for to in token.children:
        for source in to.children:
            if source.dep_ == "pobj":
                inside = set(token.subtree)
                words = tuple(t for t in sentence if not t.is_space)
                yield Assertion(source, token, tuple(t for t in words if t not in inside), words)


def _of_verb(sentence: Words, verb: Token) -> Iterator[Assertion]:
    stance = stance_of(verb)
    if _is_conditional(verb):
        return
    if is_passive(verb):
        agent = next((o for by in verb.children if by.dep_ == "agent" for o in by.children if o.dep_ == "pobj"), None)
        if (
            stance is not None
            and (agent is not None or stance in ("forecast", "assessment"))
            and _is_full(verb, stance)
        ):
            yield _assertion(agent, verb, verb, stance)
        return
    subject = teller(verb)
    if subject is None:
        return
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and is_finite(child)), None)
    if stance is not None and _is_full(verb, stance):
        yield _assertion(subject, verb, verb, stance)
    elif clause is not None and is_telling(verb):
        yield _assertion(subject, verb, clause, None)
    elif is_telling(verb) and verb.dep_ in ("parataxis", "ccomp", "advcl"):
        yield from _parenthetical(sentence, verb, subject)


def _parenthetical(sentence: Words, verb: Token, subject: Token) -> Iterator[Assertion]:
    """ "The plan, officials said, would fail." """
    inside = set(verb.subtree)
    content = tuple(token for token in sentence if token not in inside and not token.is_space)
    if len(inside) < 12 and content:
        yield Assertion(subject, verb, content, tuple(t for t in sentence if not t.is_space))


def _of_noun(noun: Token) -> Iterator[Assertion]:
    """ "Their hope that ...", "voiced fear that ...", "there are signs that ...": a noun with its content clause."""
    stance = next((kind for kind in STANCES if noun.lemma_.lower() in claim_words(f"{kind}_nouns")), None)
    clause = next(
        (child for child in noun.children if child.dep_ in ("acl", "ccomp", "relcl") and _is_that(child)), None
    )
    if stance is None or clause is None:
        return
    verb = governing_verb(noun)
    owners = [child for child in noun.children if child.dep_ == "poss" and child.tag_ != "PRP$"]
    if not owners and verb is not None and verb.lemma_ != "be" and noun.dep_ == "dobj":
        owners = surface_subject(verb)
    words = clause_words(verb if verb is not None else noun)
    yield Assertion(owners[0] if owners else None, noun, tuple(clause.subtree), words, stance)


def _of_adjective(adjective: Token) -> Iterator[Assertion]:
    """ "Is worried that ...", "are opposed to ...", "was critical of ...": an attitude and what it is about."""
    stance = next((kind for kind in STANCES if adjective.lower_ in claim_words(f"{kind}_adjectives")), None)
    subject = next(iter(surface_subject(adjective.head)), None)
    if stance is None or subject is None or not any(c.dep_ in ("ccomp", "prep", "xcomp") for c in adjective.children):
        return
    yield Assertion(subject, adjective, tuple(adjective.subtree), clause_words(adjective.head), stance)


def _is_that(clause: Token) -> bool:
    """Whether a clause under a noun says what the noun holds: "that ...", or an infinitive."""
    return any((c.dep_ == "mark" and c.lower_ == "that") or c.tag_ == "TO" for c in clause.children)


def _assertion(speaker: Token | None, verb: Token, clause: Token, stance: str | None) -> Assertion:
    content = clause_words(clause)
    return Assertion(speaker, verb, content, clause_words(verb), stance)


def clause_words(head: Token) -> tuple[Token, ...]:
    """The words of a clause without those joined to it that have a subject of their own."""
    out: set[Token] = set()
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and any(c.dep_ == "nsubj" for c in child.children):
            out.update(child.subtree)
    words = [token for token in head.subtree if token not in out and not token.is_space]
    while len(words) > 1 and (words[0].is_punct or words[0].dep_ in ("mark", "cc")):
        words = words[1:]
    return tuple(words) or (head,)


def stance_of(verb: Token) -> str | None:
    """The kind of claim that the verb itself is; None for a verb that only tells."""
    lemma = verb.lemma_.lower()
    return next((stance for stance in STANCES if lemma in claim_words(f"{stance}_verbs")), None)


def _is_full(verb: Token, stance: str) -> bool:
    """Whether the verb has what makes it an assertion: "call it a ploy", "see it as a threat", "expect them to"."""
    deps = {child.dep_ for child in verb.children}
    if stance == "assessment":
        named = any(c.dep_ == "oprd" or (c.lower_ == "as" and c.dep_ in ("prep", "mark")) for c in verb.children)
        return named or any(child.dep_ == "ccomp" and not is_finite(child) for child in verb.children)
    return bool(deps & {"dobj", "ccomp", "xcomp", "agent", "prep"}) or (is_passive(verb) and "nsubjpass" in deps)


def is_finite(verb: Token) -> bool:
    """Whether a clause has a tense, or a subject at least."""
    marks = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
    return bool(marks & {"VBD", "VBZ", "VBP", "MD"}) or any(c.dep_ == "nsubj" for c in verb.children)


def _is_conditional(verb: Token) -> bool:
    """A condition or a question asserts nothing."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)
