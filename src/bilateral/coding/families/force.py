"""Force and the threat of it by movement: modes of attack, missile tests, troops."""

from __future__ import annotations

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
            span = plain_phrase(reading, token)
            refined.tell("item", span.of(reading.document.text), span)
            number = number_of(token)
            if number is not None:
                refined.tell("quantity", number[0], reading.span([number[1]]))
            return
