"""Whether two series move together, at once or one behind the other, and how sure that is.

Compared are the flows of the periods, each drawn in by a square root; scores that remember would move together by
themselves. The interval is of a circular block bootstrap; the chance that two series of this shape go together so well
at any lag is that of shifting one of them around against the other, which leaves each as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LAGS = 3
FEWEST = 12
"""Periods that are needed to say anything."""
REPLICATES = 500
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Comovement:
    """How a series goes with another that follows it by ``lag`` periods (negative: that goes before it).

    ``r`` is Pearson's, ``low`` and ``high`` hold 90 per cent of the bootstrap; ``chance`` is how often two series of
    this shape that have nothing to do with each other agree so well at the best of all lags.
    """

    lag: int
    r: float
    low: float
    high: float
    chance: float


def comovement(one: Sequence[float], other: Sequence[float], name: str) -> list[Comovement]:
    """One line a lag from -3 to 3; none where there are too few periods, or nothing moves. ``name`` seeds the draws."""
    a, b = _drawn_in(one), _drawn_in(other)
    if len(a) < FEWEST or min(np.count_nonzero(a), np.count_nonzero(b)) < LAGS:
        return []
    lags = range(-LAGS, LAGS + 1)
    shifts = [np.roll(b, shift) for shift in range(LAGS + 1, len(b) - LAGS)]
    null = np.array([max(abs(_r(*_lagged(a, shifted, lag))) for lag in lags) for shifted in shifts])
    found = []
    for lag in lags:
        x, y = _lagged(a, b, lag)
        r = _r(x, y)
        low, high = _interval(x, y, f"{name}/{lag}")
        chance = (1 + int((null >= abs(r)).sum())) / (1 + len(null))
        found.append(Comovement(lag, round(r, 3) + 0.0, low, high, round(chance, 3)))
    return found


def strongest(found: Sequence[Comovement]) -> Comovement | None:
    """The lag at which they go together (or against each other) most."""
    return max(found, key=lambda one: (abs(one.r), -abs(one.lag)), default=None)


def _drawn_in(series: Sequence[float]) -> Array:
    values = np.asarray(series, dtype=np.float64)
    drawn: Array = np.sign(values) * np.sqrt(np.abs(values))
    return drawn


def _lagged(a: Array, b: Array, lag: int) -> tuple[Array, Array]:
    """The pairs of ``a`` in a period and ``b`` ``lag`` periods later."""
    if lag >= 0:
        return a[: len(a) - lag], b[lag:]
    return a[-lag:], b[:lag]


def _r(x: Array, y: Array) -> float:
    dx, dy = x - x.mean(), y - y.mean()
    scale = float(np.sqrt((dx * dx).sum() * (dy * dy).sum()))
    return float((dx * dy).sum() / scale) if scale > 1e-12 else 0.0


def _interval(x: Array, y: Array, name: str) -> tuple[float, float]:
    """Quantiles of the correlation of blocks drawn anew."""
    length = max(2, round(len(x) ** (1 / 3)))
    blocks = -(-len(x) // length)
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "big")
    starts = np.random.Philox(key=seed).random_raw(REPLICATES * blocks).reshape(REPLICATES, blocks) % np.uint64(len(x))
    steps = (starts.astype(np.int64)[:, :, None] + np.arange(length)).reshape(REPLICATES, -1)[:, : len(x)] % len(x)
    drawn = [_r(x[row], y[row]) for row in steps]
    low, high = np.quantile(drawn, [LOW, HIGH])
    return round(float(low), 3) + 0.0, round(float(high), 3) + 0.0
