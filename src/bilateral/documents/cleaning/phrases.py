"""The words that furniture is known by, read from ``phrases.toml`` beside this file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

EDGES = " \t*_#|•·»«›‹>:–—-.,!→←↑▼▲►▶+✕×=~"
GLUED = re.compile(
    r"(?:(?<=[.!?”\"’)])(?:(?:Leave a (?:Reply|Comment)|Post a Comment|Share this|Your email address will)\b"
    r"|(?i:read more|also read|read also|see also|related|recommended)\s*:"
    r"|(?:Advertisement|ADVERTISEMENT|Read [Mm]ore|Subscribe|Share|Comments?)\W*$)"
    r"|(?<=[.!?”\"’)]) (?:Leave a (?:Reply|Comment)\b|(?i:read more|also read|read also|see also)\s*:(?!.*[.] [A-Z])))"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one sort of furniture."""

    reason: str
    words: int
    late: bool
    loose: bool
    whole: re.Pattern[str] | None
    start: re.Pattern[str] | None
    within: re.Pattern[str] | None

    def match(self, line: str, words: int) -> bool:
        """True if ``line``, of so many words, is this sort of furniture."""
        bare = line.strip(EDGES)
        if words and self.whole and self.whole.fullmatch(bare):
            return True
        if words > self.words or (self.loose and line.endswith(".")):
            return False
        begins = self.start and self.start.match(line.lstrip(EDGES))
        return bool(begins or (self.within and self.within.search(line)))


@cache
def phrases() -> tuple[Phrases, ...]:
    """Every sort, in the order of the table."""
    table = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    return tuple(
        Phrases(
            entry["reason"],
            entry.get("words", 40),
            entry.get("late", False),
            entry.get("loose", False),
            *(either(entry.get(part)) for part in ("whole", "start", "within")),
        )
        for entry in table.values()
    )


def either(patterns: list[str] | None) -> re.Pattern[str] | None:
    """One pattern that matches what any of ``patterns`` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I) if patterns else None
