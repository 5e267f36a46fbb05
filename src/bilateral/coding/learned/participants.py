"""Which of the parties a sentence names take part in an act, and on which side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.arguments import Arguments, is_passive
from bilateral.coding.candidates import Candidate
from bilateral.coding.distance import CLAUSES
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.learned.linear import Linear, shipped, sigmoid
from bilateral.coding.learned.mixing import mix_of
from bilateral.coding.reading import Reading
from bilateral.coding.sides import Sides, sides_of

TAKES_PART = 0.5
AT_LEAST = 0.3
"""Where no party is likely enough, the likeliest is taken from this probability on."""
RECIPIENT, CERTAIN = 0.5, 0.9
"""From when on a party is a recipient, and from when on surely."""
MAX_PATH = 4
Rated = tuple[float, int, float, Party]
"""A party of a sentence: how likely it takes part, its place in the order, how likely it is a recipient."""
TALKED_OF = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one phrase of the sentence names it; ``head`` is the phrase's head."""

    head: Token
    party: Party


def named_in(reading: Reading, trigger: Token) -> list[Named]:
    """The parties that the phrases of the trigger's sentence stand for, in order."""
    found: list[Named] = []
    for token in trigger.sent:
        ref = reading.cast.at(token.i)
        if ref is not None:
            if token.i == ref.end - 1:
                found.append(Named(token, ref.party))
        elif token.tag_ in TALKED_OF or token.tag_ in ("NNS", "NN"):
            found.extend(
                Named(token, party) for party in reading.cast.stands_for(token) if _is_new(party, token, reading)
            )
    return [named for named in found if named.party.country]


def _is_new(party: Party, token: Token, reading: Reading) -> bool:
    """Whether the phrase says more than the refs inside it: "the two countries", "they", but not "Russian gas"."""
    return party.form == "pronoun" or (token.tag_ in TALKED_OF and bool(reading))


@dataclass(frozen=True, slots=True)
class Scene:
    """An act and what is known of it before its parties are: label, arguments, the sides that syntax alone gives."""

    label: str
    arguments: Arguments
    by_syntax: Sides
    countries: int
    weight: Mapping[str, int]


def scene_of(reading: Reading, label: str, arguments: Arguments, named: Sequence[Named]) -> Scene:
    """The scene of a trigger."""
    candidate = Candidate(arguments.trigger, entry_for(label, arguments.trigger, arguments), arguments)
    weight = Counter(ref.party.country for ref in reading.cast.refs if ref.party.country)
    ranks = {country: rank for rank, (country, _) in enumerate(weight.most_common())}
    return Scene(label, arguments, sides_of(reading, candidate), len({n.party.country for n in named}), ranks)


