"""What a headline tells of the persons of its article: "Finnish PM Korhonen visits Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bilateral.actors.sheet import OWNING
from bilateral.knowledge.lexicon import lexicon

DATELINE = re.compile(
    r"\s*[A-Z][A-Z .,'’/-]{2,40}"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.?|\d{1,2}) (?:[A-Z][a-z]{2,8}\.?|\d{1,2})(?:,? \d{4})?)?"
    r"(?: ?\([^()\n]{2,30}\))?\s*(?:--?|—|–)\s"
)
NAME = re.compile(r"\s+((?:[A-Z][\w’'-]+\s?){1,4})")


def introduced(title: str) -> Iterator[tuple[str, str]]:
    """Each name that stands behind a state and an office, with the code of the state."""
    for owner, office in pairwise(lexicon().scan(title)):
        between = title[owner.end : office.start]
        if owner.entry.kind in OWNING and office.entry.kind == "office" and between in (" ", "'s ", "’s "):
            match = NAME.match(title, office.end)
            if match and owner.entry.code:
                yield match[1].strip(), owner.entry.code


def dateline(text: str) -> int:
    """How many characters at the head of a text are a dateline, which tells where it was written and names no party."""
    match = DATELINE.match(text)
    return match.end() if match else 0
