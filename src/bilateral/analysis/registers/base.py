"""What all registers share: rows with their events, footnotes, and how well each is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bilateral.analysis.frame import Frame, Tabular
from bilateral.analysis.notes import Note, Notes, notes_of
from bilateral.analysis.people import disputed
from bilateral.analysis.sources import independent
from bilateral.types.event import Event

Cells = dict[str, Any]
Entry = tuple[Cells, Sequence[Event]]
TOLD = ("sources", "disputed", "notes", "events")
"""Columns that every register ends with."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One register: the kinds of event it is made of, its columns, and what makes entries of events."""

    name: str
    kinds: tuple[str, ...]
    columns: tuple[str, ...]
    entries: Callable[[Iterable[Event]], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Register(Tabular):
    """A finished register: its rows, and the notes that the numbers in the column ``notes`` stand for."""

    name: str
    frame: Frame
    notes: tuple[Note, ...]

    def table(self) -> Frame:
        """The rows, notes as numbers."""
        return self.frame

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dictionary a row, its notes written out."""
        return [
            {**row, "notes": [_written(self.notes[number - 1]) for number in row["notes"]]}
            for row in self.frame.to_dicts()
        ]


def build(kind: Kind, events: Iterable[Event]) -> Register:
    """The register of some events of its kinds."""
    notes = Notes()
    rows = [{**cells, **_told(those, notes)} for cells, those in kind.entries(events)]
    return Register(kind.name, Frame((*kind.columns, *TOLD), tuple(rows)), tuple(notes.all))


def by_date(events: Iterable[Event]) -> list[Event]:
    """In the order of dates, those without one last."""
    return sorted(events, key=lambda event: (event.earliest or event.latest or "9999", event.id))


def place(event: Event) -> str | None:
    """Where it was."""
    return event.place.name if event.place else None


def _told(events: Sequence[Event], notes: Notes) -> Cells:
    differing = dict.fromkeys(filter(None, (disputed(event) for event in events)))
    return {
        "sources": len(independent(item for event in events for item in event.evidence)),
        "disputed": "; ".join(differing) or None,
        "notes": notes.numbers(note for event in events for note in notes_of(event)),
        "events": [event.id for event in events],
    }


def _written(note: Note) -> str:
    where = ", ".join(part for part in (note.source, note.document, note.published) if part)
    said = f", according to {note.attributed_to.name}" if note.attributed_to else ""
    return f"{where}: “{' '.join(note.quote.split())}”{said}"
