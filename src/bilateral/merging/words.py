"""Words as merging compares them: folded, lightly stemmed, and weighed by how rare they are in news."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from math import log

WORD = re.compile(r"[a-z0-9]+(?:-[a-z]*[0-9][a-z0-9]*)*")
SUFFIXES = ("ations", "ation", "ings", "ing", "ions", "ion", "ies", "ers", "er", "ed", "es", "e", "s", "y")
RARE = 1.0
SWAPPED = str.maketrans("qcwzjy", "kkvsii")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` in lower case without accents, apostrophes or anything that a keyboard lacks."""
    if text.isascii():
        return text.lower().replace("'s", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return (
        "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").replace("'s", "").replace("'", "")
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``word`` without its ending, so that `defence` meets `defense` and `signed` meets `signing`."""
    if len(word) < 4 or not word.isalpha():
        return word
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] + "s" if word.endswith("nc") else word


def stems(text: str) -> Iterator[str]:
    """The stemmed words of ``text`` in order."""
    return (stem(word) for word in WORD.findall(fold(text)))


@cache
def shares() -> dict[str, float]:
    """The share of news articles that use a common word; what is not here is rare."""
    lines = resources.files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(count) / 1000 for word, count in (line.split() for line in lines)}


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """From 0 (every article has it) to 1 (a word that tells stories apart)."""
    if len(word) < 2:
        return 0.0
    share = shares().get(word)
    return RARE if share is None else min(RARE, max(0.0, log(0.25 / share) / log(0.25 / 0.01)))


def weigh(words: Iterable[str]) -> dict[str, float]:
    """Each word that weighs anything, with its rarity."""
    weighed = ((word, rarity(word)) for word in set(words))
    return {word: weight for word, weight in weighed if weight > 0.05}


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a folded name, letters that transliterations swap made one: Kayani and Kiyani are one."""
    swapped = name.translate(SWAPPED)
    swapped = swapped.replace("ph", "f").replace("kh", "h").replace("gh", "g").replace("ks", "x")
    bones = swapped[:1] + re.sub(r"[aeiou]", "", swapped[1:])
    return re.sub(r"(.)\1+", r"\1", bones)


@lru_cache(maxsize=65536)
def close(one: str, other: str) -> bool:
    """Whether two folded words are one name spelled twice."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or any(c.isdigit() for c in one + other):
        return False
    return (len(skeleton(one)) > 2 and skeleton(one) == skeleton(other)) or edits(one, other) <= min(
        len(one), len(other)
    ) // 5


@lru_cache(maxsize=65536)
def edits(one: str, other: str) -> int:
    """How many letters to insert, drop, change or swap with the next (optimal string alignment)."""
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = last, row, [i, *([0] * len(other))]
        for j, b in enumerate(other, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
    return row[-1]
