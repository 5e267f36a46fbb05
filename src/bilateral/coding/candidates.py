"""Words that may tell an event: triggers with the reading of them that fits best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments, of_noun, of_verb
from bilateral.knowledge.triggers import Entry, Frame, noun_classes, triggers


@dataclass(slots=True)
class Candidate:
    """A trigger in one of its readings, before anything is known of who takes part."""

    trigger: Token
    entry: Entry
    arguments: Arguments

    @property
    def frame(self) -> Frame:
        """The frame of the entry."""
        return self.entry.frame

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells it."""
        return self.trigger.pos_ in ("VERB", "AUX")


def candidates(tokens: Iterator[Token] | list[Token]) -> Iterator[Candidate]:
    """Candidates of a sentence in order; a noun whose act a verb already tells is left to the verb."""
    found = [candidate for token in tokens if (candidate := _read(token)) is not None]
    taken = {noun.i for candidate in found for noun in _carried(candidate)}
    yield from (candidate for candidate in found if candidate.trigger.i not in taken)


def _read(token: Token) -> Candidate | None:
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
        arguments = of_verb(token)
    elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
        arguments = of_noun(token)
    else:
        return None
    entry = reading_of(token, arguments)
    return None if entry is None else Candidate(token, entry, arguments)


def reading_of(token: Token, arguments: Arguments) -> Entry | None:
    """The most specific entry of a word that its arguments allow, None when it has none."""
    table = triggers().verbs if token.pos_ in ("VERB", "AUX") else triggers().nouns
    return next((e for e in table.get(token.lemma_.lower(), ()) if _fits(token, e, arguments)), None)


def _fits(token: Token, entry: Entry, arguments: Arguments) -> bool:
    if not _particles_fit(token, entry, arguments):
        return False
    return entry.noun_class is None or bool(class_nouns(token, entry.noun_class, arguments))


def _particles_fit(token: Token, entry: Entry, arguments: Arguments) -> bool:
    if not entry.particles:
        return True
    if token.pos_ in ("VERB", "AUX"):
        return all(p in arguments.particles or p in arguments.slots for p in entry.particles)
    before = {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod", "nmod")}
    return all(word in before for word in entry.particles)


def class_nouns(token: Token, name: str, arguments: Arguments) -> list[Token]:
    """The nouns of a class among what the act is about: its object, its "of" phrase, the words before a noun."""
    wanted = noun_classes()[name]
    slots = (
        ("obj", "of", "in", "on", "to", "for", "into", "from")
        if token.pos_ not in ("VERB", "AUX")
        else ("obj", "in", "on", "to", "into")
    )
    heads = [noun for slot in slots for noun in arguments.slots.get(slot, ())]
    if token.pos_ not in ("VERB", "AUX"):
        heads += [child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "poss")]
    heads += [conjunct for head in heads for conjunct in head.conjuncts]
    return [noun for noun in heads if _of_class(noun, wanted)]


def _of_class(noun: Token, wanted: frozenset[str]) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in wanted or noun.lower_ in wanted:
        return True
    before = (child.lower_ for child in noun.children if child.dep_ in ("compound", "nmod"))
    return any(f"{word}-{lemma}" in wanted for word in before) or _model_name(noun, wanted)


def _model_name(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a type designation ("F-16s", "Mi-35") stands for a weapon: letters, a hyphen, a number."""
    text = noun.text.rstrip("s")
    head, hyphen, tail = text.partition("-")
    return "weapon" in wanted and bool(hyphen) and head.isalpha() and tail[:1].isdigit() and head[:1].isupper()


def _carried(candidate: Candidate) -> list[Token]:
    """Nouns whose act the verb of this candidate already tells: "held talks" is one act, not two."""
    if not candidate.is_verb or candidate.entry.noun_class is None:
        return []
    nouns = class_nouns(candidate.trigger, candidate.entry.noun_class, candidate.arguments)
    return [noun for noun in nouns if _same_act(candidate, noun)]


def _same_act(candidate: Candidate, noun: Token) -> bool:
    entries = triggers().nouns.get(noun.lemma_.lower(), ())
    kinds = {entry.frame.kind for entry in entries}
    return (
        not kinds or candidate.frame.kind in kinds or candidate.entry.noun_class in ("sanction", "agreement", "meeting")
    )
