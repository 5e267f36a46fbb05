"""How the two that read a text are weighed: layers over named features, and the encoder.

The weights are fitted on articles that neither had seen (training/mixes.py).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Mix:
    """Weights of the log-odds of the two."""

    named: float = 1.0
    context: float = 0.0
    bias: float = 0.0

    def of(self, named: float, context: float | None) -> float:
        """The log-odds that both amount to; those by named features alone where the encoder has not read the words."""
        return named if context is None else self.named * named + self.context * context + self.bias


@cache
def mix_of(name: str) -> Mix:
    """The weights for an answer: ``event``, ``status`` or one of the encoder's relations."""
    text = resources.files(__package__).joinpath("mixes.toml").read_text(encoding="utf-8")
    return Mix(**tomllib.loads(text)[name])
