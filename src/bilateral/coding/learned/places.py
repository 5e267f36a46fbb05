"""Which of the states that an article speaks of an act took place in, and the words that say so."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments
from bilateral.coding.attribution import saying_verb
from bilateral.coding.distance import distance
from bilateral.coding.learned.linear import Linear, shipped
from bilateral.coding.learned.mixing import mix_of
from bilateral.coding.learned.participants import path_between, slot_of
from bilateral.coding.reading import Reading, tense
from bilateral.coding.sides import Sides
from bilateral.knowledge import states
from bilateral.knowledge.regions import regions
from bilateral.places import find_place
from bilateral.types.actor import Place
from bilateral.types.span import Span

LIKELY = 0.45
LEAD = 2
"""So many sentences at the head of an article set its scene."""
BEFORE, AFTER = 3, 1
"""So many sentences around the act's own are looked at one by one."""
LOCATIVE = frozenset({"in", "at", "near", "off", "into", "to", "over", "visits", "leaves"})
NAMED = frozenset({"state", "capital", "people", "group", "body", "office"})


@dataclass(frozen=True, slots=True)
class Site:
    """A phrase that names a place or, with ``place`` None, a state that is spoken of; ``root`` is its head."""

    country: str
    root: Token
    sentence: int
    form: str
    span: Span
    place: Place | None


@dataclass(frozen=True, slots=True)
class Ground:
    """The sites of a document, and how much is said of each state: rank by places, rank by all that is named,
    and which part of all places lies in it.

    ``titled`` tells of each state that the title names whether it stands there as a place.
    """

    sites: tuple[Site, ...]
    sentences: Mapping[int, int]
    placed: Mapping[str, int]
    named: Mapping[str, int]
    share: Mapping[str, float]
    titled: Mapping[str, str]


@lru_cache(maxsize=1)
def ground_of(reading: Reading) -> Ground:
    """The sites of a document in the order of the text."""
    sentences = {token.i: number for number, words in enumerate(reading.doc.sents) for token in words}
    sites = sorted(_sites(reading, sentences), key=lambda site: site.root.i)
    places = Counter(site.country for site in sites if site.place is not None)
    named = Counter(site.country for site in sites)
    share = {country: count / places.total() for country, count in places.items()}
    return Ground(tuple(sites), sentences, _ranks(places), _ranks(named), share, _titled(reading.document.title or ""))


def _ranks(counts: Counter[str]) -> dict[str, int]:
    return {country: min(rank, 4) for rank, (country, _) in enumerate(counts.most_common())}


def _titled(title: str) -> dict[str, str]:
    """State -> "place" where the title has it behind "in", else "name"."""
    words = title.replace("'s", "").replace(",", " ").split()
    found: dict[str, str] = {}
    for i in range(len(words)):
        country = next(filter(None, (_state_called(" ".join(words[i : i + size])) for size in (3, 2, 1))), None)
        if country:
            behind = i > 0 and words[i - 1].lower() in LOCATIVE
            found[country] = "place" if behind else found.get(country, "name")
    return found


def _state_called(name: str) -> str | None:
    for known in (states.state_names(), states.capitals(), states.adjectives(), states.peoples(), regions()):
        if name in known:
            return known[name]
    return None


def _sites(reading: Reading, sentences: Mapping[int, int]) -> Iterator[Site]:
    near = {ref.party.country for ref in reading.cast.refs if ref.party.country}
    covered: set[int] = set()
    for ref in reading.places:
        place = find_place(ref.name, ref.country, near) or Place(ref.name, ref.country)
        covered.update(range(ref.start, ref.end))
        if place.country:
            root = reading.doc[ref.start : ref.end].root
            yield Site(place.country, root, sentences[root.i], "place", ref.span, place)
    for named in reading.cast.refs:
        country = named.party.country
        if country in states.display_names() and named.start not in covered:
            words = reading.doc[named.start : named.end]
            form = named.party.form if named.party.form in NAMED else "other"
            yield Site(country, words.root, sentences[words.root.i], form, reading.span(list(words)), None)


def features(ground: Ground, label: str, arguments: Arguments, sides: Sides, country: str) -> set[str]:
    """Named features of a state as the place of an act."""
    trigger, verb = arguments.trigger, arguments.verb
    here = ground.sentences[trigger.i]
    found = {f"label={label}", "lemma=" + trigger.lemma_.lower(), f"sentence={min(here, 3)}"}
    if verb is not None:
        found |= {f"tense={tense(verb)}", f"tense={tense(verb)}/{label}"}
    if saying_verb(trigger) is not None:
        found |= {"said", f"said/{label}"}
    for site in ground.sites:
        if site.country == country:
            found.update(_of_site(site, here, label, arguments))
    rank = f"placed={ground.placed.get(country, 'none')}"
    found |= {rank, f"{rank}/{label}", f"named={ground.named[country]}", f"named={ground.named[country]}/{label}"}
    share = f"share={int(ground.share.get(country, 0.0) * 5)}"
    found |= {share, f"{share}/{label}"}
    title = ground.titled.get(country, "none" if ground.titled else "empty")
    found |= {f"title={title}", f"title={title}/{label}", f"title={title}/{rank}"}
    side = _side(sides, country)
    found |= {f"side={side}", f"side={side}/{label}", f"side={side}/{rank}"}
    found.update(_nearest(ground, here, trigger, country, label))
    return found


