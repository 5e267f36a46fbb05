"""What the server answers: plain objects in pages, each thing with the words of the documents that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bilateral.analysis import asking
from bilateral.analysis.notes import Note, note_of, notes_of
from bilateral.analysis.relation import Part
from bilateral.errors import UsageError
from bilateral.export import event_object
from bilateral.export.headline import headline
from bilateral.knowledge.states import display
from bilateral.record import Hit, Record
from bilateral.record.filters import Asked
from bilateral.types.event import Conflict, Event
from bilateral.views.wording import speaker

Answer = dict[str, Any]
MOST, CITED, PERIODS, WEIGHTIEST = 50, 3, 60, 10
"""Things on a page, citations of one of many things, periods and events of a relation."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a long answer is wanted."""

    limit: int
    offset: int

    @classmethod
    def of(cls, limit: int, offset: int = 0) -> Page:
        """A page that can be answered. Raises UsageError for one that cannot."""
        if not 1 <= limit <= MOST or offset < 0:
            raise UsageError(f"limit is a number from 1 to {MOST}, offset one from 0, not {limit} and {offset}")
        return cls(limit, offset)

    def filled(self, read: Callable[[int, int], Sequence[Any]], name: str, shown: Callable[[Any], Answer]) -> Answer:
        """The page, and where the next one begins (``None`` when there is none)."""
        found = read(self.limit + 1, self.offset)
        more = self.offset + self.limit if len(found) > self.limit else None
        return {name: [shown(one) for one in found[: self.limit]], "next_offset": more}


def search(record: Record, words: str, of: str | None, page: Page) -> Answer:
    """Documents, events and claims that hold the words."""
    found = record.search(words, of=of, limit=page.offset + page.limit + 1)
    return page.filled(lambda number, start: found[start : start + number], "hits", _hit)


def events(record: Record, asked: Asked, page: Page) -> Answer:
    """Events that fit, in one line each."""
    return page.filled(lambda number, start: record.events(limit=number, offset=start, **asked), "events", _line)


def event(record: Record, id: str, page: Page) -> Answer:
    """One event with all that is told of it, a page of its reports at a time."""
    whole = record.event(id if id.startswith("evt_") else f"evt_{id}")
    told = event_object(whole)
    reports = told.pop("evidence")
    part = page.filled(lambda number, start: reports[start : start + number], "evidence", lambda item: item)
    return {"headline": headline(whole), **told, "reports": len(reports), **part}


def conflicts(record: Record, asked: Asked, field: str | None, page: Page) -> Answer:
    """Events of which reports disagree, with the words on each side."""

    def read(number: int, start: int) -> list[Event]:
        return record.conflicts(field=field, limit=number, offset=start, **asked)

    def shown(one: Event) -> Answer:
        return {**_line(one), "conflicts": [_sides(one, conflict) for conflict in one.conflicts]}

    return page.filled(read, "events", shown)


def relation(record: Record, asked: Asked, by: str) -> Answer:
    """How the relation of two states moved, and the events that weigh most in it now."""
    told = asking.relation_of(record, asked, by)
    weighty = sorted(told.counted, key=lambda part: (-abs(part.value), part.event.id))[:WEIGHTIEST]
    counted = [part for part in told.counted if not told.before(part)]
    return {
        "states": [{"code": code, "name": display(code)} for code in (told.a, told.b)],
        "events_counted": len(counted),
        "independent_sources": len({name for part in counted for name in part.sources}),
        "half_life_days": told.method.half_life,
        "what_it_says": (
            "Sum of PLOVER scores (-10 to 10) of what occurred or is ongoing, faded by half_life_days; low and high "
            "hold 90 % of a bootstrap over independent sources. Planned events are counted apart."
        ),
        "counts": told.counts().to_dicts(),
        "periods": told.series().to_dicts()[-PERIODS:],
        "periods_left_out": max(0, len(told.points) - PERIODS),
        "weightiest": [_part(part) for part in weighty],
    }


def _part(part: Part) -> Answer:
    return {**_line(part.event), "adds": round(part.value, 3)}


def _line(one: Event) -> Answer:
    notes = notes_of(one)
    return {
        "id": one.id,
        "headline": headline(one),
        "kind": one.kind,
        "status": one.status,
        "date": one.date,
        "place": one.place.name if one.place else None,
        "confidence": one.confidence,
        "disputed": sorted({conflict.field for conflict in one.conflicts}),
        "documents": len(notes),
        "citations": [_citation(note) for note in notes[:CITED]],
    }


def _sides(one: Event, conflict: Conflict) -> Answer:
    sides = [
        {"value": side.value, "citations": _citations(note_of(one.evidence[at]) for at in side.evidence)}
        for side in conflict.values
    ]
    return {"field": conflict.field, "note": conflict.note, "values": sides}


def _citations(notes: Iterable[Note]) -> list[Answer]:
    return [_citation(note) for note in list(notes)[:CITED]]


def _citation(note: Note) -> Answer:
    return {
        "document": note.document,
        "source": note.source,
        "published": note.published,
        "start": note.start,
        "end": note.end,
        "quote": note.quote,
        "according_to": speaker(note.attributed_to) or None,
    }


def _hit(hit: Hit) -> Answer:
    citation = {"document": hit.document, "source": hit.source, "published": hit.published, "quote": hit.snippet}
    return {"sort": hit.sort, "id": hit.id, "citations": [citation]}
