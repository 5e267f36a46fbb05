"""What a person should decide, the least certain first: mentions, pairs of events or actors, values in conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, func, select

from bilateral.errors import UsageError
from bilateral.merging import names
from bilateral.merging.compare import score
from bilateral.merging.correcting import FIELDS
from bilateral.record import evidence, judgement_log, linking, queries, schema
from bilateral.record.filters import TOLD, Filters
from bilateral.record.ids import pieces
from bilateral.record.linking import Linker
from bilateral.record.queries import EVENTS
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import UNDATED, event_mentions, mentions
from bilateral.types.event import Event
from bilateral.types.judgement import Judgement

NEAREST = 0.3
"""How far below the threshold a score may lie for the two to be asked about."""
COMPARED = 1_500
"""The newest mentions, which are looked at for events that may be one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to a person.

    Attributes:
        sort: ``mention`` (is this one?), ``event`` (are the two one?), ``actor`` (are the two one?), ``value``.
        one, other: ids of what is asked about: of mentions, events or actors.
        doubt: how uncertain it is, 0 to 1.
        field: of ``value``, the field that reports disagree in.
    """

    sort: str
    one: str
    other: str | None
    doubt: float
    field: str | None = None


SORTS = ("mention", "event", "actor", "value")


def of(connection: Connection, sort: str, threshold: float, most: int) -> list[Doubt]:
    """What is to be decided of one sort. Raises UsageError when there is none."""
    if sort == "event":
        return of_events(connection, threshold, most)
    ways = {"mention": of_mentions, "actor": of_actors, "value": of_values}
    if sort not in ways:
        raise UsageError(f"nothing to decide is called {sort!r}; there are: {', '.join(SORTS)}")
    return ways[sort](connection, most)


def of_mentions(connection: Connection, most: int) -> list[Doubt]:
    """Mentions by how near to even their chances of being right are; none that a person has spoken on."""
    confidence = queries.confidence(connection, mentions)
    query = select(mentions.c.id, confidence.label("sure")).where(mentions.c.live)
    settled = {anchor.mention for one in _spoken(connection, "accept", "reject") for anchor in one.one}
    settled |= {anchor.mention for one in _unsure(connection) if not (one.other or one.field) for anchor in one.one}
    rows = connection.execute(query.order_by(func.abs(confidence - 0.5), mentions.c.id).limit(most + len(settled)))
    open_ = [Doubt("mention", row.id, None, round(1 - 2 * abs(row.sure - 0.5), 3)) for row in rows]
    return [one for one in open_ if one.one not in settled][:most]


def of_events(connection: Connection, threshold: float, most: int) -> list[Doubt]:
    """Events that merging nearly takes for one, among those that the newest mentions tell."""
    query = select(mentions.c.id).where(mentions.c.live, mentions.c.day != UNDATED)
    newest = list(connection.execute(query.order_by(mentions.c.day.desc(), mentions.c.id).limit(COMPARED)).scalars())
    near = _near(connection, Regrouper(threshold).linker, newest, threshold)
    owner = _owners(connection, {id for pair in near for id in pair})
    judged = _judged_pairs(connection)
    found: dict[tuple[str, str], Doubt] = {}
    for (one, other), likeness in near.items():
        pair = tuple(sorted((owner[one], owner[other])))
        if pair[0] == pair[1] or (min(one, other), max(one, other)) in judged:
            continue
        doubt = Doubt("event", pair[0], pair[1], round(1 - (threshold - likeness) / max(threshold, NEAREST), 3))
        found[pair[0], pair[1]] = max(doubt, found.get((pair[0], pair[1]), doubt), key=lambda d: d.doubt)
    return _sorted(found.values())[:most]


def of_actors(connection: Connection, most: int) -> list[Doubt]:
    """Persons of one state whose names can be one person's."""
    told, country = _persons(connection)
    judged = {frozenset(one.actors) for one in judgement_log.of_actors(connection) if one.actors}
    judged |= {frozenset(one.actors) for one in _unsure(connection) if one.actors}
    by_surname: dict[str, list[str]] = defaultdict(list)
    for actor, parts in sorted(told.items()):
        by_surname[parts[-1]].append(actor)
    found = []
    for actors in by_surname.values():
        for one, other in combinations(actors, 2):
            a, b = told[one], told[other]
            if frozenset((one, other)) in judged or not (country[one] & country[other]) or not names.same_person(a, b):
                continue
            shared = len(set(a) & set(b)) / len(set(a) | set(b))
            long, short = (one, other) if len(a) >= len(b) else (other, one)
            found.append(Doubt("actor", long, short, round(1 - abs(shared - 0.5), 3)))
    return _sorted(found)[:most]


