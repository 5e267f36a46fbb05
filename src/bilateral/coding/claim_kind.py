"""Which kind of claim an assertion is, or that it is none but a plain report."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from bilateral.coding.assertions import Assertion
from bilateral.knowledge.claim_words import claim_words


def kind_of(assertion: Assertion) -> str | None:
    """The kind of claim; None where what is asserted is a fact or an event and no view of it."""
    if assertion.stance in ("accusation", "praise"):
        return assertion.stance
    shown = _shown(assertion)
    if assertion.stance == "position":
        return assertion.stance
    if assertion.stance is not None:
        return shown or assertion.stance
    if shown is not None:
        return shown
    return "assessment" if assertion.direct or _is_view(assertion.content) else None


def _shown(assertion: Assertion) -> str | None:
    """What the words themselves show."""
    content = assertion.content
    if _has(content, "accusation_words"):
        return "accusation"
    if _is_motive(content):
        return "motive"
    if _has(content, "praise_words"):
        return "praise"
    if _is_position(content):
        return "position"
    if _is_forecast(content):
        return "forecast"
    return None


def _has(content: Iterable[Token], name: str) -> bool:
    return any(token.lemma_.lower() in claim_words(name) for token in content)


def _is_motive(content: tuple[Token, ...]) -> bool:
    """ "in order to", "aimed at", "the purpose is", "because of", "a move to ..."."""
    for token in content:
        lemma = token.lemma_.lower()
        if token.lower_ == "order" and token.nbor(-1).lower_ == "in":
            return True
        if lemma in claim_words("motive_verbs") and any(c.dep_ in ("xcomp", "prep") for c in token.children):
            return True
        if (
            lemma in claim_words("motive_nouns")
            and token.pos_ == "NOUN"
            and token.dep_ in ("attr", "nsubj", "pobj", "oprd")
        ):
            return True
        if token.lower_ == "because":
            return True
    return False


def _is_position(content: tuple[Token, ...]) -> bool:
    """What ought to be, or what the speaker wants, backs or refuses."""
    for token in content:
        if token.tag_ == "MD" and token.lemma_.lower() in claim_words("obliging"):
            return True
        if token.pos_ == "VERB" and token.lemma_.lower() in claim_words("position_verbs_inside"):
            return True
        if token.lower_ in ("will", "'ll", "would") and _subject_word(token) in ("we", "i", "they"):
            return True
    return False


def _is_forecast(content: tuple[Token, ...]) -> bool:
    return any(
        (token.tag_ == "MD" and token.lower_ in ("will", "wo", "'ll", "would", "may", "might", "could", "shall"))
        or token.lemma_.lower() in claim_words("forecast_words")
        for token in content
    )


def _subject_word(modal: Token) -> str | None:
    return next((child.lower_ for child in modal.head.children if child.dep_ == "nsubj"), None)


def _is_view(content: tuple[Token, ...]) -> bool:
    """Whether a clause judges: it is evaluative, or says in the present what something is."""
    return _has(content, "evaluative") or _has(content, "hedges")
