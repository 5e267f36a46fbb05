"""Force and the threat of it by movement: modes of attack, missile tests, troops."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import number_of, plain_phrase
from bilateral.coding.reading import Reading
from bilateral.knowledge.triggers import noun_classes
from bilateral.knowledge.wordlists import words

MODES = ("suicide-attack", "drone", "aerial", "explosives", "heavy-weapons", "abduct", "torture", "firearms", "destroy")


@family("attack")
def attack(reading: Reading, refined: Refined) -> None:
    """PLOVER's mode of an attack from the words of its clause."""
    near = {token.lemma_.lower() for token in refined.trigger.subtree} | {refined.trigger.lemma_.lower()}
    for mode in MODES:
        if near & words(f"attack_{mode.replace('-', '_')}"):
            refined.recode(mode=mode)
            return


@family("mobilisation")
def mobilisation(reading: Reading, refined: Refined) -> None:
    """Troops or weapons; what is moved or tested is the item."""
    weapon = noun_classes()["weapon"] | {"missile", "rocket"}
    for token in refined.trigger.subtree:
        lemma = token.lemma_.lower()
        if lemma in noun_classes()["troops"] | weapon and token.pos_ in ("NOUN", "PROPN"):
            refined.recode(mode="weapons" if lemma in weapon else "troops")
            head = next(up for up in (token, *token.ancestors) if up.dep_ != "compound")
            span = plain_phrase(reading, head)
            refined.tell("item", span.of(reading.document.text), span)
            number = number_of(head)
            if number is not None:
                _count(reading, refined, head, number, weapon)
            return


def _count(reading: Reading, refined: Refined, noun: Token, number: tuple[int, Token], weapon: frozenset[str]) -> None:
    """How many: of weapons the quantity, of troops the personnel with their number."""
    refined.tell("quantity", number[0], reading.span([number[1]]))
    if noun.lemma_.lower() not in weapon:
        span = reading.span([number[1], noun])
        refined.tell("personnel", span.of(reading.document.text), span)
