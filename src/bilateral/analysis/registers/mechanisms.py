"""Joint bodies and their sessions: one row a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.analysis.people import having, joined, states, text
from bilateral.analysis.registers.base import Entry, Kind, by_date
from bilateral.merging.words import fold
from bilateral.types.event import Event

AHEAD = ("planned", "proposed")


def _mechanisms(events: Iterable[Event]) -> Iterator[Entry]:
    for body in bodies(events):
        founded = [event for event in body if event.kind == "mechanism"]
        sessions = [event for event in body if event.kind == "meeting"]
        held = [event.date for event in sessions if event.status in ("occurred", "ongoing") and event.date]
        coming = [event.date for event in sessions if event.status in AHEAD and event.date]
        cells = {
            "mechanism": _name(body[0]),
            "parties": joined(dict.fromkeys(c for event in body for c in _parties(event))),
            "set_up": joined(f"{event.date or 'no date'} ({event.status})" for event in founded),
            "sessions": joined(f"{event.date or 'no date'} ({event.status})" for event in sessions),
            "held": len([event for event in sessions if event.status in ("occurred", "ongoing")]),
            "last": held[-1] if held else None,
            "next": coming[-1] if coming else None,
        }
        yield cells, body


def bodies(events: Iterable[Event]) -> list[list[Event]]:
    """The events of each body: of one name where one is told, and with parties in common."""
    found: list[list[Event]] = []
    for event in by_date(events):
        if event.kind == "meeting" and not _name(event):
            continue
        body = next((those for those in found if _same(those[0], event)), None)
        if body is None:
            found.append([event])
        else:
            body.append(event)
    return sorted(found, key=lambda body: (fold(_name(body[0]) or "~"), sorted(_parties(body[0]))))


def _same(one: Event, other: Event) -> bool:
    a, b = _name(one), _name(other)
    return bool(a and b and fold(a) == fold(b) and set(_parties(one)) & set(_parties(other)))


def _name(event: Event) -> str | None:
    return text(event.details.get("mechanism") or (event.details.get("title") if event.kind == "mechanism" else None))


def _parties(event: Event) -> list[str]:
    return states(having(event, "participant", "host", "organiser"))


MECHANISMS = Kind(
    "mechanisms",
    ("mechanism", "meeting"),
    tuple("mechanism parties set_up sessions held last next".split()),
    _mechanisms,
)