def features(scene: Scene, named: Named) -> Iterator[str]:
    """Named features of a party as participant of an act."""
    label, arguments, countries = scene.label, scene.arguments, scene.countries
    head, trigger, party = named.head, arguments.trigger, named.party
    syntax = _side_by_syntax(scene.by_syntax, party)
    yield from (
        f"syntax={syntax}",
        f"syntax={syntax}/{label}",
        f"rank={min(4, scene.weight.get(party.country or '', 9))}",
    )
    slot = slot_of(arguments, head)
    path = path_between(head, trigger)
    kind = "V" if trigger.pos_ == "VERB" else "N"
    yield from (f"slot={slot}", f"slot={slot}/{label}", f"slot={slot}/{kind}", f"slot={slot}/{trigger.lemma_.lower()}")
    yield from (f"path={path}", f"path={path}/{kind}", f"form={party.form}", f"form={party.form}/{label}")
    yield f"sector={party.sector}/{label.partition(':')[0]}"
    yield f"dep={head.dep_}/{head.head.lower_ if head.dep_ == 'pobj' else head.head.pos_}"
    side = "before" if head.i < trigger.i else "after"
    far = min(4, abs(head.i - trigger.i) // 4)
    yield from (side, f"{side}/{label}", f"far={far}", f"far={far}/{side}", f"countries={min(5, countries)}")
    yield f"clauses={_clauses_between(head, trigger)}"
    yield f"tag={head.tag_}"
    yield f"label={label}"


def _side_by_syntax(sides: Sides, party: Party) -> str:
    if any(held.country == party.country for held in sides.actors):
        return "actor"
    if any(held.country == party.country for held in sides.recipients):
        return "recipient"
    return "none" if sides.actors or sides.recipients else "empty"


def slot_of(arguments: Arguments, head: Token) -> str:
    """The slot a phrase fills, or the slot whose phrase it stands in (``<obj``); ``mod`` before the trigger itself."""
    trigger = arguments.trigger
    chain = [head, *head.ancestors]
    for depth, token in enumerate(chain):
        mark = "" if depth == 0 else "<"
        if token in arguments.agents:
            return f"{mark}agent"
        for name, tokens in arguments.slots.items():
            if token in tokens:
                return f"{mark}{name}"
        if token == trigger:
            return "mod" if chain[depth - 1].i < trigger.i else "below"
    return "none"


def path_between(head: Token, trigger: Token) -> str:
    """The dependencies from the phrase up to what it shares with the trigger, and down to the trigger."""
    above = [trigger, *trigger.ancestors]
    up: list[str] = []
    token = head
    while token not in above and token.head != token:
        up.append(token.dep_)
        token = token.head
    down = [step.dep_ for step in above[: above.index(token)]] if token in above else ["?"]
    if len(up) + len(down) > MAX_PATH + 2:
        return f"long{min(4, len(down))}"
    return ">".join(up[:MAX_PATH]) + "|" + "<".join(down[:MAX_PATH])


def _clauses_between(head: Token, trigger: Token) -> int:
    inside = {token.i for token in (trigger, *trigger.ancestors)}
    return min(3, sum(t.dep_ in CLAUSES for t in (head, *head.ancestors) if t.i not in inside))


def sides_by(reading: Reading, label: str, arguments: Arguments, joint: bool, model: Linear | None = None) -> Sides:
    """The sides of an act as the classifier gives them; empty where nobody of the sentence takes part."""
    layer = model or shipped("participants")
    named = named_in(reading, arguments.trigger)
    scene = scene_of(reading, label, arguments, named)
    rated = []
    for order, one in enumerate(named):
        part, recipient = (
            mix_of(name).of(float(score), reading.heard.link(name, arguments.trigger.i, one.head.i))
            for name, score in zip(layer.outputs, layer.scores(features(scene, one)), strict=True)
        )
        rated.append((sigmoid(part), order, 0.0 if joint else sigmoid(recipient), one.party))
    chosen = _chosen(rated)
    doer = None if _is_passive(arguments) else _doer(chosen)
    sides = Sides()
    for row in sorted(chosen, key=lambda row: row[1]):
        (sides.add_recipients if row[2] > RECIPIENT and row is not doer else sides.add_actors)([row[3]])
    return sides


def _is_passive(arguments: Arguments) -> bool:
    return arguments.verb is not None and is_passive(arguments.verb)


def _doer(chosen: Sequence[Rated]) -> Rated | None:
    """Who does what several parties only seem to suffer: the least certain sufferer of an act in the active voice."""
    if len(chosen) < 2 or any(row[2] <= RECIPIENT for row in chosen):
        return None
    least = min(chosen, key=lambda row: row[2])
    return least if least[2] < CERTAIN else None


def _chosen(rated: Sequence[Rated]) -> list[Rated]:
    """The likely ones, each country by its likeliest phrase."""
    best: dict[str, Rated] = {}
    for row in rated:
        country = row[3].country or ""
        if country not in best or row[0] > best[country][0]:
            best[country] = row
    likely = [row for row in best.values() if row[0] >= TAKES_PART]
    if likely or not best:
        return likely
    top = max(best.values(), key=lambda row: (row[0], -row[1]))
    return [top] if top[0] >= AT_LEAST else []
