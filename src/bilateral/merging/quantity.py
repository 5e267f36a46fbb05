"""Quantities compared: `more than 70` is no conflict with 100, `four` is 4."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bilateral.types.mention import Value

NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
WORDS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
AT_LEAST = re.compile(r"more than|over|at least|above|exceeding|>|\+")
AT_MOST = re.compile(r"less than|fewer than|up to|at most|under|below|<")
ABOUT = re.compile(r"about|around|some|nearly|almost|roughly|approximately|~|several")


@dataclass(frozen=True, slots=True)
class Amount:
    """A stretch of numbers that a quantity can mean."""

    low: float
    high: float

    def meets(self, other: Amount) -> bool:
        """Whether both can be true."""
        return self.low <= other.high and other.low <= self.high


def amount(value: Value | None) -> Amount | None:
    """What ``value`` says in numbers; ``None`` when it has none, or several."""
    if value is None or isinstance(value, bool | list):
        return None
    if isinstance(value, int | float):
        return Amount(value, value)
    text = value.lower()
    found = numbers(text)
    if len(found) != 1:
        return Amount(found[0], found[1]) if len(found) == 2 and re.search(r"\d\s*(?:-|–|to)\s*\d", text) else None
    return loosely(found[0], text)


def numbers(text: str) -> list[float]:
    """The numbers in ``text``, scale words counted in."""
    found: list[float] = []
    for word in re.findall(r"\d+(?:[,.]\d+)*|[a-z]+", text):
        if NUMBER.fullmatch(word):
            found.append(float(re.sub(r",(?=\d{3})", "", word).replace(",", ".")))
        elif word in WORDS:
            found.append(WORDS[word])
        elif word in SCALES:
            found[-1:] = [(found[-1] if found else 1) * SCALES[word]]
    return found


def loosely(number: float, text: str) -> Amount:
    """``number`` as its words tell it: at least, at most, about, exactly."""
    if AT_LEAST.search(text):
        return Amount(number, float("inf"))
    if AT_MOST.search(text):
        return Amount(0, number)
    slack = number * 0.1 if ABOUT.search(text) else 0
    return Amount(number - slack, number + slack)
