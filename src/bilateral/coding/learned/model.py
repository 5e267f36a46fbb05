"""The trained classifier: a linear layer over named features and word vectors, and what it says of a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from bilateral.coding.learned.mixing import mix_of
from bilateral.coding.learned.vectors import Vector, word_vectors
from bilateral.coding.learned.weights import file, loader

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of a word: how likely it tells an event, and if so of which kind and PLOVER type."""

    probability: float
    label: str
    plover: str


@dataclass(frozen=True, slots=True)
class Classifier:
    """Three softmax-linear heads over the same inputs: event or not, label, PLOVER type.

    ``names`` are the features that have weights; ``sparse`` is one row a feature, ``dense`` one row a dimension of
    :func:`dense_of`; columns are [event, labels..., PLOVER types...].
    """

    names: Mapping[str, int]
    labels: tuple[str, ...]
    plovers: tuple[str, ...]
    sparse: Weights
    dense: Weights
    bias: Weights

    def scores(self, features: Mapping[str, float], dense: Vector) -> Weights:
        """The scores of one candidate from its features and :func:`dense_of` it, column by column."""
        rows = [row for name in features if (row := self.names.get(name)) is not None]
        total: Weights = self.bias + self.sparse[rows].sum(axis=0) + dense @ self.dense
        return total

    def verdict(self, scores: Weights, context: Weights | None) -> Verdict:
        """What the scores amount to, weighed with those of the sentence encoder where it has read the sentence."""
        seen = np.zeros_like(scores) if context is None else context
        event = mix_of("event").of(scores[0], None if context is None else context[0])
        cut = 1 + len(self.labels)
        kinds = _log_softmax(scores[1:cut]) + _log_softmax(seen[1:cut])
        types = _log_softmax(scores[cut:]) + _log_softmax(seen[cut:])
        return Verdict(
            float(1 / (1 + np.exp(-event))), self.labels[int(kinds.argmax())], self.plovers[int(types.argmax())]
        )


def _log_softmax(scores: Weights) -> Weights:
    shifted = scores - scores.max()
    result: Weights = shifted - np.log(np.exp(shifted).sum())
    return result


def dense_of(token: Token) -> Vector:
    """The vector of a word and the mean of the words that hang on it."""
    vectors = word_vectors()
    below = (t.lemma_.lower() for t in token.subtree if t.pos_ in ("VERB", "NOUN", "ADJ") and t.i != token.i)
    return np.concatenate([vectors.of(token.lemma_.lower()), vectors.mean(below)])


@loader
def classifier() -> Classifier:
    """The shipped classifier."""
    with file("triggers.npz").open("rb") as stored:
        held = np.load(stored)
        return Classifier(
            {name: k for k, name in enumerate(str(held["names"]).split("\n"))},
            tuple(str(held["labels"]).split(" ")),
            tuple(str(held["plovers"]).split(" ")),
            held["sparse"].astype(np.float32),
            held["dense"].astype(np.float32),
            held["bias"].astype(np.float32),
        )
