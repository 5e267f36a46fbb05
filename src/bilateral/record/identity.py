"""Which lasting id a group of mentions has: pure, so that every case can be told by itself.

An event is named after its first mention when it is made. It keeps its name while it grows. When several become
one, the oldest name stays and the others redirect to it; when one falls apart, the part that holds its first mention
keeps the name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


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
    taken: Callable[[str], bool] = lambda _: False,
) -> Naming:
    """Ids for ``groups`` of mentions, given the events that held these mentions ``before``.

    ``made`` is the age that new events get. ``heirs`` names, for a mention that is gone, the one that tells the same in
    a newer version of its document. ``taken`` tells the ids of events that have no mention here.
    """
    place = {mention: index for index, group in enumerate(groups) for mention in group}
    claimed: dict[int, list[Known]] = {}
    ends: dict[str, int] = {}
    for event in before:
        at = next((place[m] for m in _followers(event, heirs) if m in place), None)
        if at is not None:
            claimed.setdefault(at, []).append(event)
            ends[event.id] = at
    in_use = {event.id for event in before if event.id in ends}
    kept: list[Known] = []
    for index, group in enumerate(groups):
        if index in claimed:
            kept.append(_heir(group, claimed[index], place))
        else:
            new = _free(event_id(group[0]), lambda id: id in in_use or taken(id))
            kept.append(Known(new, group[0], made, tuple(group)))
        in_use.add(kept[-1].id)
    redirects = {old: kept[at].id for old, at in ends.items() if kept[at].id != old}
    return Naming(tuple(kept), redirects)


def _followers(event: Known, heirs: Mapping[str, str]) -> list[str]:
    """The mentions that may carry an event's name on, the best first."""
    own = [event.origin, *event.mentions]
    return [*own[:1], *(heirs[m] for m in own[:1] if m in heirs), *own[1:], *(heirs[m] for m in own[1:] if m in heirs)]


def _heir(group: Sequence[str], claims: Sequence[Known], place: Mapping[str, int]) -> Known:
    eldest = min(claims, key=lambda event: (event.made, event.id))
    origin = eldest.origin if eldest.origin in place else group[0]
    return Known(eldest.id, origin, eldest.made, tuple(group))


def _free(id: str, taken: Callable[[str], bool]) -> str:
    """``id``, or one made from it: a mention can come back when an event already carries its name."""
    number = 1
    free = id
    while taken(free):
        number += 1
        free = f"{id}-{number}"
    return free
