"""Third states whose relations with either of two move as the relation of the two does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from bilateral.analysis import asking
from bilateral.analysis.triangles.comovement import Comovement, strongest
from bilateral.analysis.triangles.triangle import BALANCES, triangle
from bilateral.knowledge.states import display_names
from bilateral.record.filters import Asked

if TYPE_CHECKING:
    from bilateral.record import Record

MOST = 5
"""Third states that are looked at, those of most events first."""


@dataclass(frozen=True, slots=True)
class Third:
    """A third state: events of its two sides, the side that goes most with the relation of the two, and how.

    ``move`` is ``None`` where too little happened to say; ``balance`` is that of the last period.
    """

    state: str
    events: int
    side: str
    move: Comovement | None
    balance: str | None


def third_states(record: Record, between: tuple[str, str], asked: Asked, by: str = "quarter") -> list[Third]:
    """The third states that have most to do with both of two, those that move most surely with them first."""
    a, b = between
    beside, others = record.partners(a), record.partners(b)
    shared = {code: min(beside[code], others[code]) for code in beside.keys() & others.keys() & display_names().keys()}
    chosen = sorted(shared.keys() - {a, b}, key=lambda code: (-shared[code], code))[:MOST]
    method = asking.method(record, asked, by)
    rest: Any = {name: value for name, value in asked.items() if name not in ("between", "since")}
    found = []
    for c in chosen:
        pairs = [(min(pair), max(pair)) for pair in combinations((a, b, c), 2)]
        told = triangle((a, b, c), {pair: list(record.every_event(between=pair, **rest)) for pair in pairs}, (), method)
        own = f"{a}-{b}"
        moves = [(name, strongest(lags)) for name, lags in told.moves.items() if own in name.split(" / ")]
        name, move = min(moves, key=lambda one: one[1].chance if one[1] else 2.0)
        side = next(part for part in name.split(" / ") if part != own)
        events = sum(len(side.counted) for side in told.sides[1:])
        found.append(Third(c, events, side, move, BALANCES[told.steps[-1].balance] if told.steps else None))
    return sorted(found, key=lambda one: (one.move.chance if one.move else 2.0, -one.events, one.state))
