"""A light guess at the tense around a date, for callers that have no parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

_CUES = re.compile(
    r"(?P<end>[.!?]['\"”]*\s)"
    r"|\b(?P<future>will|shall|would|won't|scheduled|due|expected|expects?|plans?|planned|planning|going to|set to|slated|upcoming|is to|are to|was to|were to|might|may|could|should|must|ahead of)\b"
    r"|(?P<past>\b(?:was|were|had|has|have|did|said|told|went|came|took|made|met|began|held|fell|rose|brought|bought|sold|lost|won|left|sent|gave|got|saw|became|kept|led|grew|ran|paid|spoke|struck|stood|wrote|broke|chose|drew|flew|shot|sought|found|built|spent|knew|thought|caught|put|set)\b|\b[a-z]{3,}ed\b)",
)
_REACH = 150


def tense_cues(text: str) -> Callable[[int], Literal["past", "future", None]]:
    """A function that tells the tense of the last cue word before a character, within its sentence."""
    places: list[int] | None = None
    kinds: list[str] = []

    def tense_at(char: int) -> Literal["past", "future", None]:
        nonlocal places
        if places is None:
            cues = [(found.start(), found.lastgroup or "") for found in _CUES.finditer(text)]
            places = [start for start, _ in cues]
            kinds.extend(kind for _, kind in cues)
        behind = bisect_right(places, char)
        for place in (behind - 1, behind):
            if 0 <= place < len(places) and abs(char - places[place]) < _REACH and kinds[place] != "end":
                return "future" if kinds[place] == "future" else "past"
        return None

    return tense_at
