"""A bootstrap over sources: what the score would be had other newspapers been read.

Each replicate counts every source a random number of times (Poisson of mean 1), and an event as often as its sources
are counted on average. So an event that one source tells may be missing or double, and one that many tell stays near
itself. The numbers come from a hash of the source's name: the same sources give the same band, in any order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
REPLICATES = 1000
LOW, HIGH = 0.05, 0.95
_POISSON = np.cumsum([0.36787944117144233 / f for f in (1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880)])


def weights(sources: Sequence[Sequence[str]]) -> Array:
    """How often each event (column), given by its sources, counts in each replicate (row)."""
    if not sources:
        return np.zeros((REPLICATES, 0))
    return np.stack([np.mean([_counts(name) for name in names], axis=0) for names in sources], axis=1)


def band(values: Array) -> tuple[Array, Array]:
    """Lower and upper bound of 90 per cent of the replicates (rows)."""
    low, high = np.quantile(values, [LOW, HIGH], axis=0)
    return low, high


@lru_cache(maxsize=4096)
def _counts(source: str) -> Array:
    """How often a source counts in each replicate. A bit generator's raw numbers are the same in every version."""
    seed = int.from_bytes(hashlib.sha256(source.encode()).digest()[:16], "big")
    raw = np.random.Philox(key=seed).random_raw(REPLICATES)
    uniform = (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53
    return np.searchsorted(_POISSON, uniform, side="right").astype(np.float64)
