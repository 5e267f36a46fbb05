"""All dyads of a record, each with the events in which both states take part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from bilateral.knowledge.states import display_names
from bilateral.types.event import Event

Dyad = tuple[str, str]


def by_dyad(events: Iterable[Event], *, states_only: bool = True) -> dict[Dyad, list[Event]]:
    """The events of each dyad, in the order of codes; without organisations when ``states_only``."""
    found: dict[Dyad, list[Event]] = {}
    for event in events:
        for pair in _pairs(event, states_only):
            found.setdefault(pair, []).append(event)
    return dict(sorted(found.items()))


def _pairs(event: Event, states_only: bool) -> Iterator[Dyad]:
    codes = {p.country for p in event.participants if p.country and p.role != "topic"}
    if states_only:
        codes &= display_names().keys()
    return combinations(sorted(codes), 2)
