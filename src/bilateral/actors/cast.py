"""The cast of a document: who is named where, and what any noun phrase stands for."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from bilateral.actors.discourse import HUMAN, MANY, THING, Discourse, clause_subject, empty, is_pair, suits
from bilateral.actors.parties import actor_id, mark_parties, phrase_party, state_party
from bilateral.actors.party import Party, Ref
from bilateral.actors.phrases import Phrase, extend, joined, modifiers
from bilateral.actors.quoting import quotation, speaker
from bilateral.actors.reading import Reading
from bilateral.actors.sheet import Sheet

NOUNS = ("NN", "NNS", "NNP", "NNPS")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
PARTITIVE = frozenset(
    "one some many most several hundreds thousands dozens number group member members majority all both each none "
    "scores part half two three four five six seven eight nine ten couple pair series team millions rest".split()
)
SPEAKING = frozenset({"i", "we", "us", "me", "our", "my", "ours"})
NATIONAL = frozenset(
    {"government", "military", "army", "navy", "air-force", "parliament", "foreign-ministry", "defence-ministry"}
)
"""Bodies that, named without a state, are those of the state last spoken of."""
STATES = frozenset({"country", "nation", "state", "side", "government", "neighbour", "neighbor", "power", "republic"})
PLACEHOLDERS = frozenset({"country", "nation", "state", "republic", "kingdom"})


class Cast:
    """Who is named in a document. Made by :func:`read_cast`."""

    def __init__(self, reading: Reading) -> None:
        self.doc: Doc = reading.sheet.doc
        self._sheet = reading.sheet
        self._reading = reading
        self.refs: tuple[Ref, ...] = tuple(reading.refs)
        self._at: dict[int, list[Ref]] = {}
        for ref in self.refs:
            for i in range(ref.start, ref.end):
                self._at.setdefault(i, []).append(ref)
        self._open = {i: p for p in reading.open if p.head for i in range(p.head.start, p.head.end)}
        self._discourse = Discourse(self._sheet, self.refs)
        self._memory: dict[int, list[Party]] = {}

    def at(self, i: int) -> Ref | None:
        """The ref that covers token ``i``."""
        refs = self._at.get(i)
        return refs[0] if refs else None

    def stands_for(self, token: Token) -> list[Party]:
        """The parties of the noun phrase whose head is ``token``, with those joined to it; empty when unknown."""
        found: list[Party] = []
        for head in (token, *_conjuncts(token)):
            found += [party for party in self._one(head) if party.actor not in {p.actor for p in found}]
        return found

    def describes(self, token: Token) -> list[Party]:
        """The parties that the words before an event noun name: "Russian airstrikes", "Moscow's offer"."""
        phrase = modifiers(self._sheet, token.i, token.i + 1)
        found: dict[str, Party] = {}
        for mark in phrase.owners:
            for ref in self._at.get(mark.start, []):
                found.setdefault(ref.party.actor, ref.party)
        for child in token.children:
            own = {id(ref) for ref in self._at.get(child.i, [])} & {id(ref) for ref in self._at.get(token.i, [])}
            if own or child.tag_ == "PRP$" or child.i > token.i or child.pos_ == "ADJ":
                continue
            if child.dep_ in ("poss", "compound", "amod", "nmod"):
                for party in self._one(child):
                    found.setdefault(party.actor, party)
        if not found and phrase.pronoun is not None:
            found = {party.actor: party for party in self._one(self.doc[phrase.pronoun])}
        return list(found.values())

    def _one(self, token: Token) -> list[Party]:
        if token.i not in self._memory:
            self._memory[token.i] = []  # a phrase cannot be explained by itself
            self._memory[token.i] = self._explain(token)
        return self._memory[token.i]

    def _explain(self, token: Token) -> list[Party]:
        if token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token)
        if token.lower_ in RELATIVE:
            return self._relative(token)
        if refs := self._at.get(token.i):
            return [ref.party for ref in refs]
        if wanted := is_pair(token):
            return self._again(token, self._owned(token) or self._pair(token, wanted))
        return self._partitive(token) or self._description(token) or self._group(token)

    def _again(self, token: Token, parties: list[Party]) -> list[Party]:
        """The same parties, named here by the words of ``token``."""
        span = self._sheet.span(token.i, token.i + 1)
        return [replace(party, form="pronoun", spans=(span,)) for party in parties]

    def _pair(self, token: Token, wanted: int) -> list[Party]:
        """ "The two leaders" are those named last; "the two countries" are states, whoever of them was named."""
        parties = self._discourse.pair(token.i, wanted)
        if token.lemma_.lower() not in STATES:
            return parties
        return [state_party(party.country, party.spans[0]) for party in parties if party.country]

    def _pronoun(self, token: Token) -> list[Party]:
        word, look = token.lower_, self._discourse
        if token.tag_ == "PRP$" and (owner := clause_subject(token)) is not None:
            found = [party for party in self.stands_for(owner) if suits(word, party, owner)]
            if found or word == "its":
                return self._again(token, found)
        if word in SPEAKING:
            return self._again(token, self._speaking(token))
        if word in HUMAN:
            ref = look.before(token.i, lambda ref: ref.party.form in ("person", "office"))
        elif word in THING and not empty(token):
            ref = look.before(token.i, lambda ref: look.thing(ref) and look.subject(ref), 1)
        elif word in MANY:
            ref = look.before(token.i, look.plural, 2)
            return self._again(token, self._many(ref)) if ref else []
        else:
            return []
        return self._again(token, [ref.party]) if ref else []

    def _speaking(self, token: Token) -> list[Party]:
        """Who says "we": the subject of the verb that introduces the quotation, else who acted last before it."""
        i = speaker(self._sheet, token.i)
        if i is not None:
            return self._one(self.doc[i])
        bounds = quotation(self._sheet, token.i)
        if bounds is None:
            return []
        ref = self._discourse.before(bounds[0], self._an_acting_voice, 2)
        return [ref.party] if ref else []

    def _an_acting_voice(self, ref: Ref) -> bool:
        return ref.party.form in ("person", "office", "body") and self._discourse.subject(ref)

    def _many(self, ref: Ref) -> list[Party]:
        """What "they" stands for after ``ref``: all that is joined there, but not one person alone."""
        found = self.stands_for(self.doc[ref.end - 1])
        return [] if len(found) == 1 and found[0].form in ("person", "state", "capital") else found

    def _relative(self, token: Token) -> list[Party]:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                head = ancestor.head
                if head.dep_ == "attr":  # "Russia is the only country which ..."
                    head = next((child for child in head.head.children if child.dep_ == "nsubj"), head)
                return self._one(head)
        return []

    def _owned(self, token: Token) -> list[Party]:
        """The states that the words before and after a noun name."""
        phrase = modifiers(self._sheet, token.i, token.i + 1)
        extend(self._sheet, phrase)
        return [party for mark in joined(self._sheet, phrase.owners) for party in mark_parties(mark)]

    def _partitive(self, token: Token) -> list[Party]:
        if token.lower_ not in PARTITIVE and token.pos_ != "NUM":
            return []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if found := self._one(inner):
                        return found
        return []

    def _description(self, token: Token) -> list[Party]:
        """A noun said again without its state: "the president", "the ministry", "the country"."""
        phrase = self._open.get(token.i)
        if phrase is None or phrase.head is None:
            return self._country(token)
        if phrase.pronoun is not None:
            owners = self._one(self.doc[phrase.pronoun])
            return [phrase_party(self._sheet, phrase, p.country) for p in owners if p.country]
        if phrase.head.kind == "human":
            return self._people(token, phrase)
        slug, sector = phrase.head.entry.slug, phrase.head.entry.sector
        if not phrase.definite and phrase.head.kind != "office":
            return []
        ref = self._discourse.before(token.i, lambda ref: slug != "" and _same_slug(ref, slug, sector), 30)
        if (
            ref is None
            and slug in NATIONAL
            and token.i + 1 < len(self._sheet)
            and self._sheet.words[token.i + 1] != "of"
        ):
            ref = self._discourse.before(token.i, lambda ref: ref.party.form in ("state", "capital"), 2)
            if ref and ref.party.country:
                return [phrase_party(self._sheet, phrase, ref.party.country)]
        return self._again(token, [ref.party]) if ref else []

    def _people(self, token: Token, phrase: Phrase) -> list[Party]:
        """People or a company said again: "the prisoners" after "Palestinian prisoners", "the airline"."""
        noun = self._sheet.words[token.i].lower().removesuffix("s")
        for firm in reversed(self._reading.firms):
            if firm.ref.start < token.i and noun in firm.nouns and phrase.definite:
                return self._again(token, [firm.ref.party])
        codes = {
            ref.party.country
            for ref in self.refs
            if ref.start < token.i
            and ref.party.form == "people"
            and self._sheet.words[ref.end - 1].lower().removesuffix("s") == noun
        }
        return [phrase_party(self._sheet, phrase, code) for code in codes if code] if len(codes) == 1 else []

    def _country(self, token: Token) -> list[Party]:
        if token.lemma_.lower() not in PLACEHOLDERS or token.tag_ != "NN":
            return []
        if not any(child.lower_ in ("the", "that", "this") for child in token.children):
            return []
        above = {ancestor.i for ancestor in token.ancestors}
        ref = self._discourse.before(token.i, lambda ref: self._a_country(ref, above), 4)
        if ref is None or ref.party.country is None:
            return []
        return self._again(token, [state_party(ref.party.country, ref.party.spans[0])])

    def _a_country(self, ref: Ref, above: set[int]) -> bool:
        """Whether "the country" can mean a ref: not the one whose deed leads to it, "the U.S. withdrawal from ..."."""
        doer = self._sheet.heads[ref.end - 1] in above and self.doc[ref.end - 1].dep_ in ("compound", "poss", "amod")
        return ref.party.form in ("state", "capital", "body", "office") and not doer

    def _group(self, token: Token) -> list[Party]:
        """Any other noun with a state beside it."""
        if token.tag_ not in NOUNS:
            return []
        phrase = modifiers(self._sheet, token.i, token.i + 1)
        span = self._sheet.span(min(phrase.start, token.i), token.i + 1)
        codes = [code for mark in joined(self._sheet, phrase.owners) if mark.kind != "region" for code in mark.codes]
        words = span.of(self._sheet.text)
        return [Party(actor_id(code), words, code, "UNK", None, "group", (span,)) for code in codes]


def _same_slug(ref: Ref, slug: str, sector: str) -> bool:
    party = ref.party
    if slug == "ministry" and party.form == "body":
        return party.actor.endswith("-ministry")
    return party.actor.endswith("/" + slug) or (party.form == "person" and _office_slug(party) == slug)


def _office_slug(party: Party) -> str:
    return (party.office or "").lower().replace(" ", "-")


def _conjuncts(token: Token) -> list[Token]:
    """What is joined to ``token`` behind it, however long the chain."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found += [child, *_conjuncts(child)]
    return found


def read_cast(doc: Doc, title: str | None = None, published: str | None = None) -> Cast:
    """Who is named in an analysed document.

    Args:
        doc: the document as spaCy analysed it.
        title: its title, if that is not part of the text.
        published: its publication date (EDTF), for knowing who held an office then.
    """
    year = int(published[:4]) if published and published[:4].isdigit() else None
    return Cast(Reading(Sheet(doc), year, title))
