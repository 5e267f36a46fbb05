"""The same objects flat, one row each, for a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bilateral.export.objects import Object

Row = dict[str, Any]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: object) -> object:
    """``cell``, a text that a spreadsheet would take for a formula marked as text; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def event_row(event: Object) -> Row:
    """An event or mention: its values, then its reports and conflicts in readable words."""
    place = event["place"] or {}
    return {
        "id": event["id"],
        "kind": event["kind"],
        "status": event["status"],
        "date": event["date"],
        "earliest": event["earliest"],
        "latest": event["latest"],
        "actors": _people(event, "actor"),
        "recipients": _people(event, "recipient"),
        "countries": "; ".join(sorted({p["country"] for p in event["participants"] if p["country"]})),
        "place": place.get("name"),
        "place_country": place.get("country"),
        "details": "; ".join(f"{name}: {plain(value)}" for name, value in event["details"].items()),
        "plover": event["plover"]["event"],
        "mode": event["plover"]["mode"],
        "contexts": "; ".join(event["plover"]["contexts"]),
        "score": event["score"],
        "confidence": event["confidence"],
        "documents": len({item["document"] for item in event["evidence"]}),
        "evidence": " | ".join(report(item) for item in event["evidence"]),
        "conflicts": " | ".join(_conflict(conflict) for conflict in event["conflicts"]),
    }


def claim_row(claim: Object) -> Row:
    """A claim."""
    speaker = claim["speaker"] or {}
    return {
        "id": claim["id"],
        "document": claim["document"],
        "kind": claim["kind"],
        "speaker": speaker.get("name"),
        "office": speaker.get("office"),
        "country": speaker.get("country"),
        "about": "; ".join(claim["about"]),
        "date": claim["date"],
        "start": claim["start"],
        "end": claim["end"],
        "quote": claim["quote"],
    }


def plain_row(values: Object) -> Row:
    """Anything whose values are simple or lists of simple ones."""
    return {name: plain(value) if isinstance(value, list) else value for name, value in values.items()}


def document_row(document: Object) -> Row:
    """A document: who told what of it, what was cut and who removed it in readable words."""
    told = "; ".join(
        f"{one['field']} {one['value']} ({one['origin']}, {one['place']}, {one['certainty']})"
        for one in document["tellings"]
    )
    cut = "; ".join(f"{reason} {words}" for reason, words in document["cut"].items())
    removed = document["removed"]
    by = f"{removed['author']}, {removed['time']}" if removed else None
    return plain_row({**document, "tellings": told, "cut": cut, "removed": by})


ROWS: Mapping[str, Callable[[Object], Row]] = {
    "events": event_row,
    "mentions": event_row,
    "claims": claim_row,
    "documents": document_row,
    "actors": plain_row,
    "offices": lambda tenure: plain_row(tenure | {"evidence": len(tenure["evidence"])}),
    "hits": plain_row,
    "judgements": lambda told: plain_row(told | {"added": ", ".join(f"{k}: {v}" for k, v in told["added"].items())}),
}
"""How each kind of object becomes a row."""

_EVENT = (
    "id kind status date earliest latest actors recipients countries place place_country details plover mode contexts "
    "score confidence documents evidence conflicts"
)
COLUMNS: Mapping[str, list[str]] = {
    "events": _EVENT.split(),
    "mentions": _EVENT.split(),
    "claims": "id document kind speaker office country about date start end quote".split(),
    "documents": (
        "id name title source url published published_from retrieved format language characters mentions uncoded "
        "current names copies certainty tellings cut removed"
    ).split(),
    "actors": "actor name names country sector offices mentions first last".split(),
    "offices": "state office title actor name first last gone rivals evidence".split(),
    "hits": "sort id document published source snippet".split(),
    "judgements": "id time author reason act state one other actors field value added undoes".split(),
}
"""The columns of each, also where there is no row."""


def plain(value: object) -> str:
    """A value in words; a list with semicolons."""
    if value is None:
        return "none"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _people(event: Object, side: str) -> str:
    return "; ".join(_person(p) for p in event["participants"] if p["side"] == side)


def _person(participant: Object) -> str:
    told = [participant["office"], participant["country"] if not participant["actor"].startswith("state:") else None]
    behind = ", ".join(part for part in told if part and part != participant["name"])
    return f"{participant['name']} ({behind})" if behind else str(participant["name"])


def report(item: Object) -> str:
    """A quote with its document, its date and who says it."""
    where = ", ".join(part for part in (item["document"], item["published"]) if part)
    speaker = f", according to {item['attributed_to']['name']}" if item["attributed_to"] else ""
    return f"{where}: “{' '.join(item['quote'].split())}”{speaker}"


def _conflict(conflict: Object) -> str:
    return f"{conflict['field']}: {' / '.join(plain(side['value']) for side in conflict['values'])}"
