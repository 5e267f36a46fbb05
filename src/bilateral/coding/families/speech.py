"""Speech acts: what "said" amounts to when its content demands, threatens, blames or backs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral.coding.families.base import Refined, family
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words

CONTENT = ("ccomp", "parataxis", "dobj", "xcomp", "oprd", "advcl")


@family("statement", "criticism", "support", "request", "offer", "refusal", "threat")
def speech(reading: Reading, refined: Refined) -> None:
    """A speech act needs an official who speaks; a plain statement is read by what it says."""
    if refined.frame.kind == "statement" and not refined.decided:
        _read_content(refined)


def _read_content(refined: Refined) -> None:
    content = list(_content(refined.trigger))
    lemmas = {token.lemma_.lower() for token in content}
    if any(_obliges(token) for token in content):
        refined.recode(kind="request", plover="REQUEST", roles=("requester", "requested"))
    elif _menaces(content, lemmas):
        refined.recode(kind="threat", plover="THREATEN", roles=("threatener", "threatened"))
    elif len(lemmas & words("negative")) > len(lemmas & words("positive")):
        refined.recode(kind="criticism", plover="ACCUSE", mode="disapprove", roles=("critic", "criticised"))
    elif lemmas & words("positive"):
        refined.recode(kind="support", plover="SUPPORT", roles=("supporter", "supported"))


def _content(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in CONTENT:
            yield from child.subtree


def _obliges(token: Token) -> bool:
    if token.lower_ in ("must", "should") and token.dep_ == "aux":
        return any(
            child.dep_ in ("nsubj", "nsubjpass") and child.lower_ not in ("we", "i") for child in token.head.children
        )
    return token.lemma_ in ("need", "have") and any(child.dep_ == "xcomp" for child in token.children)


def _menaces(content: list[Token], lemmas: set[str]) -> bool:
    future = any(token.lower_ in ("will", "would", "shall") and token.dep_ == "aux" for token in content)
    return future and bool(lemmas & words("hostile"))