def _of_site(site: Site, here: int, label: str, arguments: Arguments) -> Iterator[str]:
    away = site.sentence - here
    kind = "place" if site.form == "place" else "name"
    if site.sentence < LEAD:
        yield f"lead:{kind}"
        yield f"lead:{kind}/{label}"
    if away == 0:
        yield from _in_sentence(site, label, arguments)
    elif -BEFORE <= away <= AFTER:
        yield f"at{away}:{kind}"
        yield f"at{away}:{kind}/{label}"


def _in_sentence(site: Site, label: str, arguments: Arguments) -> Iterator[str]:
    root, trigger = site.root, arguments.trigger
    governor = root.head.lower_ if root.dep_ == "pobj" else root.dep_
    slot, far = slot_of(arguments, root), min(9, distance(root, arguments))
    side = "before" if root.i < trigger.i else "after"
    yield f"form={site.form}"
    yield f"form={site.form}/{label}"
    if site.form == "place":
        yield from (f"by={governor}", f"by={governor}/{label}", f"far={far}", f"far={far}/{governor}")
        yield from (f"far={far}/{label}", f"slot={slot}", f"slot={slot}/{label}", f"path={path_between(root, trigger)}")
        yield f"words={min(4, abs(root.i - trigger.i) // 4)}/{side}"
    else:
        yield from (f"slot:{slot}", f"slot:{slot}/{label}", f"dep:{root.dep_}/{site.form}")


def _side(sides: Sides, country: str) -> str:
    if any(party.country == country for party in sides.recipients):
        return "recipient"
    if any(party.country == country for party in sides.actors):
        return "actor" if len(sides.countries) > 1 else "only"
    return "none"


def _nearest(ground: Ground, here: int, trigger: Token, country: str, label: str) -> Iterator[str]:
    """Whether the last place named before the act lies in the state, and the first of the article."""
    places = [site for site in ground.sites if site.place is not None]
    own = [site for site in places if site.sentence == here]
    if not own:
        yield "no place here"
        yield f"no place here/{label}"
    elif all(site.country == country for site in own):
        yield "only place here"
        yield f"only place here/{label}"
    before = [site for site in places if site.root.i < trigger.i]
    if before and before[-1].country == country:
        yield "last named"
        yield f"last named/{label}"
    if places and places[0].country == country:
        yield "first named"
        yield f"first named/{label}"


def rated(
    reading: Reading, label: str, arguments: Arguments, sides: Sides, model: Linear | None = None
) -> list[tuple[float, str]]:
    """The states of the document with the probability that the act took place there, the likeliest first."""
    layer, ground = model or shipped("places"), ground_of(reading)
    odds = {}
    for country in ground.named:
        score = float(layer.scores(features(ground, label, arguments, sides, country))[0])
        odds[country] = math.exp(min(30.0, mix_of("here").of(score, linked(reading, arguments.trigger, country))))
    whole = 1 + sum(odds.values())
    return sorted(((value / whole, country) for country, value in odds.items()), key=lambda row: (-row[0], row[1]))


def linked(reading: Reading, trigger: Token, country: str) -> float | None:
    """How surely the encoder takes a phrase of the act's sentence that names the state for the act's place."""
    ground = ground_of(reading)
    own = (site for site in ground.sites if site.country == country and site.sentence == ground.sentences[trigger.i])
    return max(
        (link for site in own if (link := reading.heard.link("here", trigger.i, site.root.i)) is not None), default=None
    )


def site_of(reading: Reading, label: str, arguments: Arguments, sides: Sides) -> Site | None:
    """The site of an act; None where no state is likely enough."""
    for score, country in rated(reading, label, arguments, sides)[:1]:
        if score >= LIKELY:
            return _best([site for site in ground_of(reading).sites if site.country == country], reading, arguments)
    return None


def _best(sites: Sequence[Site], reading: Reading, arguments: Arguments) -> Site:
    """The phrase to cite for a state: a place of the sentence that hangs near the act, else what was named last."""
    here = ground_of(reading).sentences[arguments.trigger.i]

    def order(site: Site) -> tuple[int, int, int]:
        away = abs(site.sentence - here)
        if away:
            return (2 if site.place is not None else 4, away + 2 * (site.sentence > here), site.root.i)
        return (
            0 if site.place is not None else 3,
            distance(site.root, arguments),
            abs(site.root.i - arguments.trigger.i),
        )

    return min(sites, key=order)
