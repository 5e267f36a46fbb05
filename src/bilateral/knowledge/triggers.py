"""The words that tell an event: frames by kind, and the classes of nouns that decide between readings.

Entries are written in a small notation, one frame a kind (data/triggers/*.toml)::

    visit(obj)                 the verb; the second side is its object
    call_on(on)                a verb with a particle or preposition
    sign[agreement](with)      only where the object (or what is told by "of") is a noun of the class
    travel(to)!                only where the slot names a party
    nuclear-test(by)           a noun with the compound before it

Slots: ``obj`` object or passive subject, ``iobj`` dative, ``clause`` who acts in the complement clause,
anything else a preposition.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_ENTRY = re.compile(r"(?P<word>[\w-]+)(?:\[(?P<noun>[\w-]+)\])?(?:\((?P<slots>[\w,]*)\))?(?P<strict>!?)(?P<back><?)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What an entry means: kind, PLOVER code and the roles of the two sides."""

    kind: str
    plover: str
    roles: tuple[str, str]
    mode: str | None = None
    what: str | None = None
    direction: str | None = None
    joint: bool = False
    reversed: bool = False
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger word and how its arguments map to the sides of its frame."""

    lemma: str
    particles: tuple[str, ...]
    noun_class: str | None
    slots: tuple[str, ...]
    strict: bool
    frame: Frame

    @property
    def weight(self) -> int:
        """How specific the entry is; the most specific that fits wins."""
        return 2 * (self.noun_class is not None) + 3 * len(self.particles)


@dataclass(frozen=True, slots=True)
class Triggers:
    """All entries by lemma: ``verbs["sign"]``, ``nouns["talk"]``."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]


@cache
def triggers() -> Triggers:
    """The shipped entries."""
    verbs: dict[str, list[Entry]] = defaultdict(list)
    nouns: dict[str, list[Entry]] = defaultdict(list)
    for row in _frames():
        frame = _frame(row)
        for text in row.get("verbs", "").split():
            _file(verbs, _verb(text, frame))
        for text in row.get("nouns", "").split():
            _file(nouns, _noun(text, frame))
    return Triggers(_sorted(verbs), _sorted(nouns))


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Classes of nouns by name."""
    rows = tomllib.loads(_data("classes.toml"))
    return {name: frozenset(text.split()) for name, text in rows.items()}


def _data(name: str) -> str:
    return resources.files(__package__).joinpath("data", "triggers", name).read_text(encoding="utf-8")


def _frames() -> Iterator[dict[str, str]]:
    for name in ("consult.toml", "cooperate.toml", "speech.toml", "conflict.toml"):
        yield from tomllib.loads(_data(name))["frame"]


def _frame(row: Mapping[str, object]) -> Frame:
    given = {key: value for key, value in row.items() if key not in ("verbs", "nouns")}
    for key in ("roles", "contexts"):
        if key in given:
            given[key] = tuple(given[key])  # type: ignore[arg-type]
    return Frame(**given)  # type: ignore[arg-type]


def _parse(text: str) -> re.Match[str]:
    match = _ENTRY.match(text)
    if not match:
        raise ValueError(f"trigger entry {text!r} does not follow the notation")
    return match


def _verb(text: str, frame: Frame) -> Entry:
    match = _parse(text)
    lemma, *particles = match["word"].split("_")
    return _entry(match, lemma, tuple(particles), frame)


def _noun(text: str, frame: Frame) -> Entry:
    match = _parse(text)
    *before, lemma = match["word"].split("-")
    return _entry(match, lemma, tuple(before), frame)


def _entry(match: re.Match[str], lemma: str, particles: tuple[str, ...], frame: Frame) -> Entry:
    slots = tuple((match["slots"] or "").split(",")) if match["slots"] else ()
    return Entry(lemma, particles, match["noun"], slots, bool(match["strict"]), frame)


def _file(table: dict[str, list[Entry]], entry: Entry) -> None:
    table[entry.lemma].append(entry)


def _sorted(table: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {lemma: tuple(sorted(rows, key=lambda e: -e.weight)) for lemma, rows in table.items()}
