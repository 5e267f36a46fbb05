"""Who says so: the speaker of the clause or quotation an act is told in; the article's own voice is None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.arguments import Arguments, is_passive, surface_subject
from bilateral.coding.quotations import Quotation, quotations
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words
from bilateral.types.actor import Speaker
from bilateral.types.span import Span

FIRST_PERSON = frozenset({"i", "we"})
BACKGROUND = frozenset({"relcl", "advcl"})
"""Clauses inside a reported one that the reporter adds as often as the speaker says them."""
DISCLOSING = frozenset("announce report claim confirm allege acknowledge admit reveal disclose".split())
BLAMING = frozenset({"accuse", "blame", "suspect", "charge"})
NAMING = frozenset({"of", "for", "from", "in", "by"})
MAX_NAME = 100
SAYABLE = frozenset({"dobj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker and the words that name them."""

    speaker: Speaker
    span: Span


def speaker_of(reading: Reading, trigger: Token) -> Said | None:
    """Whoever the text makes say that the act of ``trigger`` is so."""
    quotation = _quotation(reading, trigger)
    subject = (
        _of_saying(trigger, quotation)
        or _according_to(trigger)
        or (quotation and quotation.speaker)
        or _of_disclosing(trigger)
        or _of_blaming(trigger)
    )
    return None if subject is None or subject == trigger else _said(reading, subject)


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


def _of_saying(trigger: Token, quotation: Quotation | None) -> Token | None:
    """The subject of the verb that reports the clause; what is added to that clause is left to the author."""
    verb = saying_verb(trigger)
    if verb is None or (quotation is None and verb.i < trigger.i and _is_background(trigger, verb)):
        return None
    subject = next(iter(surface_subject(verb)), None)
    if subject is None or (subject.lower_ in FIRST_PERSON and quotation is not None):
        return None
    return _antecedent(subject)


def _is_background(trigger: Token, verb: Token) -> bool:
    token = trigger
    while token not in (verb, token.head):
        if token.dep_ in BACKGROUND:
            return verb in token.ancestors
        token = token.head
    return False


def _antecedent(subject: Token) -> Token:
    """What "which" or "who" takes up."""
    if subject.tag_ in ("WP", "WDT") or (subject.lower_ == "that" and subject.dep_.startswith("nsubj")):
        clause = next((token for token in subject.ancestors if token.dep_ == "relcl"), None)
        return clause.head if clause is not None else subject
    return subject


def _according_to(trigger: Token) -> Token | None:
    for token in trigger.sent:
        if token.lower_ != "according" or trigger == token:
            continue
        for to in token.children:
            for pobj in to.children:
                if to.lower_ == "to" and pobj.dep_ == "pobj" and trigger not in pobj.subtree:
                    return pobj
    return None


@lru_cache(maxsize=1)
def _spoken(reading: Reading) -> tuple[Quotation, ...]:
    return quotations(reading.doc, reading.document.text)


def _quotation(reading: Reading, trigger: Token) -> Quotation | None:
    return next((spoken for spoken in _spoken(reading) if spoken.holds(trigger)), None)


def _of_disclosing(trigger: Token) -> Token | None:
    """ "The ministry announced the delivery of ...", "claimed responsibility for the attack": a noun that is told."""
    token = trigger
    for _ in range(3):
        head = token.head
        if token.dep_ in SAYABLE and head.lemma_ in DISCLOSING and head.pos_ == "VERB":
            return _teller(head)
        if token.dep_ not in ("pobj", "prep", "conj", "compound"):
            return None
        token = head
    return None


def _of_blaming(trigger: Token) -> Token | None:
    """ "X accuses Y of an attack": the attack is X's word."""
    for token in (trigger, *trigger.ancestors):
        head = token.head
        if token.dep_ == "prep" and token.lower_ in ("of", "for") and head.lemma_ in BLAMING and head.pos_ == "VERB":
            return _teller(head)
        if token.dep_ in BACKGROUND:
            return None
    return None


def _teller(verb: Token) -> Token | None:
    if not is_passive(verb):
        subject = next(iter(surface_subject(verb)), None)
        return None if subject is None else _antecedent(subject)
    return next((pobj for by in verb.children if by.dep_ == "agent" for pobj in by.children), None)


def _said(reading: Reading, subject: Token) -> Said:
    near = [subject, *(child for child in subject.children if child.dep_ == "appos")]
    parties = [party for token in near for party in reading.cast.stands_for(token)]
    named = sorted(parties, key=lambda party: party.form != "person" and not party.actor.startswith("person:"))
    span = _phrase(reading, subject)
    if subject.pos_ == "PRON" and named:
        span = _named_before(reading, subject, named[0]) or span
    if named:
        party = named[0]
        return Said(Speaker(party.name, party.actor, party.office, party.country), span)
    return Said(Speaker(span.of(reading.document.text)), span)


def _named_before(reading: Reading, pronoun: Token, party: Party) -> Span | None:
    """The last words before a pronoun that name whom it stands for."""
    refs = [ref for ref in reading.cast.refs if ref.end <= pronoun.i and ref.party.actor == party.actor]
    return reading.span(list(reading.doc[refs[-1].start : refs[-1].end])) if refs else None


def _phrase(reading: Reading, head: Token) -> Span:
    """The words that name a speaker: the noun, what stands before it, "of ..." behind it, an apposition."""
    left = [token for token in head.subtree if token.i <= head.i and token.dep_ not in ("relcl", "acl")]
    right = [
        token
        for child in head.rights
        if child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in NAMING)
        for token in child.subtree
    ]
    whole = reading.span([*left, *right])
    return whole if whole.end - whole.start <= MAX_NAME else reading.span(left)


def is_self_told(said: Said | None, arguments: Arguments, parties: Sequence[Party]) -> bool:
    """Whether a speech act is told by the one who acts in it, so that nobody else says so.

    Args:
        said: who is made to say it.
        arguments: of the speech act.
        parties: its actors.
    """
    if said is None:
        return False
    speaker = said.speaker
    if any(party.actor == speaker.actor or (party.country and party.country == speaker.country) for party in parties):
        return True
    return all(agent.lower_ in FIRST_PERSON for agent in arguments.agents)
