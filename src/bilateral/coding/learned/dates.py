"""Which of the dates that a text gives is the date of an act: a learnt choice among them and none of them.

A date may stand in the act's own clause, in the sentence before, or in the lead that the whole report hangs on. Syntax
tells the first case; how reports of a kind are dated elsewhere is learnt.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from bilateral.coding.arguments import Arguments
from bilateral.coding.attribution import saying_verb
from bilateral.coding.dating import When, bounded, governing_word, is_ahead, main_verb, own_day
from bilateral.coding.distance import distance
from bilateral.coding.learned.linear import Linear, shipped
from bilateral.coding.learned.mixing import mix_of
from bilateral.coding.learned.participants import path_between
from bilateral.coding.reading import Dated, Reading, tense
from bilateral.types.edtf import bounds, width_days

LIKELY = 0.25
BACK, AHEAD, LEAD = 8, 2, 2
"""Dates are looked for so many sentences before an act and behind it, and in so many at the head of the article."""
WIDTHS = ((1, "day"), (7, "week"), (31, "month"), (93, "quarter"), (366, "year"))
OFFSETS = ((-366, "old"), (-31, "year before"), (-7, "month before"), (-2, "week before"), (-1, "days before"))


@dataclass(frozen=True, slots=True)
class Option:
    """A date that an act may have: what it amounts to, and the expression; None for the day of a brief itself."""

    when: When
    dated: Dated | None
    sentence: int
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a document in order, those of each sentence, the number of each word's sentence, and whether all
    dates are one."""

    options: tuple[Option, ...]
    of_sentence: Mapping[int, tuple[Option, ...]]
    sentences: Mapping[int, int]
    single: bool


@lru_cache(maxsize=1)
def calendar_of(reading: Reading) -> Calendar:
    """All dates of a document."""
    sentences = {token.i: number for number, words in enumerate(reading.doc.sents) for token in words}
    published = bounds(reading.document.published)[1]
    options = tuple(
        Option(bounded(dated), dated, sentences[dated.root.i], frozenset(_traits(dated, published)))
        for dated in reading.dated
    )
    by_sentence = {number: tuple(those) for number, those in groupby(options, key=lambda option: option.sentence)}
    return Calendar(options, by_sentence, sentences, len({option.when.edtf for option in options}) == 1)


def _traits(dated: Dated, published: date | None) -> Iterator[str]:
    edtf = dated.timex.edtf or ""
    width = width_days(edtf)
    size = "open" if width is None else next((name for most, name in WIDTHS if width <= most), "long")
    offset = _offset(edtf, published)
    by = governing_word(dated.root)
    yield from (f"size={size}", f"offset={offset}", f"by={by}", f"size={size}/{offset}", f"type={dated.timex.type}")
    yield from (f"by={by}/{size}", f"anchored={dated.timex.anchored}", f"dep={dated.root.dep_}")


def _offset(edtf: str, published: date | None) -> str:
    """How far from the day of publication, in steps."""
    earliest, latest = bounds(edtf)
    if published is None or (earliest is None and latest is None):
        return "unknown"
    if earliest is not None and earliest > published:
        return "ahead" if (earliest - published).days > 31 else "soon"
    days = -(published - (latest or published)).days
    if days >= 0:
        return "now"
    return next(name for most, name in (*OFFSETS, (0, "now")) if days <= most)


def options_of(reading: Reading, arguments: Arguments) -> list[Option]:
    """The dates near enough to an act, in order; last the day of a brief that tells its own day's news."""
    calendar = calendar_of(reading)
    here = calendar.sentences[arguments.trigger.i]
    near = [o for o in calendar.options if -BACK <= o.sentence - here <= AHEAD or o.sentence < LEAD]
    if _is_past(arguments):
        near = [o for o in near if not is_ahead(o.when.edtf, reading.document.published)]
    own = own_day(reading, arguments.verb or arguments.trigger)
    return near if own is None else [*near, Option(own, None, here, frozenset(_of_own_day(arguments)))]


def _of_own_day(arguments: Arguments) -> Iterator[str]:
    word = arguments.verb or arguments.trigger
    main = main_verb(word)
    yield from ("own day", f"own day/{word.tag_}", f"own day/{main.tag_}/{main.dep_}", f"own day/{tense(word)}")
    yield f"own day/{main.head.tag_}"


@dataclass(frozen=True, slots=True)
class Act:
    """An act among the dates of its document: what is the same for each of its options."""

    arguments: Arguments
    label: str
    tense: str
    sentence: int
    own: tuple[Option, ...]
    last_before: Option | None
    calendar: Calendar
    traits: frozenset[str]


