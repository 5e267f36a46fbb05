"""Heads of state and government, foreign and defence ministers since 1990, for leaders whom no article introduces."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from bilateral.knowledge import tables
from bilateral.knowledge.organisations import organisations

PARTICLES = frozenset(
    "al el ul bin bint ibn ben abu abd abdel abdul de del della der den di da dos du la le van von zu y e".split()
)
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "VNM", "KHM"})
"""Where the family name stands first: "Wang Yi", "Kim Jong-un"."""
FIRST_OF_THREE = frozenset({"TWN", "HKG", "SGP", "UN"})
"""Where it does so in names of three parts, "Lee Hsien Loong", "Ban Ki-moon", but not in "John Lee", "Kofi Annan"."""
COMMON = frozenset(tables.lines("common_names.txt"))
"""Family names that are words or belong to many: alone they count only behind a title."""
MILITARY = frozenset(
    {"Defence Minister", "Secretary of Defense", "Defence Secretary", "Chief of Army Staff", "General"}
)
FULL = 2
"""A name of more parts than a given name and a family name."""
LINGERS, RARE_LINGERS = 12, 60
"""Years that a full name stays known after its bearer has left office; longer where the family name is rare."""


@dataclass(frozen=True, slots=True)
class Leader:
    """One term of office; ``until`` is 9999 while it lasts."""

    name: str
    keys: tuple[str, ...]
    country: str
    office: str
    since: int
    until: int

    def near(self, year: int | None, before: int = 0, after: int = 0) -> bool:
        """Whether ``year`` falls into the term, or so many years before or after it; an unknown year does."""
        return year is None or self.since - before <= year <= self.until + after

    @property
    def sector(self) -> str:
        """The PLOVER sector of the office."""
        if self.country in organisations():
            return organisations()[self.country].sector
        return "MIL" if self.office in MILITARY else "GOV"

    @property
    def lingers(self) -> int:
        """How many years after the term the full name is still taken for this leader."""
        return LINGERS if self.family in COMMON else RARE_LINGERS

    @property
    def family(self) -> str:
        """The name by which news call the leader."""
        first = self.country in FAMILY_FIRST or (self.country in FIRST_OF_THREE and len(self.keys) > FULL)
        return self.keys[0] if first else self.keys[-1]


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name that count in comparing it: folded, without particles and initials."""
    words = tables.fold(name).replace("-", " ").replace(".", " ").replace("'", "").split()
    return tuple(word for word in words if word not in PARTICLES and len(word) > 1) or tuple(words)


@cache
def _table() -> dict[str, tuple[Leader, ...]]:
    """Each word of a name -> the terms of those who bear it."""
    found: dict[str, list[Leader]] = defaultdict(list)
    for row in tables.rows("leaders.csv"):
        for name in (row["name"], *tables.split(row["variants"])):
            term = (row["country"], row["office"], int(row["from"]), int(row["to"] or 9999))
            leader = Leader(row["name"], name_keys(name), *term)
            for key in set(leader.keys):
                found[key].append(leader)
    return {key: tuple(leaders) for key, leaders in found.items()}


def by_full_name(keys: tuple[str, ...], year: int | None) -> Leader | None:
    """The leader of this full name, if the year does not speak against it and all bearers lead the same state."""
    bearers = [
        leader
        for leader in _table().get(keys[-1], ())
        if len(set(leader.keys)) > 1 and (set(leader.keys) <= set(keys) or set(keys) <= set(leader.keys))
    ]
    now = _one([leader for leader in bearers if leader.near(year)], year)
    lasting = [leader for leader in bearers if leader.country not in organisations()]
    return now or _one([leader for leader in lasting if leader.near(year, 8, leader.lingers)], year)


def by_family_name(key: str, year: int | None, office: str | None = None) -> Leader | None:
    """The one leader known by this name alone who held an office then (``office``, if a title tells it)."""
    bearers = [
        leader
        for leader in _table().get(key, ())
        if (leader.family == key or len(leader.keys) == 1) and (office is None or _fits(leader.office, office))
    ]
    return _one([leader for leader in bearers if leader.near(year, 0, 1)], year)


ALIKE = (
    {"Foreign Minister", "Secretary of State", "Foreign Secretary"},
    {"Defence Minister", "Secretary of Defense", "Defence Secretary"},
    {"Prime Minister", "Chancellor"},
    {"Leader", "President", "Supreme Leader", "Chief Executive", "Religious Leader"},
    {"King", "Queen", "Emir", "Sultan", "Crown Prince", "Religious Leader"},
    {
        "Secretary-General",
        "Director General",
        "Managing Director",
        "High Representative",
        "Commission President",
        "Commissioner",
    },
)
"""Offices that one word of a title can stand for."""


def _fits(held: str, told: str) -> bool:
    """Whether an office of the table can be meant by a title as told."""
    return held == told or any({held, told} <= group for group in ALIKE)


def _one(leaders: list[Leader], year: int | None) -> Leader | None:
    """The latest of these terms, if they are all of one state, or of one person who has led two in turn."""
    one_person = year is not None and len({leader.name for leader in leaders}) == 1
    alike = one_person or len({leader.country for leader in leaders}) == 1
    return leaders[-1] if alike else None
