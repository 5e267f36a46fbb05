"""Who makes a claim and whom it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.assertions import Assertion
from bilateral.coding.attribution import Said
from bilateral.coding.quotations import Quotation
from bilateral.coding.reading import Reading
from bilateral.knowledge.claim_words import claim_words
from bilateral.types.actor import Speaker
from bilateral.types.span import Span

PERSONAL = frozenset({"he", "she"})
MAX_NAME = 80


class Speakers:
    """Who speaks, looked up in the order of the text, so that "he" can be the one who spoke before."""

    def __init__(self, reading: Reading, spoken: Sequence[Quotation]) -> None:
        self._reading = reading
        self._spoken = spoken
        self._persons = _introduced(reading)
        self._heads = sorted({q.speaker for q in spoken if q.speaker is not None}, key=lambda token: token.i)

    def of(self, head: Token | None) -> Said | None:
        """The speaker that a phrase names; None for the author."""
        if head is None:
            return None
        head = _source(head)
        if head.lower_ in PERSONAL and (before := self._spoke_before(head)) is not None:
            said = self.of(before)
            return said and Said(said.speaker, self._reading.span([head]))
        parties = self._parties(head)
        span = self._phrase(head)
        if not parties:
            owners = self._reading.parties(head) if head.pos_ != "PRON" else []
            country = owners[0].country if owners else None
            return Said(Speaker(span.of(self._reading.document.text), None, None, country), span)
        party = parties[0]
        return Said(Speaker(party.name, party.actor, party.office, party.country), span)

    def _parties(self, head: Token) -> list[Party]:
        """The person where an office and its holder stand side by side, else whatever the phrase stands for."""
        near = [head, *(child for child in head.children if child.dep_ == "appos")]
        if head.dep_ == "appos":
            near.append(head.head)
        found = [party for token in near for party in self._reading.cast.stands_for(token)]
        found = [self._persons.get(party.actor, party) for party in found]
        return sorted(found, key=lambda party: party.form != "person" and not party.actor.startswith("person:"))

    def _spoke_before(self, pronoun: Token) -> Token | None:
        """Who spoke last, when the one the pronoun seems to take up is only named inside somebody's speech."""
        taken = self._reading.cast.stands_for(pronoun)
        named = [
            ref
            for ref in self._reading.cast.refs
            if ref.end <= pronoun.i and taken and ref.party.actor == taken[0].actor
        ]
        if named and not any(q.start <= named[-1].start < q.end for q in self._spoken):
            return None
        before = [token for token in self._heads if token.i < pronoun.i and token.lower_ not in PERSONAL]
        return before[-1] if before else None

    def _phrase(self, head: Token) -> Span:
        """The words that name the speaker, with what they speak for: "a spokesman for the ministry"."""
        inside = [t for t in head.subtree if t.dep_ not in ("relcl", "appos", "acl", "punct")]
        left = [t for t in inside if t.i <= head.i and head in (t, t.head)]
        right = [
            t
            for child in head.rights
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "in")
            for t in child.subtree
        ]
        whole = self._reading.span([*left, *right])
        return whole if whole.end - whole.start <= MAX_NAME else self._reading.span(left or [head])


def _introduced(reading: Reading) -> dict[str, Party]:
    """Office -> person, where the text puts them side by side once: "the envoy, Jane Doe"."""
    found: dict[str, Party] = {}
    for token in reading.doc:
        if token.dep_ != "appos":
            continue
        one, other = reading.cast.at(token.i), reading.cast.at(token.head.i)
        for office, person in ((one, other), (other, one)):
            if office and person and office.party.form == "office" and person.party.form == "person":
                found.setdefault(office.party.actor, person.party)
    return found


def _source(head: Token) -> Token:
    """Whose words a letter, report or statement holds, where it tells: "a letter from ...", "its statement"."""
    if head.lemma_.lower() not in claim_words("writings"):
        return head
    for child in head.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by", "of"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), head)
    return head


def about_of(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    """States and organisations that the words name; else who speaks; else the one the article is mostly about."""
    speaker = assertion.speaker
    speaking = set() if speaker is None else {speaker, *speaker.subtree}
    codes = _codes(reading, [token for token in assertion.content if token not in speaking])
    if codes or speaker is None:
        return codes
    return _codes(reading, sorted(speaking)) or _topic(reading, assertion)


def _topic(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    """The code named most often up to these words."""
    last = assertion.words[-1].i
    named = Counter(ref.party.country for ref in reading.cast.refs if ref.start <= last and ref.party.country)
    return tuple(code for code, _ in named.most_common(1) if code)


def _codes(reading: Reading, tokens: Iterable[Token]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for token in tokens:
        ref = reading.cast.at(token.i)
        if ref is not None or token.pos_ in ("NOUN", "PROPN", "PRON"):
            parties = [ref.party] if ref else reading.cast.stands_for(token)
            found |= dict.fromkeys(party.country for party in parties if party.country)
    return tuple(found)
