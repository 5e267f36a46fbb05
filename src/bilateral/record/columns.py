"""What is searched and sorted by, worked out from a mention, an event or a claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Any

from bilateral.record.schema import UNDATED
from bilateral.types.actor import Participant
from bilateral.types.edtf import bounds
from bilateral.types.event import Event
from bilateral.types.mention import Mention

Row = dict[str, Any]


def when(value: str | None) -> Row:
    """The date columns of an EDTF value."""
    return days(*(iso(bound) for bound in bounds(value)))


def days(earliest: str | None, latest: str | None) -> Row:
    """The date columns of bounds."""
    return {"earliest": earliest, "latest": latest, "day": earliest or latest or UNDATED}


def iso(bound: date | None) -> str | None:
    """A bound as text."""
    return bound.isoformat() if bound else None


def searched(told: Mention | Event) -> Row:
    """The columns that mentions and events have in common, but for the date's."""
    what = told.details.get("what")
    return {"id": told.id, "kind": told.kind, "status": told.status, "what": str(what) if what else None}


def mark(event: Event) -> Row:
    """The row that charts count an event by."""
    there = event.place
    first, last = ((bound or "")[:7] for bound in (event.earliest, event.latest))
    return {
        **searched(event),
        **days(event.earliest, event.latest),
        "month": first if first and first == last else None,
        "score": event.score,
        "confidence": event.confidence,
        "place": there.name if there else None,
        "country": there.country if there else None,
        "lat": there.lat if there else None,
        "lon": there.lon if there else None,
    }


def pairs(participants: Iterable[Participant]) -> list[tuple[str, str]]:
    """Each state that takes part beside itself, and every two of them in the order of their codes.

    What is only talked about takes no part.
    """
    states = sorted({p.country for p in participants if p.country and p.role != "topic"})
    return [*((state, state) for state in states), *combinations(states, 2)]


def fold(text: str) -> str:
    """``text`` without case and accents, for searching."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
