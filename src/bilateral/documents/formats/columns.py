"""Which column of a table, or field of a row, is which of ours: as the setting ``columns`` says, else by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bilateral.errors import UsageError
from bilateral.settings import Settings

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "full text", "fulltext", "body", "content", "article", "article text", "maintext"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "publication date", "date published", "published at", "pubdate"),
    "source": ("source", "publication", "publication title", "outlet", "newspaper", "publisher", "source name"),
    "url": ("url", "link", "web url", "address"),
    "id": ("id", "identifier", "document id"),
    "language": ("language", "lang"),
}
"""Our names, and what tables call them."""


def given(settings: Settings) -> dict[str, str]:
    """What the setting says, ours to theirs. Raises UsageError when it is not like ``text=Body,title=Headline``."""
    told: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in settings.text("columns").split(","))):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or ours not in NAMES or not theirs:
            raise UsageError(f"setting columns takes text=NAME,title=NAME ... of {', '.join(NAMES)}, not {pair!r}")
        told[ours] = theirs
    return told


def folded(name: str) -> str:
    """A column's name without case and with spaces for signs."""
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def mapping(head: Sequence[str], settings: Settings) -> dict[str, int]:
    """The place of each of our columns in a head line."""
    places = {folded(name): place for place, name in reversed(list(enumerate(head)))}
    told = given(settings)
    found: dict[str, int] = {}
    for ours, names in NAMES.items():
        for name in (folded(told[ours]),) if ours in told else names:
            if name in places:
                found.setdefault(ours, places[name])
    return found


def mapped(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """A row's cells under our names."""
    return {ours: row[place] for ours, place in columns.items() if place < len(row)}


def renamed(fields: dict[str, object], settings: Settings) -> dict[str, object]:
    """A row of JSON under our names, where the setting says that it has others."""
    told = given(settings)
    return fields | {ours: fields[theirs] for ours, theirs in told.items() if theirs in fields} if told else fields
