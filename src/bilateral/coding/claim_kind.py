"""Which kind of claim an assertion is, or that it is none but a plain report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.coding.arguments import is_passive, surface_subject
from bilateral.coding.assertions import Assertion
from bilateral.coding.reading import Reading
from bilateral.knowledge.claim_words import claim_words
from bilateral.knowledge.wordlists import words

FUTURE = frozenset({"will", "wo", "'ll", "would", "shall"})
MAYBE = frozenset({"may", "might", "could"})
FIRST = frozenset({"we", "i"})
THIRD = frozenset({"he", "she", "it", "they"})
NATIONAL = frozenset({"GPE", "NORP", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of what is asserted: ``own`` where it speaks of the speaker, ``other`` of another party."""

    assertion: Assertion
    head: Token
    own: bool
    other: bool

    @property
    def modals(self) -> frozenset[str]:
        """Auxiliaries of the main verb."""
        return frozenset(child.lower_ for child in self.head.children if child.dep_ == "aux")

    @property
    def is_future(self) -> bool:
        """Whether the clause tells what will be."""
        coming = self.head.lower_ == "going" and any(child.dep_ == "xcomp" for child in self.head.children)
        return coming or bool(self.modals & FUTURE)

    @property
    def predicates(self) -> list[Token]:
        """What a clause with "be" says that something is."""
        return [child for child in self.head.children if child.dep_ in ("attr", "acomp")]

    def has(self, lemmas: frozenset[str]) -> bool:
        """Whether one of the lemmas is asserted."""
        return any(token.lemma_.lower() in lemmas for token in self.assertion.content)

    def does(self, name: str) -> bool:
        """Whether the main verb, or the adjective it carries, is of a class."""
        heads = [self.head, *(child for child in self.predicates if child.dep_ == "acomp")]
        return any(token.lemma_.lower() in claim_words(name) or token.lower_ in claim_words(name) for token in heads)


def kind_of(reading: Reading, assertion: Assertion) -> str | None:
    """The kind of claim; None where what is asserted is a fact or an event and no view of it."""
    if assertion.cue is None:
        return _of_author(assertion)
    if assertion.stance is not None and assertion.stance != "assessment":
        return assertion.stance
    clause = _clause(reading, assertion)
    shown = next((kind for kind, shows in SHOWN if shows(clause)), None)
    if shown is not None:
        return shown
    opinion = assertion.stance is not None or assertion.cue.lemma_.lower() in claim_words("opinion")
    told = assertion.direct and clause.head.tag_ not in ("VBD", "VBN")
    return "assessment" if told or opinion or _is_view(clause) else None


def _of_author(assertion: Assertion) -> str | None:
    """The author's own sentence is a claim only where its main clause plainly judges or looks ahead."""
    if any(token.lemma_.lower() in claim_words("telling") for token in assertion.content):
        return None
    root = _head(assertion.content)
    children = list(root.children)
    if any(token.lemma_.lower() in claim_words("hedges") for token in children):
        return "assessment"
    modal = any(token.tag_ == "MD" and token.lower_ in MAYBE for token in children) and not any(
        c.dep_ == "neg" for c in children
    )
    subjects = [child for child in children if child.dep_ in ("nsubj", "nsubjpass")]
    if (modal and any(t.ent_type_ in NATIONAL for s in subjects for t in s.subtree)) or _is_likely(children):
        return "forecast"
    judged = [child for child in children if child.dep_ in ("attr", "acomp", "dobj")]
    if root.lemma_ in claim_words("judging_verbs") and any(_near(j) & claim_words("evaluative") for j in judged):
        return "assessment"
    return None


def _is_likely(tokens: Iterable[Token]) -> bool:
    return any(token.lower_ in ("likely", "unlikely") for token in tokens)


def _clause(reading: Reading, assertion: Assertion) -> Clause:
    head = _head(assertion.content)
    subject = next(iter(surface_subject(head)), None)
    if subject is None:
        return Clause(assertion, head, False, False)
    if is_passive(head):  # what is done to somebody is not their own deed
        return Clause(assertion, head, False, False)
    if subject.lower_ in FIRST:
        return Clause(assertion, head, True, False)
    theirs = {party.country for party in reading.parties(subject) if party.country}
    speaking = [] if assertion.speaker is None else reading.parties(assertion.speaker)
    ours = {party.country for party in speaking if party.country}
    own = bool(theirs & ours) or (subject.lower_ in THIRD and not assertion.direct and not (theirs and ours))
    named = bool(theirs) or subject.ent_type_ in NATIONAL or subject.lower_ in THIRD - {"it"}
    return Clause(assertion, head, own, named and not own)


