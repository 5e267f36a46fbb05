"""Names compared: persons spelled in several ways, series told in translation, weapons by their designation."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from bilateral.knowledge import states
from bilateral.merging.words import WORD, close, fold, rarity, stem

TITLES = frozenset(
    "president prime minister foreign defence defense secretary general gen chief army staff state king "
    "queen prince chancellor ambassador mr mrs ms dr sir lord lady admiral adm colonel col lieutenant lt "
    "major maj marshal senator spokesman spokeswoman spokesperson deputy vice former the of and sheikh "
    "ayatollah pope".split()
)
YEAR = re.compile(r"(?:19|20)\d\d")
DESIGNATION = re.compile(r"\b([a-z]{1,6})[- ]?(\d{1,4})([a-z]{0,3})\b")


@lru_cache(maxsize=65536)
def person(name: str) -> tuple[str, ...]:
    """The folded parts of a person's name without titles: ``Gen. Qamar Javed Bajwa`` -> qamar, javed, bajwa."""
    parts = [part for part in WORD.findall(fold(name)) if part not in TITLES]
    return tuple(parts)


@lru_cache(maxsize=65536)
def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person: every part of the shorter is a part (or an initial) of the longer."""
    short, long = sorted((one, other), key=len)
    if not short or not any(len(part) > 2 for part in short):
        return False
    met = sum(any(close(part, other_part) for other_part in long) for part in short)
    initials = sum(len(part) <= 2 and any(other_part[0] == part[0] for other_part in long) for part in short)
    last = any(close(short[-1], part) for part in long)
    return last and met + initials >= len(short) - (len(short) > 2)


@cache
def state_names() -> frozenset[str]:
    """Names of states, folded: as places they hold every town in them."""
    return frozenset(fold(name) for name in states.state_names())


@lru_cache(maxsize=16384)
def town(name: str) -> str | None:
    """The folded name of a place; ``None`` when it is no more than a state."""
    return None if fold(name) in state_names() else fold(name)


@lru_cache(maxsize=16384)
def same_place(one: str, other: str) -> bool:
    """Whether two folded place names are one, perhaps spelled in two ways."""
    a, b = WORD.findall(one.replace("-", " ")), WORD.findall(other.replace("-", " "))
    return len(a) == len(b) and all(map(close, a, b))


@cache
def translations() -> dict[str, str]:
    """Every known name of a series -> the one that stands for all."""
    table = tomllib.loads(resources.files(__package__).joinpath("series.toml").read_text(encoding="utf-8"))
    return {fold(name): names[0] for names in table["names"] for name in names}


@lru_cache(maxsize=16384)
def series(name: str) -> str:
    """The one name of a series: without its edition, translated where the table knows it."""
    plain = " ".join(word for word in WORD.findall(fold(name).replace("-", " ")) if not word.isdigit())
    plain = re.sub(r"\b(?:exercises?|drills?|joint military|military|manoeuvres|maneuvers|the)\b", "", plain)
    plain = " ".join(plain.split())
    return translations().get(plain, plain)


def same_series(one: str, other: str) -> bool:
    """Whether two series names (as :func:`series` gives them) are one, perhaps misspelled."""
    return one == other or (one[:1] == other[:1] and close(one.replace(" ", ""), other.replace(" ", "")))


@lru_cache(maxsize=16384)
def edition(name: str) -> str | None:
    """The edition that a series name or a detail tells: a number, most often a year."""
    numbers = re.findall(r"\d+", name)
    return numbers[-1] if numbers else None


@lru_cache(maxsize=16384)
def designations(item: str) -> frozenset[str]:
    """Types of weapons in ``item``: ``four Mi-35M helicopters`` -> mi35. What follows the number is a variant."""
    return frozenset(f"{letters}{number}" for letters, number, _ in DESIGNATION.findall(fold(item)) if len(letters) > 0)


GENERIC = frozenset(
    stem(word)
    for word in (
        "agreement accord treaty pact deal memorandum understanding mou protocol contract "
        "convention declaration joint bilateral new landmark historic on of for the and to in "
        "between two countries a an with commission committee council group working dialogue talks "
        "meeting summit session"
    ).split()
)


@lru_cache(maxsize=16384)
def told(text: str) -> frozenset[str]:
    """The telling words of a title, an item or a mechanism, stemmed; empty when it has only general ones."""
    return frozenset(
        w for w in map(stem, WORD.findall(fold(text))) if w not in GENERIC and rarity(w) >= 0.0 and len(w) > 1
    )
