"""Words of assertion: verbs that tell a claim, and what inside a claim shows its kind."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def claim_words(name: str) -> frozenset[str]:
    """The lemmas of a class. Raises KeyError when there is no such class."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("data", "claim_words.toml").read_text(encoding="utf-8")
    return {name: frozenset(value.split()) for name, value in tomllib.loads(text).items()}
