"""Reading a cast from a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from bilateral.actors import Cast, Party, read_cast
from bilateral.language import analyser

Reader = Callable[..., Cast]


@cache
def cast_of(text: str, published: str | None = None) -> Cast:
    """The cast of a text."""
    return read_cast(analyser("en_core_web_sm").analyse(text), published=published)


class Told:
    """A text with its cast, asked by word."""

    def __init__(self, text: str, published: str | None = None) -> None:
        self.cast = cast_of(text, published)
        self.doc = self.cast.doc

    def of(self, word: str, nth: int = 0) -> list[Party]:
        """What the phrase headed by the ``nth`` such word stands for."""
        tokens = [token for token in self.doc if token.text == word]
        return self.cast.stands_for(tokens[nth])

    def countries(self, word: str, nth: int = 0) -> list[str | None]:
        """The same as codes."""
        return [party.country for party in self.of(word, nth)]

    def one(self, word: str, nth: int = 0) -> Party:
        """The one party that the phrase stands for."""
        (party,) = self.of(word, nth)
        return party

    def describing(self, word: str) -> list[str | None]:
        """The codes that the words before a noun name."""
        (token, *_) = [token for token in self.doc if token.text == word]
        return [party.country for party in self.cast.describes(token)]


@pytest.fixture(scope="session")
def told() -> type[Told]:
    """Make a :class:`Told` from a text."""
    return Told
