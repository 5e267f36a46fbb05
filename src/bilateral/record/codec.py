"""Frozen dataclasses to JSON and back, for the payload columns. Short keys are not worth their obscurity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.claim import Claim
from bilateral.types.document import Cut
from bilateral.types.event import Conflict, ConflictValue, Event
from bilateral.types.mention import Mention, Plover
from bilateral.types.span import Span

Fields = Mapping[str, tuple[Span, ...]]
Json = dict[str, Any]


def dumps(value: object) -> str:
    """Compact JSON, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_mention(mention: Mention) -> str:
    """The payload of a mention."""
    return dumps(
        {
            **_values(mention),
            "document": mention.document,
            "speaker": _slots(mention.speaker),
            "quotes": [_span(quote) for quote in mention.quotes],
            "coder": mention.coder,
            "fields": {name: [_span(span) for span in spans] for name, spans in sorted(mention.fields.items())},
        }
    )


def load_mention(payload: str) -> Mention:
    """A mention from its payload."""
    told = json.loads(payload)
    return Mention(
        id=told["id"],
        document=told["document"],
        kind=told["kind"],
        plover=_plover(told["plover"]),
        score=told["score"],
        participants=_participants(told["participants"]),
        date=told["date"],
        place=Place(**told["place"]) if told["place"] else None,
        status=told["status"],
        details=told["details"],
        speaker=Speaker(**told["speaker"]) if told["speaker"] else None,
        quotes=_spans(told["quotes"]),
        confidence=told["confidence"],
        coder=told["coder"],
        fields={name: _spans(spans) for name, spans in told["fields"].items()},
    )


def dump_event(event: Event) -> str:
    """The payload of an event: its values and conflicts; the evidence is in its mentions."""
    conflicts = [
        {"field": c.field, "values": [[v.value, list(v.evidence)] for v in c.values], "note": c.note}
        for c in event.conflicts
    ]
    return dumps({**_values(event), "earliest": event.earliest, "latest": event.latest, "conflicts": conflicts})


def load_event(payload: str) -> Event:
    """An event from its payload, without evidence."""
    told = json.loads(payload)
    return Event(
        id=told["id"],
        kind=told["kind"],
        plover=_plover(told["plover"]),
        score=told["score"],
        participants=_participants(told["participants"]),
        date=told["date"],
        earliest=told["earliest"],
        latest=told["latest"],
        place=Place(**told["place"]) if told["place"] else None,
        status=told["status"],
        details=told["details"],
        confidence=told["confidence"],
        conflicts=tuple(_conflict(conflict) for conflict in told["conflicts"]),
    )


def dump_claim(claim: Claim) -> str:
    """The payload of a claim."""
    told = {**_known(claim), "speaker": _slots(claim.speaker), "about": list(claim.about), "quote": _span(claim.quote)}
    return dumps(told)


def load_claim(payload: str) -> Claim:
    """A claim from its payload."""
    told = json.loads(payload)
    speaker = Speaker(**told.pop("speaker")) if told["speaker"] else told.pop("speaker")
    return Claim(**{**told, "speaker": speaker, "about": tuple(told["about"]), "quote": Span(*told["quote"])})


def dump_cuts(cuts: Iterable[Cut]) -> str:
    """The payload of what was cut from a document."""
    return dumps([[cut.offset, cut.text, cut.reason] for cut in cuts])


def load_cuts(payload: str) -> tuple[Cut, ...]:
    """What was cut, from its payload."""
    return tuple(Cut(*told) for told in json.loads(payload))


def _values(told: Mention | Event) -> Json:
    """What mentions and events have in common."""
    return {
        "id": told.id,
        "kind": told.kind,
        "plover": [told.plover.event, told.plover.mode, list(told.plover.contexts)],
        "score": told.score,
        "participants": [_slots(participant) for participant in told.participants],
        "date": told.date,
        "place": _slots(told.place),
        "status": told.status,
        "details": dict(sorted(told.details.items())),
        "confidence": told.confidence,
    }


def _slots(value: Participant | Place | Speaker | None) -> Json | None:
    """The attributes of ``value``; those of an inference only where there is one."""
    if value is None:
        return None
    told = {name: getattr(value, name) for name in value.__slots__}
    return {name: one for name, one in told.items() if one or not name.startswith("inferred")}


def _known(claim: Claim) -> Json:
    return {name: getattr(claim, name) for name in ("id", "document", "kind", "date", "coder")}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(told: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in told)


def _plover(told: list[Any]) -> Plover:
    return Plover(told[0], told[1], tuple(told[2]))


def _participants(told: Iterable[Json]) -> tuple[Participant, ...]:
    return tuple(_participant(participant) for participant in told)


def _participant(told: Json) -> Participant:
    found = told.pop("inferred_from", None)
    return Participant(**told, inferred_from=(found[0], found[1], found[2]) if found else None)


def _conflict(told: Json) -> Conflict:
    values = tuple(ConflictValue(value, tuple(evidence)) for value, evidence in told["values"])
    return Conflict(told["field"], values, told["note"])
