"""Transfers of arms: item, quantity and stage; and aid with its item."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import number_of, plain_phrase
from bilateral.coding.reading import Reading
from bilateral.knowledge.wordlists import words

DELIVERY = frozenset(
    "deliver delivery hand handover ship shipment supply send arrive receive provide give donate transfer".split()
)
OFFER = frozenset("offer propose float pledge".split())


@family("transfer")
def transfer(reading: Reading, refined: Refined) -> None:
    """A transfer tells what, how many and how far it has come: interest, offer, order, delivery."""
    items = class_nouns(refined.trigger, "weapon", refined.candidate.arguments)
    if items:
        _item(reading, refined, items[0])
    stage = refined.details.get("stage") or _stage(refined)
    refined.details["stage"] = stage
    if stage in ("interest", "offer"):
        refined.recode(plover="REQUEST" if stage == "interest" else "AGREE", mode=None)
        refined.status = type(refined.status)("proposed", refined.status.words)


def _item(reading: Reading, refined: Refined, item: Token) -> None:
    span = plain_phrase(reading, item)
    refined.tell("item", span.of(reading.document.text), span)
    number = number_of(item)
    if number is not None:
        value, token = number
        refined.tell("quantity", value, reading.span([token]))


def _stage(refined: Refined) -> str:
    trigger = refined.trigger
    governors = {token.lemma_.lower() for token in trigger.ancestors if token.sent == trigger.sent}
    if trigger.lemma_ in OFFER or governors & OFFER:
        return "offer"
    if governors & words("interest") or refined.status.name == "proposed":
        return "interest"
    if refined.status.name == "planned" or trigger.lemma_ not in DELIVERY:
        return "order"
    return "delivery"


@family("aid")
def aid(reading: Reading, refined: Refined) -> None:
    """Aid tells what is given; help among countrymen is none of it."""
    items = class_nouns(refined.trigger, "aid", refined.candidate.arguments)
    if items:
        _item(reading, refined, items[0])
