"""PLOVER-JSON: the fields of the chapter "JSON Data Fields" of the PLOVER manual, and some of ours beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from bilateral.analysis.bearing import involved
from bilateral.export.array import write_array
from bilateral.export.chosen import Chosen
from bilateral.knowledge.plover import quad
from bilateral.types.actor import Participant, Place
from bilateral.types.event import Event

AUXILIARY = {
    "planned": "future",
    "proposed": "future",
    "cancelled": "negation",
    "denied": "negation",
    "hypothetical": "hypothetical",
}
"""PLOVER's auxiliary modes for what has not happened."""


def write(chosen: Chosen, out: TextIO) -> None:
    """An array of one record an event: lists of actors, not pairs."""
    write_array((_record(chosen, event) for event in chosen.events()), out)


def _record(chosen: Chosen, event: Event) -> dict[str, Any]:
    modes = [mode for mode in (event.plover.mode, AUXILIARY.get(event.status)) if mode]
    return {
        "id": event.id,
        "date": event.earliest,
        "enddate": event.latest,
        "source": list(_side(event, "actor")),
        "target": list(_side(event, "recipient")),
        "event": event.plover.event,
        "mode": modes,
        "context": list(event.plover.contexts),
        "quadCode": quad(event.plover.event),
        "eventScale": event.score,
        "eventLoc": _location(event.place),
        **_text(chosen, event),
        "coder": event.evidence[0].coder if event.evidence else None,
        "codebook": "PLOVER",
        "edtf": event.date,
        "status": event.status,
        "kind": event.kind,
        "details": dict(sorted(event.details.items())),
        "confidence": event.confidence,
    }


def _side(event: Event, side: str) -> Iterator[dict[str, Any]]:
    return (_actor(one) for one in involved(event) if one.side == side)


def _actor(one: Participant) -> dict[str, Any]:
    told = {
        "code": one.country,
        "sector": one.sector,
        "identifier": one.actor,
        "actorText": one.name,
        "office": one.office,
    }
    return {name: value for name, value in told.items() if value is not None}


def _location(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    told = {
        "geonameid": place.geonameid,
        "name": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "country": place.country,
    }
    return {name: value for name, value in told.items() if value is not None}


def _text(chosen: Chosen, event: Event) -> dict[str, Any]:
    """The first report in the manual's fields, and every report in ``reports``."""
    reports = [
        {
            "text": item.quote,
            "citation": item.document,
            "publication": item.source,
            "url": chosen.by_id[item.document_id].url,
            "language": chosen.by_id[item.document_id].language,
            "textInfo": {"start": item.start, "end": item.end},
        }
        for item in event.evidence
    ]
    return {**(reports[0] if reports else {}), "reports": reports}
