"""Events made by hand, for what only reckons with them."""

from __future__ import annotations

from typing import Any

from bilateral.types.actor import Participant
from bilateral.types.edtf import bounds
from bilateral.types.event import Event, Evidence
from bilateral.types.mention import Plover


def state(code: str, role: str, side: str = "actor") -> Participant:
    return Participant(f"state:{code}", code, code, "GOV", None, role, side)  # type: ignore[arg-type]


def report(source: str, quote: str = "Peru went to Chile.", **changes: Any) -> Evidence:
    told: dict[str, Any] = {
        "document": f"{source}.txt",
        "document_id": f"doc_{source}",
        "source": source,
        "published": None,
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "attributed_to": None,
        "status": "occurred",
        "date": None,
        "mention": f"mtn_{source}",
        "coder": "hand/1.0",
        "fields": {},
    }
    return Evidence(**{**told, **changes})


def made(id: str, date: str | None, score: float = 4.0, **changes: Any) -> Event:
    """A visit of Peru to Chile, unless ``changes`` say otherwise."""
    first, last = bounds(date)
    told: dict[str, Any] = {
        "id": f"evt_{id}",
        "kind": "visit",
        "plover": Plover("CONSULT", "visit"),
        "score": score,
        "participants": (state("PER", "visitor"), state("CHL", "host", "recipient")),
        "date": date,
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
        "place": None,
        "status": "occurred",
        "details": {},
        "confidence": 0.9,
        "evidence": (report(f"paper-{id}", status=changes.get("status", "occurred"), date=date),),
    }
    return Event(**{**told, **changes})
