"""What an event says of two states: who acts upon whom, and whether its score is one of their relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bilateral.types.actor import Participant
from bilateral.types.event import Event
from bilateral.types.kinds import JOINT_KINDS

Direction = Literal["a_to_b", "b_to_a", "joint", "beside"]
DIRECTIONS: tuple[Direction, ...] = ("a_to_b", "b_to_a", "joint", "beside")
ASIDE = {
    "exercise": {"observer", "target"},
    "transfer": {"intermediary", "target"},
    "support": {"against"},
    "embargo": {"requester"},
    "mobilisation": {"host"},
    "attack": {"place"},
}
"""Roles of those whom the event concerns without being done to or by them, beside ``topic`` of any kind."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """How an event bears on the states A and B.

    ``beside``: both take part, but neither acts upon the other nor both alike (two that are visited by a third, two
    that together accuse a third). ``share`` is the part of the score that is theirs: an act of many together is
    divided, so that a summit of twenty does not weigh as twenty meetings of two.
    """

    direction: Direction
    share: float

    @property
    def scored(self) -> bool:
        """Whether the event's score is one of the two states' relation."""
        return self.direction != "beside"


def involved(event: Event) -> list[Participant]:
    """Those who do it or to whom it is done, without those whom it merely concerns."""
    return [p for p in event.participants if p.role != "topic" and p.role not in ASIDE.get(event.kind, ())]


def bearing(event: Event, a: str, b: str) -> Bearing:
    """How ``event``, in which both states take part, bears on them."""
    parties = involved(event)
    one, other = _sides(parties, a), _sides(parties, b)
    forth = "actor" in one and "recipient" in other
    back = "actor" in other and "recipient" in one
    if forth != back:
        return Bearing("a_to_b" if forth else "b_to_a", 1.0)
    actors = {p.country for p in parties if p.side == "actor" and p.country}
    upon = {p.country for p in parties if p.side == "recipient" and p.country} - {a, b}
    if (forth and back) or ("actor" in one and "actor" in other and (event.kind in JOINT_KINDS or not upon)):
        return Bearing("joint", 2 / max(len(actors), 2))
    return Bearing("beside", 0.0)


def _sides(participants: Iterable[Participant], state: str) -> set[str]:
    return {p.side for p in participants if p.country == state}
