"""Which lasting id a group of mentions has: pure, so that every case can be told by itself.

An event is named after its first mention when it is made. It keeps its name while it grows. When several become
one, the oldest name stays and the others redirect to it; when one falls apart, the part that holds its first mention
keeps the name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

Taken = Callable[[Sequence[str]], Collection[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """An event as it stands before a regrouping."""

    id: str
    origin: str
    made: int
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What becomes of ids: one (with its origin and age) for each group, and where each lost one leads."""

    kept: tuple[Known, ...]
    redirects: Mapping[str, str]


def event_id(mention: str) -> str:
    """The id of an event that is first made from this mention."""
    return "evt_" + mention.removeprefix("mtn_")


def name(
    groups: Sequence[Sequence[str]],
    before: Sequence[Known],
    made: int,
    heirs: Mapping[str, str],
    taken: Taken = lambda _: (),
) -> Naming:
    """Ids for ``groups`` of mentions, given the events that held these mentions ``before``.

    ``made`` is the age that new events get. ``heirs`` names, for a mention that is gone, the one that tells the same in
    a newer version of its document. ``taken`` tells which of some ids events carry.
    """
    place = {mention: at for at, group in enumerate(groups) for mention in group}
    ends = {event.id: at for event in before if (at := _end(event, heirs, place)) is not None}
    claimed: dict[int, list[Known]] = {}
    for event in before:
        if event.id in ends:
            claimed.setdefault(ends[event.id], []).append(event)
    new = _new_ids([group[0] for at, group in enumerate(groups) if at not in claimed], before, taken)
    kept = [
        _heir(group, claimed[at], place) if at in claimed else Known(new[group[0]], group[0], made, tuple(group))
        for at, group in enumerate(groups)
    ]
    redirects = {old: kept[at].id for old, at in ends.items() if kept[at].id != old}
    return Naming(tuple(kept), redirects)


def _end(event: Known, heirs: Mapping[str, str], place: Mapping[str, int]) -> int | None:
    """The group that carries an event's name on: that of its first mention or its heir, else of any other's."""
    own = [event.origin, *event.mentions]
    followers = [*own[:1], *(heirs[m] for m in own[:1] if m in heirs), *own[1:], *(heirs[m] for m in own if m in heirs)]
    return next((place[mention] for mention in followers if mention in place), None)


def _heir(group: Sequence[str], claims: Sequence[Known], place: Mapping[str, int]) -> Known:
    eldest = min(claims, key=lambda event: (event.made, event.id))
    origin = eldest.origin if eldest.origin in place else group[0]
    return Known(eldest.id, origin, eldest.made, tuple(group))


def _new_ids(firsts: Sequence[str], before: Sequence[Known], taken: Taken) -> dict[str, str]:
    """For the first mention of each new event an id: a mention can come back when another event carries its name."""
    ids = {first: event_id(first) for first in firsts}
    carried = {event.id for event in before}
    number = 1
    while again := (carried | set(taken(sorted(ids.values())))).intersection(ids.values()):
        number += 1
        ids |= {first: f"{event_id(first)}-{number}" for first, id in ids.items() if id in again}
    return ids