def _head(content: tuple[Token, ...]) -> Token:
    """The verb of the main clause of the words."""
    inside = set(content)
    tops = [token for token in content if token.head not in inside or token.head == token]
    verbs = [token for token in tops if token.pos_ in ("VERB", "AUX")]
    return (verbs or tops or list(content))[0]


def _near(head: Token) -> set[str]:
    return {token.lemma_.lower() for token in (head, *head.children)}


def _obliges(clause: Clause) -> bool:
    """What ought to be."""
    return bool(clause.modals & claim_words("obliging"))


def _commits(clause: Clause) -> bool:
    """What the speaker will do, wants, backs, refuses or is ready for."""
    return clause.own and (
        clause.is_future or clause.does("position_verbs_inside") or clause.does("position_adjectives")
    )


def _has_purpose(clause: Clause) -> bool:
    """ "In order to", "the purpose is", "a move to ...", "to respond to": why somebody acts."""
    for token in clause.assertion.content:
        lemma = token.lemma_.lower()
        if token.lower_ == "order" and token.i and token.nbor(-1).lower_ == "in":
            return True
        if token.pos_ == "NOUN" and lemma in claim_words("motive_nouns") and _is_predicate(token, clause.head):
            return True
        if token in clause.predicates and lemma in claim_words("moves") and _has_infinitive(token):
            return True
    if clause.does("motive_verbs") and any(c.dep_ in ("xcomp", "prep") for c in clause.head.children):
        return True
    return any(child.dep_ == "advcl" and _is_infinitive(child) for child in clause.head.children)


def _wants(clause: Clause) -> bool:
    """What another is said to want."""
    return clause.other and clause.does("motive_wishes")


def _has_cause(clause: Clause) -> bool:
    """An act done because of something; what merely is so has a reason but no motive."""
    return not clause.predicates and any(
        child.lower_ == "because" or (child.dep_ == "advcl" and any(c.lower_ == "because" for c in child.children))
        for child in clause.head.children
    )


def _foresees(clause: Clause) -> bool:
    """What will be; but "it would be an outrage" judges."""
    judges = "would" in clause.modals and clause.head.lemma_ == "be"
    return clause.is_future and not judges


def _accuses(clause: Clause) -> bool:
    """Bad words; another's failing; or another's deed that is claimed."""
    denied = any(child.dep_ == "neg" for child in clause.head.children)
    if clause.has(claim_words("accusation_words") | words("negative")):
        return not clause.own and not denied
    if not clause.other or clause.predicates:
        return False
    cue = clause.assertion.cue
    claimed = cue is not None and cue.lemma_.lower() in claim_words("claiming") and clause.head.tag_ in ("VBD", "VBN")
    return claimed or denied


def _praises(clause: Clause) -> bool:
    return clause.has(claim_words("praise_words"))


def _takes_position(clause: Clause) -> bool:
    return clause.does("position_verbs_inside")


def _supposes(clause: Clause) -> bool:
    """What may be."""
    return bool(clause.modals & MAYBE) or any(
        child.lemma_.lower() in claim_words("forecast_words") for child in clause.head.children
    )


SHOWN: tuple[tuple[str, Callable[[Clause], bool]], ...] = (
    ("position", _obliges),
    ("position", _commits),
    ("motive", _has_purpose),
    ("forecast", _foresees),
    ("motive", _wants),
    ("motive", _has_cause),
    ("accusation", _accuses),
    ("praise", _praises),
    ("position", _takes_position),
    ("forecast", _supposes),
)
"""What the asserted words show, the surest first."""


def _is_predicate(noun: Token, head: Token) -> bool:
    """Whether the noun is what the main clause is about or says: "the aim is ...", "it is a ploy", "as a response"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.dep_ in ("attr", "nsubj", "oprd"):
        return noun.head == head or noun.head.dep_ == "ccomp"
    return noun.dep_ == "pobj" and noun.head.lower_ in ("as", "for", "in") and noun.head.head == head


def _has_infinitive(noun: Token) -> bool:
    return any(_is_infinitive(token) for token in noun.subtree if token.dep_ in ("acl", "relcl", "xcomp"))


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_view(clause: Clause) -> bool:
    """Whether a clause judges: it says in the present what something is, or is evaluative."""
    if clause.head.lemma_ == "be" and clause.head.tag_ in ("VBZ", "VBP"):
        return True
    return clause.has(claim_words("evaluative") | claim_words("hedges"))
