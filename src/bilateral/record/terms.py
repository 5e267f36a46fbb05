"""Words as search compares them, the same on every database: without case, accents, signs and common endings.

What a user types is words too, never the syntax of a database: ``Mi-35`` is two words that stand together, as is
everything between quotation marks; a mark that is never closed is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bilateral.errors import UsageError
from bilateral.record.columns import fold

WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r'["“”„«]([^"“”„«»]*)["“”»]|(\S+)')
LONGEST = 60
VOWEL = re.compile(r"[aeiouy]")

Term = tuple[str, ...]
"""Words that stand one behind the other."""


def words(text: str) -> list[str]:
    """The words of ``text`` in order, each as it is compared."""
    return [plain(word) for word in WORD.findall(fold(text))]


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word as it is compared, with its start and end in ``text``."""
    for found in WORD.finditer(text):
        for word in words(found.group()):
            yield word, found.start(), found.end()


def terms(query: str) -> list[Term]:
    """What a query asks for. Raises UsageError when it holds no word."""
    asked = [tuple(words(one or other)) for one, other in QUOTED.findall(query)]
    found = list(dict.fromkeys(term for term in asked if term))
    if not found:
        raise UsageError(f"{query!r} holds no word to search for; give some, or a phrase between quotation marks")
    return found


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A folded word without the endings of number and tense: ``delivered``, ``delivers`` and ``deliver`` are one."""
    word = word[:LONGEST]
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = untensed(word)
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def untensed(word: str) -> str:
    """Without ``ed`` or ``ing``, the consonant before it single again."""
    if word.endswith("eed"):
        return word[:-1] if len(word) > 5 else word
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and VOWEL.search(rest):
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsze" else rest
    return word
