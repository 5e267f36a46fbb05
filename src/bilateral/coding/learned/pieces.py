"""Words to the pieces that the sentence encoder knows: greedy longest match, as in WordPiece (Wu et al. 2016)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
MAX_PIECES = 192
"""Pieces of a sentence that are read; words behind them have no context."""
_PARTS = re.compile(r"\w+|[^\w\s]")


@cache
def vocabulary() -> dict[str, int]:
    """Piece -> number: the vocabulary of bert-base-uncased, which MiniLM shares."""
    text = resources.files(__package__).joinpath("data", "vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.splitlines())}


def pieces_of(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Numbers of the pieces of a sentence, with its marks, and for each word the row of its first piece (-1: none)."""
    known = vocabulary()
    numbers, first = [known[FIRST]], []
    for word in words:
        pieces = _pieces(word)
        fits = bool(pieces) and len(numbers) + len(pieces) < MAX_PIECES
        first.append(len(numbers) if fits else -1)
        numbers.extend(pieces if fits else ())
    return [*numbers, known[LAST]], first


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[int, ...]:
    return tuple(number for part in _PARTS.findall(_plain(word)) for number in _split(part))


def _plain(word: str) -> str:
    """Lower case without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))


def _split(part: str) -> Iterable[int]:
    known, found, start = vocabulary(), [], 0
    while start < len(part):
        mark = "##" if start else ""
        end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in known), 0)
        if not end:
            return [known[UNKNOWN]]
        found.append(known[mark + part[start:end]])
        start = end
    return found
