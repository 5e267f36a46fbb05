"""Long lists of ids in pieces that a query can take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

PIECE = 500


def pieces(ids: Iterable[str]) -> Iterator[list[str]]:
    """``ids`` in lists of at most :data:`PIECE`, in their order."""
    rest = iter(ids)
    while piece := list(islice(rest, PIECE)):
        yield piece
