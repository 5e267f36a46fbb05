"""Near-identical articles: wire copies, updated versions. MinHash over shingles finds who may be one, shingles decide.

Own code, of a few lines over numpy: the packages for it need a scientific stack a hundred times as large.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np

SHINGLE = 4
"""Words of a shingle."""
BANDS, ROWS = 32, 3
"""How the MinHash is cut: of two articles that share half their shingles 98 of 100 meet in a band."""
PRIME = (1 << 31) - 1
ALIKE = 0.5
"""Share of all shingles from which two articles are copies."""
WITHIN, FEWEST = 0.8, 40
"""Share of the shorter one's shingles from which it is a part of the longer one, and how many that must be."""

_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of :data:`SHINGLE` words."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs) if words else frozenset()


def bands(told: Collection[int]) -> list[int]:
    """What two texts with these shingles may have in common: numbers of 63 bits, one a band; none for no words."""
    if not told:
        return []
    import numpy as np  # reading a record needs none

    factors, terms = _permutations()
    hashes = np.fromiter(told, dtype=np.uint64, count=len(told)) % PRIME
    least = ((hashes[None, :] * factors[:, None] + terms[:, None]) % PRIME).min(axis=1).reshape(BANDS, ROWS)
    mixed = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        mixed = (mixed * np.uint64(0x9E3779B97F4A7C15) + least[:, row]) ^ (mixed >> np.uint64(29))
    return [int(number) for number in mixed >> np.uint64(1)]


def are_copies(one: Collection[int], other: Collection[int]) -> bool:
    """Whether two texts with these shingles are one article: nearly the same, or one a part of the other."""
    if not one or not other:
        return False
    shared = len(set(one) & set(other))
    fewer = min(len(one), len(other))
    within = fewer >= FEWEST and shared >= WITHIN * fewer
    return within or shared >= ALIKE * (len(one) + len(other) - shared)


@cache
def _permutations() -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    drawn = [int.from_bytes(blake2b(b"%d" % n, digest_size=7).digest()) % PRIME for n in range(2 * BANDS * ROWS)]
    return np.array(drawn[::2], dtype=np.uint64) + np.uint64(1), np.array(drawn[1::2], dtype=np.uint64)