def act_of(reading: Reading, label: str, arguments: Arguments) -> Act:
    """What is to be known of an act before its date is chosen."""
    calendar = calendar_of(reading)
    trigger, verb = arguments.trigger, arguments.verb
    here = calendar.sentences[trigger.i]
    time = f"tense={tense(verb) if verb is not None else 'none'}"
    before = next((o for o in reversed(calendar.options) if o.dated is not None and o.dated.root.i < trigger.i), None)
    traits = {f"label={label}", time, f"sentence={min(here, 3)}", "pos=" + trigger.pos_}
    if saying_verb(trigger) is not None:
        traits.add("said")
    return Act(arguments, label, time, here, calendar.of_sentence.get(here, ()), before, calendar, frozenset(traits))


def features(act: Act, option: Option) -> set[str]:
    """Named features of one date as the date of an act."""
    if option.dated is None:
        return {*option.traits, f"own day/{act.label}"}
    here = option.sentence == act.sentence
    place = {*(_in_sentence(option.dated, act) if here else _elsewhere(option, act)), *_among(act, option)}
    crossed = {f"{where}/{what}" for where in place for what in (act.label, act.tense, *option.traits)}
    told = {f"{trait}/{what}" for trait in option.traits for what in (act.label, act.tense)}
    found = {*act.traits, *option.traits, *place, *crossed, *told}
    if not here:
        away = max(-4, min(2, option.sentence - act.sentence))
        found |= {f"away={away}", f"away={away}/{act.label}", f"away={away}/own={min(len(act.own), 2)}"}
    return found


def _in_sentence(dated: Dated, act: Act) -> Iterator[str]:
    root, trigger = dated.root, act.arguments.trigger
    far = min(9, distance(root, act.arguments))
    side = "before" if root.i < trigger.i else "after"
    others = (o.dated.root for o in act.own if o.dated is not None and o.dated is not dated)
    rivals = [min(9, distance(other, act.arguments)) for other in others]
    yield f"far={far}"
    yield f"path={path_between(root, trigger)}"
    yield f"words={min(5, abs(root.i - trigger.i) // 4)}/{side}"
    yield "only" if not rivals else "nearest" if far < min(rivals) else "tied" if far == min(rivals) else "farther"


def _elsewhere(option: Option, act: Act) -> Iterator[str]:
    yield "elsewhere, own date" if act.own else "elsewhere"
    if option.sentence < LEAD:
        yield f"lead={option.sentence}"


def _among(act: Act, option: Option) -> Iterator[str]:
    """Where the date stands among all: the last before the act, the first of the article."""
    if option is act.last_before:
        yield "last before"
    if option is act.calendar.options[0]:
        yield "first"
    if act.calendar.single:
        yield "only date"


def rated(
    reading: Reading, label: str, arguments: Arguments, model: Linear | None = None
) -> list[tuple[float, Option]]:
    """The dates an act may have with their probabilities, likeliest first; one that is told twice counts once."""
    layer, act = model or shipped("dates"), act_of(reading, label, arguments)
    odds: dict[str, float] = {}
    best: dict[str, tuple[float, Option]] = {}
    for option in options_of(reading, arguments):
        link = None if option.dated is None else reading.heard.link("then", arguments.trigger.i, option.dated.root.i)
        score = mix_of("then").of(float(layer.scores(features(act, option))[0]), link)
        value = math.exp(min(30.0, score))
        edtf = option.when.edtf
        odds[edtf] = odds.get(edtf, 0.0) + value
        if edtf not in best or value > best[edtf][0]:
            best[edtf] = value, option
    whole = 1 + sum(odds.values())
    return sorted(((odds[edtf] / whole, best[edtf][1]) for edtf in odds), key=lambda row: (-row[0], row[1].when.edtf))


def when_of(reading: Reading, label: str, arguments: Arguments, model: Linear | None = None) -> When | None:
    """The date of an act; None where no date is likely enough."""
    for score, option in rated(reading, label, arguments, model)[:1]:
        if score >= LIKELY:
            return option.when
    return None


def _is_past(arguments: Arguments) -> bool:
    """Whether the act is told in a finite past tense: "agreed", "was agreed", not "to agree", "the accord"."""
    verb = arguments.verb
    if verb is None:
        return False
    return verb.tag_ == "VBD" or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ == "VBD" for child in verb.children
    )
