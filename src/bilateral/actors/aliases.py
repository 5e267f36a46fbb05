"""Abbreviations that a text itself explains: "the Justice and Equality Movement (JEM)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilateral.knowledge.lexicon import Entry, Hit

EXPLAINED = re.compile(r"\s*\(\s*[\"“']?([A-Z][A-Za-z]{0,6}[A-Z])[\"”']?\s*[,;)]")
NAMED = ("organisation", "body")


def explained(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, in order, with every abbreviation taken in the sense that this text gives it."""
    entries = dict(_explanations(text, hits))
    if not entries:
        return list(hits)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(entries, key=len, reverse=True))) + r")\b")
    added = [Hit(match.start(), match.end(), entries[match[0]]) for match in pattern.finditer(text)]
    places = {(hit.start, hit.end) for hit in added}
    kept = [hit for hit in hits if (hit.start, hit.end) not in places]
    return sorted([*kept, *added], key=lambda hit: (hit.start, -hit.end))


def _explanations(text: str, hits: Sequence[Hit]) -> Iterator[tuple[str, Entry]]:
    for hit in hits:
        if hit.entry.kind in NAMED and (match := EXPLAINED.match(text, hit.end)):
            yield match[1], hit.entry