def of_values(connection: Connection, most: int) -> list[Doubt]:
    """Values that reports of one event disagree in, and that a person can set; the most evenly told first."""
    judged = schema.judged_values
    query = select(event_mentions.c.event, judged.c.field)
    query = query.join(judged, judged.c.mention == event_mentions.c.mention)
    settled = {(row.event, row.field) for row in connection.execute(query)}
    unsure = {(anchor.mention, one.field) for one in _unsure(connection) if one.field for anchor in one.one}
    found = []
    for event in _disputed(connection, most):
        told = {item.mention for item in event.evidence}
        for conflict in event.conflicts:
            if not settable(conflict.field) or (event.id, conflict.field) in settled:
                continue
            if any((mention, conflict.field) in unsure for mention in told):
                continue
            sides = sorted(len({event.evidence[at].document_id for at in v.evidence}) for v in conflict.values)
            even = (sum(sides) - sides[-1]) / max(sides[-1], 1) if sides else 0.0
            found.append(Doubt("value", event.id, None, round(min(even, 1.0), 3), conflict.field))
    return _sorted(found)[:most]


def settable(field: str) -> bool:
    """Whether a person can give a field its value."""
    return field in FIELDS or field.startswith("details.")


def _disputed(connection: Connection, most: int) -> Iterator[Event]:
    """The newest events of which reports disagree."""
    rows = queries.page(connection, EVENTS, Filters(disputed=TOLD), queries.Window(most, backwards=True))
    yield from evidence.with_evidence(connection, [payload for _, payload in rows])


def _near(connection: Connection, linker: Linker, ids: Sequence[str], threshold: float) -> dict[tuple[str, str], float]:
    """Pairs of mentions of two documents whose score is below the threshold, but not by much."""
    own = linker.facets.get(connection, ids)
    mates = linking.mates(connection, own.values())
    near = linker.facets.get(connection, sorted({mate for found in mates.values() for mate in found}))
    found: dict[tuple[str, str], float] = {}
    for one in own:
        for other in mates[one]:
            pair = (min(one, other), max(one, other))
            if pair in found or own[one].mention.document == near[other].mention.document:
                continue
            likeness = score(own[one], near[other])
            if likeness is not None and threshold - NEAREST <= likeness < threshold:
                found[pair] = likeness
    return found


def _owners(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The event of each mention."""
    query = select(event_mentions.c.mention, event_mentions.c.event)
    found: dict[str, str] = {}
    for piece in pieces(sorted(ids)):
        rows = connection.execute(query.where(event_mentions.c.mention.in_(piece)))
        found.update((row.mention, row.event) for row in rows)
    return found


def _judged_pairs(connection: Connection) -> set[tuple[str, str]]:
    """Pairs of mentions that a person has spoken on."""
    found = set()
    for one in _spoken(connection, "same", "different", "unsure"):
        found |= {(min(a.mention, b.mention), max(a.mention, b.mention)) for a in one.one for b in one.other}
    return found


def _persons(connection: Connection) -> tuple[dict[str, tuple[str, ...]], dict[str, set[str]]]:
    """The longest name of each person who takes part in an event, in parts, and the states it is told with."""
    held, actors = schema.event_actors, schema.actors
    query = select(actors.c.actor, actors.c.name, held.c.owner).join(held, held.c.actor == actors.c.id)
    query = query.where(actors.c.actor.startswith("person:", autoescape=True))
    told: dict[str, tuple[str, ...]] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        parts = names.person(row.name)
        if parts and len(parts) >= len(told.get(row.actor, ())):
            told[row.actor] = parts
        owners[row.actor].add(row.owner)
    states = schema.event_states.c
    alone = select(states.owner, states.first).where(states.first == states.second)
    by_event: dict[str, set[str]] = defaultdict(set)
    for owner, code in connection.execute(alone):
        by_event[owner].add(code)
    return told, {actor: set().union(*(by_event[owner] for owner in owners[actor])) for actor in told}


def _spoken(connection: Connection, *acts: str) -> list[Judgement]:
    every = judgement_log.every(connection)
    return [one for one in judgement_log.in_force(connection, every) if one.act in acts]


def _unsure(connection: Connection) -> list[Judgement]:
    return _spoken(connection, "unsure")


def _sorted(found: Iterable[Doubt]) -> list[Doubt]:
    return sorted(found, key=lambda one: (-one.doubt, one.one, one.other or "", one.field or ""))
