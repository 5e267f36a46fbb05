"""What is exported, as plain dictionaries: the keys and their order are a contract with readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.event import Conflict, Event, Evidence
from bilateral.types.office import Tenure

if TYPE_CHECKING:
    from bilateral.record import DocumentRow, Hit, Logged, ToldClaim

Object = dict[str, Any]


def event_object(event: Event) -> Object:
    """One event, or one mention in the shape of an event."""
    plover = event.plover
    return {
        "id": event.id,
        "kind": event.kind,
        "plover": {"event": plover.event, "mode": plover.mode, "contexts": list(plover.contexts)},
        "score": event.score,
        "participants": [_participant(participant) for participant in event.participants],
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "place": _place(event.place),
        "status": event.status,
        "details": dict(sorted(event.details.items())),
        "confidence": event.confidence,
        "evidence": [_evidence(item) for item in event.evidence],
        "conflicts": [_conflict(conflict) for conflict in event.conflicts],
    }


def tenure_object(tenure: Tenure, names: Mapping[str, str]) -> Object:
    """A person in an office; ``names`` are those of documents by id."""
    told = {name: getattr(tenure, name) for name in tenure.__slots__ if name not in ("told", "rivals")}
    evidence = [
        {
            "document": names.get(h.document, h.document),
            "date": h.date,
            "former": h.former,
            "takes": h.takes,
            "start": h.words.start,
            "end": h.words.end,
        }
        for h in tenure.told
    ]
    return {**told, "rivals": list(tenure.rivals), "evidence": evidence}


def hit_object(hit: Hit) -> Object:
    """Something a search has found."""
    return {name: getattr(hit, name) for name in hit.__slots__}


def judgement_object(logged: Logged) -> Object:
    """A judgement and how it stands; mentions by their ids."""
    one = logged.judgement
    return {
        "id": one.id, "time": one.time, "author": one.author, "reason": one.reason, "act": one.act,
        "state": logged.state, "one": [a.mention for a in one.one], "other": [a.mention for a in one.other],
        "actors": list(one.actors or ()), "field": one.field, "value": one.value, "added": dict(one.added),
        "undoes": one.undoes,
    }  # fmt: skip


def claim_object(told: ToldClaim) -> Object:
    """One claim."""
    claim = told.claim
    return {
        "id": claim.id,
        "document": told.document,
        "kind": claim.kind,
        "speaker": _claimant(claim.speaker),
        "about": list(claim.about),
        "date": claim.date,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": told.quote,
    }


def document_object(row: DocumentRow) -> Object:
    """One document, without its text."""
    values = {name: getattr(row, name) for name in row.__slots__}
    tellings = [{name: getattr(one, name) for name in one.__slots__} for one in row.tellings]
    removed = {name: getattr(row.removed, name) for name in ("author", "time", "reason")} if row.removed else None
    lists = {"names": list(row.names), "copies": list(row.copies), "tellings": tellings}
    return {**values, **lists, "cut": dict(row.cut), "removed": removed}


def _participant(one: Participant) -> Object:
    told = {name: getattr(one, name) for name in ("actor", "name", "country", "sector", "office", "role", "side")}
    if not one.inferred:
        return told
    document, start, end = one.inferred_from or (None, None, None)
    return told | {"inferred": True, "inferred_from": {"document_id": document, "start": start, "end": end}}


def _place(place: Place | None) -> Object | None:
    return {name: getattr(place, name) for name in place.__slots__} if place else None


def _evidence(item: Evidence) -> Object:
    return {
        "document": item.document,
        "source": item.source,
        "published": item.published,
        "start": item.start,
        "end": item.end,
        "quote": item.quote,
        "attributed_to": _speaker(item.attributed_to),
        "status": item.status,
        "date": item.date,
        "mention": item.mention,
        "coder": item.coder,
        "fields": _fields(item.fields),
    }


def _speaker(speaker: Speaker | None) -> Object | None:
    return {"name": speaker.name, "office": speaker.office} if speaker else None


def _claimant(speaker: Speaker | None) -> Object | None:
    return {name: getattr(speaker, name) for name in ("actor", "name", "office", "country")} if speaker else None


def _fields(fields: Mapping[str, Any]) -> Object:
    return {name: [[span.start, span.end] for span in spans] for name, spans in fields.items()}


def _conflict(conflict: Conflict) -> Object:
    values = [{"value": side.value, "evidence": list(side.evidence)} for side in conflict.values]
    told: Object = {"field": conflict.field, "values": values}
    return told | {"note": conflict.note} if conflict.note else told
