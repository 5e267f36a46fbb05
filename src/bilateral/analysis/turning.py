"""Turning points: where the level of what happens between two states changes, and the events that make the change.

The level is the mean of the periods' flows, each drawn in by a square root so that one great event is no turn. Where it
changes is found by ruptures (kernel change-point detection with a linear kernel, which compares means), with a
penalty of the Bayesian kind. How many replicates of the bootstrap over sources find it too is its support.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bilateral.analysis.frame import Frame
from bilateral.analysis.periods import Period
from bilateral.analysis.relation import Part, Relation, by_period
from bilateral.analysis.resampling import Array, weights
from bilateral.errors import ExtraMissing

SHORTEST = 2
"""Periods between two turns."""
PENALTY = 3.0
REPLICATES = 200
NEAR = 1
"""A replicate that turns so many periods before or after supports the turn."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """A period from which on the level is another one.

    ``before`` and ``after`` are mean flows a period on both sides, up to the turns beside it; ``support`` is the share
    of replicates that turn there too; ``parts`` are the events that make most of the difference, with what each adds.
    """

    period: Period
    before: float
    after: float
    support: float
    parts: tuple[tuple[Part, float], ...]


def turning_points(told: Relation) -> list[Turn]:
    """The turns of a relation, in order. Raises ExtraMissing without ruptures."""
    steps = [point.period for point in told.points]
    if len(steps) < 2 * SHORTEST:
        return []
    events, flows = _flows(told, steps)
    if not events:
        return []
    places = _changes(flows.sum(axis=0))
    drawn = weights([part.sources for part in events])[:REPLICATES] @ flows
    replicas = [_changes(replica) for replica in drawn] if places else []
    edges = [0, *places, len(steps)]
    return [_turn(steps, (edges[i], edges[i + 1], edges[i + 2]), (events, flows), replicas) for i in range(len(places))]


def as_frame(turns: Sequence[Turn]) -> Frame:
    """The turns as rows."""
    rows = [
        {
            "period": turn.period.label,
            "before": round(turn.before, 2),
            "after": round(turn.after, 2),
            "support": round(turn.support, 2),
            "events": [part.event.id for part, _ in turn.parts],
        }
        for turn in turns
    ]
    return Frame.of("period before after support events", rows)


def _flows(told: Relation, steps: Sequence[Period]) -> tuple[list[Part], Array]:
    """The events that fall in a period, and what each adds to it: a row an event, a column a period."""
    inside = by_period(told.counted, tuple(steps))
    placed = [(part, column) for column, step in enumerate(steps) for part in inside[step.label]]
    flows = np.zeros((len(placed), len(steps)))
    for row, (part, column) in enumerate(placed):
        flows[row, column] = part.event.score * part.bearing.share
    return [part for part, _ in placed], flows


def _changes(flow: Array) -> list[int]:
    """The first period of each new level."""
    signal = np.sign(flow) * np.sqrt(np.abs(flow))
    noise = _noise(signal)
    if noise == 0:
        return []
    detector = _ruptures().KernelCPD(kernel="linear", min_size=SHORTEST).fit(signal.reshape(-1, 1))
    found = detector.predict(pen=PENALTY * noise * np.log(len(signal)))
    return [int(place) for place in found if place < len(signal)]


def _noise(signal: Array) -> float:
    """The variance from one period to the next, which a change of level does not raise."""
    steps = np.diff(signal)
    return float(np.mean(steps * steps) / 2)


def _turn(
    steps: Sequence[Period], edges: tuple[int, int, int], told: tuple[list[Part], Array], replicas: list[list[int]]
) -> Turn:
    first, place, end = edges
    events, flows = told
    shares = flows[:, place:end].sum(axis=1) / (end - place) - flows[:, first:place].sum(axis=1) / (place - first)
    change = shares.sum()
    ranked = sorted(zip(events, shares, strict=True), key=lambda pair: (-pair[1] * np.sign(change), pair[0].event.id))
    supported = [any(abs(other - place) <= NEAR for other in replica) for replica in replicas]
    return Turn(
        steps[place],
        float(flows[:, first:place].sum() / (place - first)),
        float(flows[:, place:end].sum() / (end - place)),
        float(np.mean(supported)),
        tuple((part, float(share)) for part, share in ranked[:SHOWN] if share * change > 0),
    )


def _ruptures() -> Any:
    try:
        import ruptures
    except ImportError:
        raise ExtraMissing("turning points need ruptures; install it with: pip install 'bilateral[turning]'") from None
    return ruptures
