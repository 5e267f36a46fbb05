"""A linear layer over named features, stored small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

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


@cache
def shipped(name: str) -> Linear:
    """The layer stored as data/NAME.npz."""
    with resources.files(__package__).joinpath("data", f"{name}.npz").open("rb") as file:
        held = np.load(file)
        return Linear(
            {feature: k for k, feature in enumerate(str(held["names"]).split("\n"))},
            tuple(str(held["outputs"]).split(" ")),
            held["weights"].astype(np.float32),
            held["bias"],
        )


def sigmoid(value: float) -> float:
    """Log-odds to probability."""
    return float(1 / (1 + np.exp(-value)))
