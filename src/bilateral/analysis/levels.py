"""At which level states met or acted: heads, ministers and chiefs, other officials."""

from __future__ import annotations

from functools import cache

from bilateral.knowledge import tables
from bilateral.types.event import Event

HEADS = frozenset({"president", "prime-minister", "monarch", "leader"})
MINISTERS = frozenset({
    "vice-president", "deputy-prime-minister", "foreign-minister", "defence-minister", "interior-minister",
    "finance-minister", "trade-minister", "justice-minister", "minister", "national-security-adviser", "speaker",
    "chief-of-army-staff", "chief-of-air-staff", "chief-of-naval-staff", "chief-of-general-staff",
    "intelligence-chief", "central-bank-governor", "secretary-general",
})  # fmt: skip
LEVELS = ("not told", "officials", "ministers and chiefs", "heads of state or government")
"""From low to high; ``not told`` where nobody acts for a state but the state itself."""


def level(event: Event) -> str:
    """The highest level of any who take part."""
    return LEVELS[max((_rank(p.office) for p in event.participants if p.office), default=0)]


def _rank(office: str) -> int:
    slug = _slugs().get(tables.fold(office), "")
    return 3 if slug in HEADS else 2 if slug in MINISTERS else 1


@cache
def _slugs() -> dict[str, str]:
    """Folded title of an office -> what it is, whatever it is called there."""
    return {tables.fold(row["name"]): row["slug"] for row in tables.rows("offices.csv")}
