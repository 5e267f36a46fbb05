"""Three states: the signs of their relations by period, whether they balance, and how the relations move together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod
from typing import TYPE_CHECKING

from bilateral.analysis.frame import Frame, Tabular
from bilateral.analysis.method import Method
from bilateral.analysis.pairs import Dyad
from bilateral.analysis.relation import Point, Relation, relation
from bilateral.analysis.triangles.comovement import Comovement, comovement, strongest
from bilateral.types.event import Event

if TYPE_CHECKING:
    from bilateral.record import ToldClaim

MILD = 0.5
"""A mean score nearer to zero than this has no sign."""
FADED = 0.25
"""Nor has a relation of which no more than this of one point of score is remembered."""
LINKING = ("motive", "assessment", "forecast")
"""Kinds of claims in which authors assert such links, the surest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One period: the sign of each side (1, -1, 0 for none), whether the band bears it out, and the balance.

    ``balance`` is 1 for a balanced triangle (an even number of hostile sides), -1 for one that is not, 0 where a side
    has no sign.
    """

    label: str
    signs: tuple[int, int, int]
    sure: tuple[bool, bool, bool]

    @property
    def balance(self) -> int:
        """The product of the signs."""
        return prod(self.signs)


@dataclass(frozen=True, slots=True)
class Triangle(Tabular):
    """Three states, their three relations (AB, AC, BC), and what authors say of all three."""

    states: tuple[str, str, str]
    sides: tuple[Relation, Relation, Relation]
    steps: tuple[Step, ...]
    moves: Mapping[str, Sequence[Comovement]]
    claims: tuple[ToldClaim, ...]

    @property
    def names(self) -> tuple[str, str, str]:
        """The sides as ``PAK-RUS``."""
        return tuple(f"{side.a}-{side.b}" for side in self.sides)  # type: ignore[return-value]

    def series(self) -> Frame:
        """Signs and balance by period."""
        rows = [
            {"period": step.label, **dict(zip(self.names, map(_sign, step.signs, step.sure), strict=True)),
             "balance": BALANCES[step.balance]}
            for step in self.steps
        ]  # fmt: skip
        return Frame(("period", *self.names, "balance"), tuple(rows))

    def table(self) -> Frame:
        """Signs and balance by period."""
        return self.series()

    def lags(self) -> Frame:
        """Co-movement of every two sides at every lag."""
        rows = [
            {"sides": name, "lag": one.lag, "r": one.r, "low": one.low, "high": one.high, "chance": one.chance}
            for name, found in self.moves.items()
            for one in found
        ]
        return Frame.of("sides lag r low high chance", rows)


BALANCES = {1: "balanced", -1: "unbalanced", 0: None}


def triangle(
    states: tuple[str, str, str],
    events: Mapping[Dyad, Sequence[Event]],
    claims: Iterable[ToldClaim] = (),
    method: Method | None = None,
) -> Triangle:
    """The triangle of three states, from the events of their dyads and the claims of the record."""
    told = [_pair(events, pair) for pair in combinations(states, 2)]
    how = _same_days(told, states, method or Method("quarter"))
    sides = [relation(those, pair, how) for those, pair in zip(told, combinations(states, 2), strict=True)]
    steps = tuple(_step(points) for points in zip(*(side.points for side in sides), strict=True))
    flows = _flows(sides)
    moves = {
        f"{one} / {other}": comovement(flows[one], flows[other], f"{one}/{other}")
        for one, other in combinations(flows, 2)
    }
    return Triangle(states, (sides[0], sides[1], sides[2]), steps, moves, tuple(_linking(states, claims)))


def summary(found: Iterable[Triangle]) -> Frame:
    """One row a triangle."""
    columns = "a b c ab ac bc events balance balanced_share with lag r low high chance claims"
    return Frame.of(columns, [_row(one) for one in found])


def triangles(
    state: str,
    events: Mapping[Dyad, Sequence[Event]],
    claims: Sequence[ToldClaim] = (),
    method: Method | None = None,
    fewest: int = 3,
) -> list[Triangle]:
    """The triangles of a state with every two others, all of whose sides have ``fewest`` events that count."""
    counts = {pair: len(relation(those, pair).counted) for pair, those in events.items()}
    enough = {pair for pair, number in counts.items() if number >= fewest}
    others = sorted({other for pair in enough if state in pair for other in pair} - {state})
    threes = [(state, b, c) for b, c in combinations(others, 2) if (b, c) in enough]
    found = [triangle(three, events, claims, method) for three in threes]
    return sorted(found, key=lambda one: (-sum(len(side.counted) for side in one.sides), one.states))


def _flows(sides: Sequence[Relation]) -> dict[str, list[float]]:
    """The flow of each side by period, without events of two sides, which would move together by themselves."""
    seen = Counter(part.event.id for side in sides for part in side.counted)
    flows = {}
    for side in sides:
        alone = [part.event for part in side.counted if seen[part.event.id] == 1]
        flows[f"{side.a}-{side.b}"] = [p.flow for p in relation(alone, (side.a, side.b), side.method).points]
    return flows


def _pair(events: Mapping[Dyad, Sequence[Event]], pair: tuple[str, str]) -> Sequence[Event]:
    return events.get((min(pair), max(pair)), ())


def _same_days(sides: Sequence[Sequence[Event]], states: tuple[str, str, str], method: Method) -> Method:
    """The method with one window for all sides: from the first period of any to the last."""
    told = [relation(those, pair, method).points for those, pair in zip(sides, combinations(states, 2), strict=True)]
    first = min((points[0].period.first for points in told if points), default=None)
    last = max((points[-1].period.last for points in told if points), default=None)
    return replace(
        method,
        since=method.since or (first.isoformat() if first else None),
        until=method.until or (last.isoformat() if last else None),
    )


def _step(points: Sequence[Point]) -> Step:
    a, b, c = ((_sign_of(point), point.low > 0 or point.high < 0) for point in points)
    return Step(points[0].period.label, (a[0], b[0], c[0]), (a[1], b[1], c[1]))


def _sign_of(point: Point) -> int:
    if point.tone is None or abs(point.tone) < MILD or abs(point.score) < FADED:
        return 0
    return 1 if point.tone > 0 else -1


def _sign(sign: int, sure: bool) -> str | None:
    """``+`` or ``-``, in brackets where it rests on few sources."""
    mark = {1: "+", -1: "−", 0: None}[sign]
    return mark if sure or mark is None else f"({mark})"


def _linking(states: tuple[str, str, str], claims: Iterable[ToldClaim]) -> list[ToldClaim]:
    """Claims of the linking kinds that are about all three, the speaker's own state counted in."""
    fits = []
    for told in claims:
        own = {told.claim.speaker.country} if told.claim.speaker else set()
        if told.claim.kind in LINKING and set(states) <= {*told.claim.about, *own}:
            fits.append(told)
    return sorted(fits, key=lambda told: (LINKING.index(told.claim.kind), told.published or "9999", told.claim.id))


def _row(one: Triangle) -> dict[str, object]:
    end = one.steps[-1] if one.steps else None
    signs = [_sign(*pair) for pair in zip(end.signs, end.sure, strict=True)] if end else [None] * 3
    told = [step.balance for step in one.steps if step.balance]
    moves = {name: strongest(found) for name, found in one.moves.items()}
    best = min(((m.chance, name, m) for name, m in moves.items() if m), key=lambda m: m[:2], default=None)
    name, move = (best[1], best[2]) if best else (None, None)
    return {
        **dict(zip("abc", one.states, strict=True)),
        **dict(zip(("ab", "ac", "bc"), signs, strict=True)),
        "events": sum(len(side.counted) for side in one.sides),
        "balance": BALANCES[end.balance] if end else None,
        "balanced_share": round(told.count(1) / len(told), 2) if told else None,
        "with": name,
        **{field: getattr(move, field) if move else None for field in ("lag", "r", "low", "high", "chance")},
        "claims": len(one.claims),
    }
