"""A small notation for rules over word classes, compiled to regular expressions over one character a word.

``THE? early:EARLY HYPHEN? (year:YEAR | month:MON)`` reads: classes in capitals, ``name:CLASS`` keeps the word under
that name, ``?`` makes optional, ``( | )`` groups. The text is read once into a string that has one character for the
class of each word; rules match that string, so their cost does not hang on the length of words or gaps, and since
nothing repeats without bound none can run away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"\s*(?:(?P<name>\w+):)?(?P<kind>[A-Z][A-Z0-9_]*)|\s*(?P<mark>[()|?])")


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled piece: its expression, the symbols it can begin with, whether it can be empty."""

    expression: str
    first: frozenset[str]
    empty: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule as an expression; ``names`` are those of its groups in order (one name may stand in several branches)."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    names: tuple[str, ...]


class Alphabet:
    """One character for each word class; ``unions`` name sets of classes."""

    def __init__(self, kinds: Iterable[str], unions: Mapping[str, str]) -> None:
        self._symbols = {kind: chr(0x4E00 + number) for number, kind in enumerate(sorted(set(kinds)))}
        self._unions = {
            name: frozenset(self._symbols[kind] for kind in members.split()) for name, members in unions.items()
        }

    def symbol(self, kind: str) -> str:
        """The character of a class."""
        return self._symbols[kind]

    def compile(self, notation: str) -> Compiled:
        """A rule ready to be matched. Raises ValueError on a wrong notation."""
        pieces = list(_PIECE.finditer(notation))
        if "".join(found.group() for found in pieces).replace(" ", "") != re.sub(r"\s", "", notation):
            raise ValueError(f"wrong notation: {notation!r}")
        part, rest = self._either(pieces)
        if rest:
            raise ValueError(f"wrong notation: {notation!r}")
        names = tuple(piece["name"] for piece in pieces if piece["name"])
        return Compiled(re.compile(part.expression), part.first, names)

    def _either(self, pieces: list[re.Match[str]]) -> tuple[Part, list[re.Match[str]]]:
        branches, rest = [], pieces
        while True:
            branch, rest = self._sequence(rest)
            branches.append(branch)
            if not rest or rest[0]["mark"] != "|":
                break
            rest = rest[1:]
        expression = "(?:" + "|".join(branch.expression for branch in branches) + ")"
        return Part(expression, frozenset().union(*(b.first for b in branches)), any(b.empty for b in branches)), rest

    def _sequence(self, pieces: list[re.Match[str]]) -> tuple[Part, list[re.Match[str]]]:
        whole, rest = Part("", frozenset(), True), pieces
        while rest and rest[0]["mark"] not in (")", "|"):
            item, rest = self._item(rest)
            first = whole.first | item.first if whole.empty else whole.first
            whole = Part(whole.expression + item.expression, first, whole.empty and item.empty)
        return whole, rest

    def _item(self, pieces: list[re.Match[str]]) -> tuple[Part, list[re.Match[str]]]:
        head, rest = pieces[0], pieces[1:]
        if head["mark"] == "(":
            item, rest = self._either(rest)
            if not rest:
                raise ValueError("a bracket is not closed")
            rest = rest[1:]
        elif head["kind"]:
            item = self._terminal(head["kind"], head["name"])
        else:
            raise ValueError(f"unexpected {head.group()!r}")
        if rest and rest[0]["mark"] == "?":
            item, rest = Part(f"(?:{item.expression})?", item.first, True), rest[1:]
        return item, rest

    def _terminal(self, kind: str, name: str | None) -> Part:
        symbols = self._unions.get(kind) or frozenset(self._symbols[kind])
        expression = "[" + "".join(sorted(symbols)) + "]"
        return Part(f"({expression})" if name else expression, symbols, False)
