"""A small transformer that reads whole sentences: what the named features of a word cannot tell, its context does.

The first layers of all-MiniLM-L6-v2 (Apache-2.0), tuned on the labelled articles (training/encoder.py), run in numpy:
the words of all sentences of a document go through each layer as one matrix, attention sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from itertools import starmap
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from bilateral.coding.learned.marks import NOBODY, Mark
from bilateral.coding.learned.pieces import pieces_of
from bilateral.coding.learned.weights import file, loader

Array = npt.NDArray[np.float32]
HEADS = 12
AT_ONCE = 2048
"""So many word pieces go through the layers together: more need more memory, and are no faster."""
Cut = tuple[list[int], list[Mark], list[int]]
"""A sentence as pieces, the mark of each, and the row of each word's first (:func:`pieces_of`)."""
MARKS = ("who", "form", "rank")


class Encoder:
    """Layers and output head; the columns of the output are told in :mod:`bilateral.coding.learned.heard`.

    Weights are stored in half precision, word embeddings as bytes with a scale a word.
    """

    def __init__(self, held: Mapping[str, npt.NDArray[Any]]) -> None:
        self._words: npt.NDArray[np.int8] = held["words"]
        self._weights: dict[str, Array] = {k: v.astype(np.float32) for k, v in held.items() if k != "words"}
        self._depth = sum(name.endswith(".qkv") for name in held)

    def read(self, sentences: Iterable[tuple[Sequence[str], Sequence[Mark]]]) -> list[list[Array | None]]:
        """For each sentence, given as words and their marks, the outputs of each word; None for one not read."""
        with single_thread():
            return [rows for batch in _batches(starmap(cut, sentences)) for rows in self._read(batch)]

    def _read(self, cuts: Sequence[Cut]) -> list[list[Array | None]]:
        ends = np.cumsum([len(numbers) for numbers, _, _ in cuts])
        starts = [end - len(numbers) for end, (numbers, _, _) in zip(ends, cuts, strict=True)]
        outputs = self._run(cuts, list(zip(starts, ends, strict=True)))
        return [
            [outputs[start + row] if row >= 0 else None for row in first]
            for start, (_, _, first) in zip(starts, cuts, strict=True)
        ]

    def _run(self, cuts: Sequence[Cut], bounds: Sequence[tuple[int, int]]) -> Array:
        weights = self._weights
        rows = np.concatenate([np.array(numbers) for numbers, _, _ in cuts])
        marks = np.concatenate([np.array(marks) for _, marks, _ in cuts])
        places = np.concatenate([np.arange(len(numbers)) for numbers, _, _ in cuts])
        hidden = self._words[rows] * weights["word_scales"][rows, None] + weights["places"][places]
        for column, name in enumerate(MARKS):
            hidden += weights[name][marks[:, column]]
        hidden = _normal(hidden, weights["norm"])
        for layer in range(self._depth):
            hidden = self._layer(hidden, f"{layer}.", bounds)
        result: Array = hidden @ weights["head"] + weights["head_bias"]
        return result

    def _layer(self, hidden: Array, name: str, bounds: Sequence[tuple[int, int]]) -> Array:
        weights = self._weights
        projected = hidden @ weights[name + "qkv"] + weights[name + "qkv_bias"]
        mixed = np.empty_like(hidden)
        for start, end in bounds:
            mixed[start:end] = _attention(projected[start:end])
        hidden = hidden + (mixed @ weights[name + "out"] + weights[name + "out_bias"])
        hidden = _normal(hidden, weights[name + "norm1"])
        inner = _gelu(hidden @ weights[name + "up"] + weights[name + "up_bias"])
        return _normal(hidden + (inner @ weights[name + "down"] + weights[name + "down_bias"]), weights[name + "norm2"])


def cut(words: Sequence[str], marks: Sequence[Mark]) -> Cut:
    """A sentence as the encoder reads it: every piece of a word has the word's mark."""
    numbers, first = pieces_of(words)
    spread = [NOBODY] * len(numbers)
    ends = [*first[1:], -1]
    for start, end, mark in zip(first, ends, marks, strict=True):
        if start >= 0:
            stop = end if end >= 0 else len(numbers) - 1
            spread[start:stop] = [mark] * (stop - start)
    return numbers, spread, first


def _batches(sentences: Iterable[Cut]) -> Iterator[list[Cut]]:
    """The sentences in order, as many together as fit."""
    batch: list[Cut] = []
    size = 0
    for one in sentences:
        if batch and size + len(one[0]) > AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += len(one[0])
    if batch:
        yield batch


def _attention(projected: Array) -> Array:
    count, width = projected.shape[0], projected.shape[1] // 3
    query, key, value = (
        projected[:, k * width : (k + 1) * width].reshape(count, HEADS, -1).transpose(1, 0, 2) for k in range(3)
    )
    scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width // HEADS))
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    scores /= scores.sum(axis=-1, keepdims=True)
    mixed: Array = (scores @ value).transpose(1, 0, 2).reshape(count, width)
    return mixed


def _normal(hidden: Array, scale_and_shift: Array) -> Array:
    centred = hidden - hidden.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(1e-12))
    normal: Array = centred / spread * scale_and_shift[0] + scale_and_shift[1]
    return normal


def _gelu(x: Array) -> Array:
    """The tanh form of GELU, by one exponential."""
    inner = x * (np.float32(1.5957691) + np.float32(0.0713548) * x * x)
    result: Array = x / (np.float32(1) + np.exp(-np.clip(inner, -30, 30)))
    return result


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def single_thread() -> AbstractContextManager[object]:
    """One thread for the matrices: the same sums in the same order, whatever the number of cores and workers."""
    limited: AbstractContextManager[object] = _threads().limit(limits=1)
    return limited


def is_shipped() -> bool:
    """Whether the package holds the encoder's weights."""
    return file("encoder.npz").is_file()


@loader
def encoder() -> Encoder:
    """The shipped encoder."""
    with file("encoder.npz").open("rb") as stored:
        return Encoder(dict(np.load(stored)))
