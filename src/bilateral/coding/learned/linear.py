"""A linear layer over named features, stored small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bilateral.coding.learned.weights import file, loader

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of named features, one column an output; an unknown feature weighs nothing."""

    names: Mapping[str, int]
    outputs: tuple[str, ...]
    weights: Weights
    bias: Weights

    def scores(self, features: Iterable[str]) -> Weights:
        """One score an output (log-odds)."""
        rows = [row for name in features if (row := self.names.get(name)) is not None]
        total: Weights = self.bias + self.weights[rows].sum(axis=0)
        return total

    def save(self, path: Path) -> None:
        """Store in half precision."""
        np.savez_compressed(
            path,
            names=np.array("\n".join(self.names)),
            outputs=np.array(" ".join(self.outputs)),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
        )


@loader
def shipped(name: str) -> Linear:
    """The layer stored as NAME.npz."""
    with file(f"{name}.npz").open("rb") as stored:
        held = np.load(stored)
        return Linear(
            {feature: k for k, feature in enumerate(str(held["names"]).split("\n"))},
            tuple(str(held["outputs"]).split(" ")),
            held["weights"].astype(np.float32),
            held["bias"],
        )


def sigmoid(value: float) -> float:
    """Log-odds to probability."""
    return float(1 / (1 + np.exp(-value)))
