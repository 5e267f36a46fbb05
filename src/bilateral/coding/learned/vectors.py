"""Vectors of words, so that a word the labels never had is read like its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]


class WordVectors:
    """15,857 English words in 100 dimensions: principal components of the vectors of en_core_web_md 3.7.1 (MIT)."""

    def __init__(self, words: Iterable[str], vectors: npt.NDArray[np.float16]) -> None:
        self._row = {word: k for k, word in enumerate(words)}
        self._vectors: Vector = vectors.astype(np.float32)
        self._none: Vector = np.zeros(self._vectors.shape[1], np.float32)

    @property
    def size(self) -> int:
        """Dimensions of a vector."""
        return int(self._none.shape[0])

    def of(self, word: str) -> Vector:
        """The vector of a lower-case word, zeros for an unknown one."""
        row = self._row.get(word)
        return self._none if row is None else self._vectors[row]

    def mean(self, words: Iterable[str]) -> Vector:
        """The mean of the known words' vectors, zeros when none is known."""
        rows = [row for word in words if (row := self._row.get(word)) is not None]
        return self._vectors[rows].mean(axis=0) if rows else self._none


@cache
def word_vectors() -> WordVectors:
    """The shipped vectors."""
    with resources.files(__package__).joinpath("data", "vectors.npz").open("rb") as file:
        held = np.load(file)
        return WordVectors(str(held["words"]).split(" "), held["vectors"])
