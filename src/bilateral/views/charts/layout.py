"""Where the nodes of a network stand: springs along ties, all pushing each other off, drawn to the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS = 250
GRAVITY = 0.9
_TURN = np.pi * (3 - np.sqrt(5))
"""By so much each next node is turned at the start, so that no two stand alike."""


def positions(nodes: Sequence[str], weights: Mapping[tuple[str, str], float]) -> dict[str, tuple[float, float]]:
    """A place between -1 and 1 for each node; the same for the same network. Heavier ties pull nearer."""
    if not nodes:
        return {}
    at = {name: number for number, name in enumerate(nodes)}
    pull = np.zeros((len(nodes), len(nodes)))
    for (one, other), weight in weights.items():
        pull[at[one], at[other]] = pull[at[other], at[one]] = weight
    pull /= max(pull.max(), 1e-9)
    spots = _settled(_spiral(len(nodes)), pull)
    spots -= (spots.max(axis=0) + spots.min(axis=0)) / 2
    spots /= np.maximum(np.abs(spots).max(axis=0), 1e-9)
    return {name: (round(float(x), 3), round(float(y), 3)) for name, (x, y) in zip(nodes, spots, strict=True)}


def _spiral(number: int) -> Array:
    steps = np.arange(number)
    far = np.sqrt((steps + 0.5) / number)
    return np.stack([far * np.cos(steps * _TURN), far * np.sin(steps * _TURN)], axis=1)


def _settled(spots: Array, pull: Array) -> Array:
    """After Fruchterman and Reingold, with steps that grow shorter."""
    apart = 1.6 / np.sqrt(len(spots))
    for step in range(STEPS):
        between = spots[:, None, :] - spots[None, :, :]
        far = np.maximum(np.linalg.norm(between, axis=2), 0.01)
        force = apart**2 / far**2 - pull * far / apart - GRAVITY * apart / len(spots)
        moved = (between * force[:, :, None]).sum(axis=1)
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        spots = spots + moved / length * np.minimum(length, 0.12 * (1 - step / STEPS))
    return spots
