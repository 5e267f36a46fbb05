"""Which kind of claim an assertion is, or that it is none but a plain report."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from bilateral.coding.assertions import Assertion
from bilateral.knowledge.claim_words import claim_words
from bilateral.knowledge.wordlists import words

FUTURE = frozenset({"will", "wo", "'ll", "would", "shall"})
MAYBE = frozenset({"may", "might", "could"})
OWN = frozenset({"we", "i"})


def kind_of(assertion: Assertion) -> str | None:
    """The kind of claim; None where what is asserted is a fact or an event and no view of it."""
    if assertion.cue is None:
        return _of_author(assertion)
    if assertion.stance is not None:
        shown = _shown(assertion) if assertion.stance == "assessment" else None
        return shown if shown in ("accusation", "motive", "praise") else assertion.stance
    shown = _shown(assertion)
    if shown is not None:
        return shown
    opinion = assertion.cue.lemma_.lower() in claim_words("opinion")
    return "assessment" if assertion.direct or opinion or _is_view(assertion) else None


def _of_author(assertion: Assertion) -> str | None:
    """The author's own sentence is a claim only where its main clause plainly judges or looks ahead."""
    root = _head(assertion.content)
    if any(token.lemma_.lower() in claim_words("hedges") for token in root.children):
        return "assessment"
    if _modals(root) & MAYBE or any(token.lower_ in ("likely", "unlikely") for token in root.children):
        return "forecast"
    judged = [child for child in root.children if child.dep_ in ("attr", "acomp", "dobj")]
    if root.lemma_ in claim_words("judging_verbs") and any(_words(j) & claim_words("evaluative") for j in judged):
        return "assessment"
    return None


def _shown(assertion: Assertion) -> str | None:
    """What the asserted words themselves show: first how the clause is built, then its words."""
    content = assertion.content
    head = _head(content)
    modals = _modals(head)
    if modals & claim_words("obliging"):
        return "position"
    if modals & FUTURE or _is_going_to(head):
        return "position" if _subject(head) in OWN else "forecast"
    if _is_motive(content, head):
        return "motive"
    if head.lemma_.lower() in claim_words("position_verbs_inside"):
        return "position"
    if _has(content, claim_words("accusation_words") | words("negative")):
        return "accusation"
    if _has(content, claim_words("praise_words")):
        return "praise"
    if modals & MAYBE or _has([*head.children], claim_words("forecast_words")):
        return "forecast"
    return None


def _head(content: tuple[Token, ...]) -> Token:
    """The verb of the main clause of the words, past verbs of telling that stand in the middle of them."""
    inside = set(content)
    tops = [token for token in content if token.head not in inside or token.head == token]
    verbs = [token for token in tops if token.pos_ in ("VERB", "AUX")]
    return (verbs or tops or list(content))[0]


def _modals(head: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in head.children if child.dep_ == "aux")


def _is_going_to(head: Token) -> bool:
    return head.lower_ == "going" and any(child.dep_ == "xcomp" for child in head.children)


def _subject(head: Token) -> str | None:
    return next((child.lower_ for child in head.children if child.dep_ == "nsubj"), None)


def _has(content: Iterable[Token], lemmas: frozenset[str]) -> bool:
    return any(token.lemma_.lower() in lemmas for token in content)


def _words(head: Token) -> set[str]:
    return {token.lemma_.lower() for token in (head, *head.children)}


def _is_motive(content: tuple[Token, ...], head: Token) -> bool:
    """ "In order to", "aimed at", "the purpose is", "because of", "a move to ...", "is trying to ..."."""
    for token in content:
        lemma = token.lemma_.lower()
        if token.lower_ == "order" and token.i and token.nbor(-1).lower_ == "in":
            return True
        if lemma in claim_words("motive_nouns") and token.pos_ == "NOUN" and _is_predicate(token, head):
            return True
    if head.lemma_.lower() in claim_words("motive_verbs") and any(c.dep_ in ("xcomp", "prep") for c in head.children):
        return True
    return any(
        child.lower_ == "because" or (child.dep_ == "advcl" and any(c.lower_ == "because" for c in child.children))
        for child in head.children
    )


def _is_predicate(noun: Token, head: Token) -> bool:
    """Whether the noun is what the main clause is about or says: "the aim is ...", "it is a ploy", "as a response"."""
    if noun.dep_ in ("attr", "nsubj", "oprd"):
        return noun.head == head or noun.head.dep_ == "ccomp"
    return noun.dep_ == "pobj" and noun.head.lower_ in ("as", "for", "in") and noun.head.head == head


def _is_view(assertion: Assertion) -> bool:
    """Whether a clause judges: it says in the present what something is, or is evaluative."""
    head = _head(assertion.content)
    if head.lemma_ == "be" and head.tag_ in ("VBZ", "VBP"):
        return True
    return _has(assertion.content, claim_words("evaluative") | claim_words("hedges"))
