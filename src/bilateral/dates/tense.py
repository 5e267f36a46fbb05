"""A light guess at the tense around a date, for callers that have no parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

_IRREGULAR = (
    "was were had has have did said told went came took met began held fell rose brought bought sold lost won left "
    "sent "
    "gave got saw became kept led grew ran paid spoke struck stood wrote broke chose drew flew shot sought found built "
    "spent knew thought caught put set"
)
_EXPECTANT = (
    "scheduled due expected expects? plans? planned planning slated upcoming might may should must "
    "going|to set|to was|to were|to ahead|of"
)
_CUES = re.compile(
    r"(?P<end>[.!?]['\"”]*\s)"
    r"|\b(?P<future>will|shall|would|won't|is to|are to)\b"
    rf"|\b(?P<expectant>{'|'.join(_EXPECTANT.replace('|', '_').split()).replace('_', ' ')})\b"
    rf"|(?P<past>\b(?:{'|'.join(_IRREGULAR.split()).replace('_', ' ')})\b|\b[a-z]{{3,}}ed\b)",
)
_REACH = 150
Tense = Literal["past", "future"]


def tense_cues(text: str) -> Callable[[int], Tense | None]:
    """A function that tells the tense by the cue word before a character, else behind it, within its sentence."""
    cues: list[tuple[int, str]] | None = None

    def tense_at(char: int) -> Tense | None:
        nonlocal cues
        if cues is None:
            cues = [(found.start(), found.lastgroup or "") for found in _CUES.finditer(text)]
        behind = bisect_right(cues, (char, ""))
        before = _cue(cues, behind - 1, char)
        if before:
            return "past" if before == "past" else "future"
        return {"past": "past", "future": "future"}.get(_cue(cues, behind, char) or "")  # type: ignore[return-value]

    return tense_at


def _cue(cues: list[tuple[int, str]], place: int, char: int) -> str | None:
    """The kind of a cue when it lies near and in the same sentence."""
    if not 0 <= place < len(cues) or abs(char - cues[place][0]) > _REACH or cues[place][1] == "end":
        return None
    return cues[place][1]
