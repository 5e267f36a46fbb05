"""Who says so: the speaker of the clause or quotation an act is told in; the article's own voice is None."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.arguments import surface_subject
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words
from bilateral.types.actor import Speaker
from bilateral.types.span import Span

QUOTES = '"'


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker and the words that name them."""

    speaker: Speaker
    span: Span


def speaker_of(reading: Reading, trigger: Token) -> Said | None:
    """Whoever the text makes say that the act of ``trigger`` is so."""
    subject = _of_saying(trigger) or _according_to(trigger) or _of_quotation(reading, trigger)
    return None if subject is None else _said(reading, subject)


def saying_verb(trigger: Token) -> Token | None:
    """The verb of saying whose content the trigger stands in."""
    token = trigger
    while token.head != token:
        head = token.head
        if token.dep_ in ("ccomp", "parataxis") and head.lemma_ in words("say") and head.pos_ == "VERB":
            return head
        token = head
    return _parenthetical(trigger)


def _parenthetical(trigger: Token) -> Token | None:
    """ "The talks, officials said, were held": a verb of saying that hangs inside the clause it frames."""
    for verb in trigger.sent.root.children:
        if verb.dep_ not in ("parataxis", "ccomp", "dep") or verb.lemma_ not in words("say"):
            continue
        if trigger not in verb.subtree and not any(child.dep_ in ("ccomp", "dobj") for child in verb.children):
            return verb
    return None


def _of_saying(trigger: Token) -> Token | None:
    verb = saying_verb(trigger)
    if verb is None:
        return None
    subjects = surface_subject(verb)
    return subjects[0] if subjects else None


def _according_to(trigger: Token) -> Token | None:
    for token in trigger.sent:
        if token.lower_ == "according":
            for to in token.children:
                for pobj in to.children:
                    if to.lower_ == "to" and pobj.dep_ == "pobj" and pobj.i != trigger.i:
                        return pobj
    return None


def _of_quotation(reading: Reading, trigger: Token) -> Token | None:
    """Inside a quotation that goes on from the sentence before, the one who spoke there speaks on."""
    sentence = trigger.sent
    before = reading.doc[sentence.start : trigger.i]
    if sum(token.text in QUOTES for token in before) % 2 == 0:
        return None
    if sentence.start == 0:
        return None
    previous = reading.doc[sentence.start - 1].sent
    for token in (*sentence, *previous):
        if token.pos_ == "VERB" and token.lemma_ in words("say"):
            subjects = surface_subject(token)
            if subjects and not (sentence.start <= trigger.i < sentence.end and trigger in subjects[0].subtree):
                return subjects[0]
    return None


def _said(reading: Reading, subject: Token) -> Said:
    parties = reading.cast.stands_for(subject)
    if parties:
        party = parties[0]
        span = party.spans[0] if party.spans else reading.span([subject])
        return Said(Speaker(party.name, party.actor, party.office, party.country), span)
    span = _noun_phrase(reading, subject)
    return Said(Speaker(span.of(reading.document.text)), span)


def _noun_phrase(reading: Reading, head: Token) -> Span:
    left = min(
        (t.i for t in head.subtree if t.dep_ in ("compound", "amod", "poss", "det", "nummod") or t == head),
        default=head.i,
    )
    return reading.span(list(reading.doc[left : head.i + 1]))


def is_self_told(said: Said | None, parties: list[Party]) -> bool:
    """Whether the speaker is the act's own actor in a speech act: then nobody else says so."""
    return said is not None and any(party.actor == said.speaker.actor for party in parties)
