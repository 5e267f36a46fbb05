"""The note on the author that ends an article: a person of whom the article itself does not speak."""

from __future__ import annotations

import re

from bilateral.documents.cleaning.lines import WORD, Line

NOTE = re.compile(
    r"\W?((?:(?:Dr|Prof|Professor|Amb|Ambassador|Gen|Lt|Col|Mr|Ms|Mrs)\.? )?(?:[A-Z][\w.’'\-]+ ){2,4})"
    r"(?:is|was|works|teaches|writes|serves|covers|reports) .{0,200}?\b"
    r"(?:fellow|professor|lecturer|candidate|researcher?|analyst|journalist|correspondent|columnist|editor|author|scholar"
    r"|student|reporter|writer|consultant|associate|freelance|director|commentator|historian)\b"
)


def mark_author(lines: list[Line]) -> None:
    """Cut a last paragraph that tells what a person works as whose name stands nowhere else but in a byline."""
    prose = [line for line in lines if line.kept and line.prose]
    for line in prose[-1:] if len(prose) > 2 else ():
        match = NOTE.match(line.text) if line.words <= 70 else None
        if match and not named(WORD.findall(match[1])[-1], [other for other in prose if other is not line]):
            line.cut("author note")


def named(name: str, prose: list[Line]) -> bool:
    """True if the article speaks of ``name``."""
    return any(name in line.text for line in prose)
