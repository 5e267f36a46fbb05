"""One pass over a text for everything the tables can name: states, bodies, offices, ranks, people, blockers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from bilateral.knowledge import organisations, regions, states, tables

MIXED = frozenset({"body", "organisation"})
"""Long names that are written with more or fewer capitals: "State department"."""
DIRECTIONS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})
SILENT = frozenset(
    "ADF SLA SNA SNC NPA STC OLA AUC NTC JI GAM UIC CNDP PUNTLAND CAN CARE "
    "GUAM NAM AA KIA ISA IMO ECO STL QUAD BIS EAC AES ALBA ISDB".split()
)
"""Codes of organisations that are common words or stand for other things: only the full name counts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in the tables stands for.

    ``kind`` is ``state``, ``adjective``, ``prefix``, ``people`` (of a state), ``capital``, ``residence``,
    ``organisation``, ``body`` (with a state of its own); ``bodyword``, ``office``, ``rank``, ``honorific``,
    ``human`` (words that need a state beside them); or ``none`` (a name that must not be read as a state).
    """

    kind: str
    code: str = ""
    slug: str = ""
    sector: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters ``[start, end)`` of a text are a name of ``entry``."""

    start: int
    end: int
    entry: Entry


def lower(text: str) -> str:
    """``text`` in lower case, of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _proper() -> Iterator[tuple[str, Entry]]:
    """Names written with a capital."""
    for name in tables.lines("notactors.txt"):
        yield name, Entry("none")
    for kind, names in (
        ("state", states.state_names()),
        ("people", states.peoples()),
        ("adjective", states.adjectives()),
        ("prefix", states.prefixes()),
        ("capital", states.capitals()),
    ):
        for name, code in names.items():
            yield name, Entry(kind, code, name=states.display(code))
    for name, code in states.TERRITORIES.items():
        yield name, Entry("territory", code, name=name)
    for row in tables.rows("residences.csv"):
        for name in tables.split(row["names"]):
            yield name, Entry("residence", row["code"], sector=row["sector"], name=name)
    for found in organisations.organisations().values():
        entry = Entry("organisation", found.code, sector=found.sector, name=found.name)
        acronym = () if found.code in SILENT else (found.code,)
        yield from ((name, entry) for name in (found.name, *found.variants, *acronym))
    for row in tables.rows("named_bodies.csv"):
        entry = Entry("body", row["code"], row["slug"], row["sector"], row["name"])
        yield from ((name, entry) for name in (row["name"], *tables.split(row["variants"])))

    for name, region in regions.regions().items():
        if name[0].islower() or (name.split()[0] in DIRECTIONS and name.split()[-1] in states.state_names()):
            continue  # "southern Lebanon" is read as Lebanon
        yield name, Entry("region" if region else "none", region or "", name=name)


def _common() -> Iterator[tuple[str, Entry]]:
    """Words that count in any case."""
    for row in tables.rows("bodies.csv"):
        for name in tables.split(row["names"]):
            yield name, Entry("bodyword", slug=row["slug"], sector=row["sector"], name=name)
    for row in tables.rows("offices.csv"):
        for name in tables.split(row["variants"]):
            yield name, Entry("office", slug=row["slug"], sector=row["sector"], name=row["name"])
    yield from ((name, Entry("rank", sector="MIL")) for name in tables.column("ranks.csv", "names"))
    yield from ((name, Entry("honorific")) for name in tables.column("honorifics.csv", "names"))
    for row in tables.rows("people.csv"):
        for name in tables.split(row["names"]):
            yield name, Entry("human", sector=row["sector"], name=name)


class Lexicon:
    """All names of the tables, to be found in a text in one pass."""

    def __init__(self) -> None:
        self._proper: dict[str, Entry] = {}
        self._common: dict[str, Entry] = {}
        for name, entry in _proper():
            self._proper.setdefault(name, entry)
            self._proper.setdefault(name.replace("'", "’"), entry)
        for name, entry in _common():
            self._common.setdefault(lower(name), entry)
        self._loud = {name.upper(): entry for name, entry in self._proper.items() if len(name) > 3}
        self._long = {lower(name): e for name, e in self._proper.items() if " " in name and e.kind in MIXED}
        self._automaton = AhoCorasick(sorted({lower(name) for name in self._proper} | set(self._common)))

    def entry(self, name: str) -> Entry | None:
        """What exactly these words stand for."""
        low = lower(name)
        mixed = self._long.get(low) if name[0].isupper() else None
        return self._proper.get(name) or self._common.get(low) or self._loud.get(name) or mixed

    def scan(self, text: str) -> list[Hit]:
        """The names in ``text``, leftmost and longest first, never overlapping, at the edges of words only."""
        found = [
            Hit(start, end, entry)
            for _, start, end in self._automaton.find_matches_as_indexes(lower(text), overlapping=True)
            if _whole(text, start, end) and (entry := self.entry(text[start:end]))
        ]
        found.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))


@cache
def lexicon() -> Lexicon:
    """The lexicon of the shipped tables; built once."""
    return Lexicon()
