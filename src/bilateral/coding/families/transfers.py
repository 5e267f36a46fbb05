"""Transfers of arms: item, quantity and stage; and aid with its item."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral.coding.candidates import class_nouns
from bilateral.coding.families.base import Refined, family
from bilateral.coding.phrases import joined_phrase, number_of
from bilateral.coding.reading import Reading
from bilateral.knowledge.triggers import noun_classes
from bilateral.knowledge.wordlists import words

DELIVERY = frozenset(
    "deliver delivery hand handover ship shipment supply send arrive receive provide give donate transfer arm equip "
    "obtain bring return come gain".split()
)
OFFER = frozenset("offer propose float pledge promise".split())
MADE = frozenset({"occurred", "ongoing", "planned"})
"""An offer that was made is a transfer proposed; one that is denied or called off stays so."""
MOVING = frozenset({"arrive", "come", "reach"})
NOT_THINGS = frozenset({"PERSON", "GPE", "NORP", "MONEY", "DATE", "TIME", "CARDINAL", "PERCENT"})
DEALS = frozenset(
    "sale deal purchase delivery shipment supply transfer export contract order package agreement".split()
)


@family("transfer")
def transfer(reading: Reading, refined: Refined) -> None:
    """A transfer tells what, how many and how far it has come: interest, offer, order, delivery."""
    items = [*class_nouns(refined.trigger, "weapon", refined.candidate.arguments), *_things(reading, refined)]
    if items:
        _item(reading, refined, items[0])
    stage = refined.details.get("stage") or _stage(refined)
    refined.details["stage"] = stage
    if stage in ("interest", "offer"):
        refined.recode(plover="REQUEST" if stage == "interest" else "AGREE", mode=None)
        if refined.status.name in MADE:
            refined.status = type(refined.status)("proposed", refined.status.words)


def _item(reading: Reading, refined: Refined, item: Token) -> None:
    span = joined_phrase(reading, item)
    refined.tell("item", span.of(reading.document.text), span)
    number = number_of(item)
    if number is not None:
        value, token = number
        refined.tell("quantity", value, reading.span([token]))


def _things(reading: Reading, refined: Refined) -> list[Token]:
    """What changes hands as syntax tells: the object, or what "arrived"; a deal is a deal about something."""
    arguments, trigger = refined.candidate.arguments, refined.trigger
    if trigger.pos_ in ("VERB", "AUX"):
        heads = arguments.slots.get("obj", []) or [agent for agent in arguments.agents if trigger.lemma_ in MOVING]
    else:
        heads = [trigger]
    found = []
    for head in heads:
        if head.lemma_.lower() in DEALS:
            found += [child for child in head.children if child.dep_ in ("compound", "nmod")][-1:]
            found += [g for child in head.children if child.lower_ == "of" for g in child.children if g.dep_ == "pobj"]
        elif head != trigger:
            found.append(head)
    return [thing for thing in found if _is_thing(reading, thing)]


def _is_thing(reading: Reading, token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in NOT_THINGS:
        return False
    if token.lemma_.lower() in noun_classes()["person"]:
        return False
    return reading.cast.at(token.i) is None and not reading.cast.stands_for(token)


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
    if refined.trigger.lemma_ in DELIVERY | OFFER:
        items += _things(reading, refined)
    items = [item for item in items if item.is_alpha and not item.like_num and len(item) > 1]
    if items:
        _item(reading, refined, items[0])
