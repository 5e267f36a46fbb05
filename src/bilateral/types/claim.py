"""Something a speaker, or the author, asserts that is not an event."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.types.actor import Speaker
from bilateral.types.span import Span

CLAIM_KINDS = ("assessment", "forecast", "motive", "position", "accusation", "praise")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; ``speaker`` is ``None`` for the article itself, ``about`` are country or organisation codes."""

    id: str
    document: str
    kind: str
    speaker: Speaker | None
    about: tuple[str, ...]
    date: str | None
    quote: Span
    coder: str
