"""Who makes a claim and whom it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.arguments import governing_verb, surface_subject
from bilateral.coding.assertions import Assertion
from bilateral.coding.attribution import Said
from bilateral.coding.quotations import Quotation
from bilateral.coding.reading import Reading
from bilateral.knowledge.claim_words import claim_words
from bilateral.types.actor import Speaker
from bilateral.types.span import Span

PERSONAL = frozenset({"he", "she"})
RELATIVE = frozenset({"who", "which", "that"})
AIMED = frozenset({"accusation", "praise"})
DOERS = ("er", "or", "ist", "ian", "man", "woman")
MAX_NAME = 80
MAX_BACK = 3


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
        instead = self._antecedent(head) if head.tag_ == "PRP" else None
        if instead is not None:
            said = self.of(instead)
            return said and Said(said.speaker, self._reading.span([head]))
        parties, span = self._parties(head), self._phrase(head)
        name = span.of(self._reading.document.text)
        if not parties:
            owners = self._reading.parties(head) if head.pos_ != "PRON" else []
            return Said(Speaker(name, None, None, owners[0].country if owners else None), span)
        if parties[0].form in ("pronoun", "office") and len({party.country for party in parties}) > 1:
            return Said(Speaker(name), span)
        party = parties[0]
        return Said(Speaker(party.name, party.actor, party.office, party.country), span)

    def _parties(self, head: Token) -> list[Party]:
        """The person where an office and its holder stand side by side, else whatever the phrase stands for."""
        near = [head, *(child for child in head.children if child.dep_ == "appos")]
        if head.dep_ == "appos":
            near.append(head.head)
        found = [party for token in near for party in self._reading.cast.stands_for(token)]
        found = [self._persons.get(party.actor, party) for party in found]
        return sorted(found, key=lambda party: not party.actor.startswith("person:"))

    def _antecedent(self, pronoun: Token) -> Token | None:
        """Whom a pronoun takes up where the cast does not know, or finds one only named inside somebody's speech."""
        cast, taken = self._reading.cast, self._reading.cast.stands_for(pronoun)
        named = [ref for ref in cast.refs if ref.end <= pronoun.i and taken and ref.party.actor == taken[0].actor]
        if taken and not (named and self._is_quoted(named[-1].start)):
            return None
        if pronoun.lower_ not in PERSONAL:
            return _subject_before(self._reading, pronoun)
        heads = [token.i for token in self._heads if token.i < pronoun.i and token.tag_ != "PRP"]
        persons = [
            ref.end - 1
            for ref in cast.refs
            if ref.end <= pronoun.i and ref.party.form in ("person", "office") and not self._is_quoted(ref.start)
        ]
        last = max([*heads, *persons[-1:]], default=None)
        return None if last is None else self._reading.doc[last]

    def _is_quoted(self, i: int) -> bool:
        return any(quotation.start <= i < quotation.end for quotation in self._spoken)

    def _phrase(self, head: Token) -> Span:
        """The words that name the speaker, with what they speak for: "a spokesman for the ministry"."""
        inside = [t for t in head.subtree if t.dep_ not in ("relcl", "appos", "acl", "punct")]
        left = [t for t in inside if t.i <= head.i and head in (t, t.head)] or [head]
        right = [
            t
            for child in head.rights
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "in")
            for t in child.subtree
        ]
        whole = self._reading.span([*left, *right])
        return whole if whole.end - whole.start <= MAX_NAME else self._reading.span(left)


def _subject_before(reading: Reading, pronoun: Token) -> Token | None:
    """The subject of the sentence before, past pronouns: "The alliance ... It ... It ..."."""
    start = pronoun.sent.start
    for _ in range(MAX_BACK):
        if start == 0:
            return None
        before = reading.doc[start - 1].sent
        subject = next((child for child in before.root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.tag_ != "PRP":
            return subject
        start = before.start
    return None


def can_speak(reading: Reading, head: Token | None) -> bool:
    """Whether a phrase names somebody who can hold a view: a person, a body, a paper, the author; no car or storm."""
    if head is None or head.tag_ in ("PRP", "NNP", "NNPS") or head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    lemma = head.lemma_.lower()
    return lemma in claim_words("speaking_nouns") or lemma.endswith(DOERS) or bool(reading.cast.stands_for(head))


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
    if head.lower_ in RELATIVE and head.head.dep_ == "relcl":
        return head.head.head
    if head.lemma_.lower() not in claim_words("writings"):
        return head
    verb = governing_verb(head)
    writer = surface_subject(verb) if verb is not None and head.dep_ == "dobj" else []
    for child in head.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by", "of"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), head)
    return writer[0] if writer else head


def about_of(reading: Reading, assertion: Assertion) -> tuple[str, ...]:
    """States and organisations that the words name; else who speaks; else the one the article is mostly about."""
    speaker = assertion.speaker
    speaking = set() if speaker is None else {speaker, *speaker.subtree}
    codes = _codes(reading, [token for token in assertion.content if token not in speaking])
    if codes or speaker is None or (assertion.stance in AIMED and not assertion.direct):
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
