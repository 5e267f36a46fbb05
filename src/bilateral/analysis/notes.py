"""Footnotes: quotes that a row or a sentence rests on, numbered in the order they are first used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bilateral.types.actor import Speaker
from bilateral.types.event import Event, Evidence

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Note:
    """The exact words of one document, and who says them there (``None`` for the article itself)."""

    document: str
    source: str | None
    published: str | None
    document_id: str
    start: int
    end: int
    quote: str
    attributed_to: Speaker | None = None

    @property
    def key(self) -> Key:
        """What makes two notes one."""
        return self.document_id, self.start, self.end


class Notes:
    """Collects notes and gives each its number."""

    def __init__(self) -> None:
        self._numbers: dict[Key, int] = {}
        self.all: list[Note] = []

    def number(self, note: Note) -> int:
        """The number of a note: a new one when it was not used yet."""
        if note.key not in self._numbers:
            self.all.append(note)
            self._numbers[note.key] = len(self.all)
        return self._numbers[note.key]

    def numbers(self, notes: Iterable[Note]) -> list[int]:
        """The numbers of several, each once, in order."""
        return sorted({self.number(note) for note in notes})


def note_of(item: Evidence) -> Note:
    """One quote of a report as a note."""
    return Note(
        document=item.document,
        source=item.source,
        published=item.published,
        document_id=item.document_id,
        start=item.start,
        end=item.end,
        quote=item.quote,
        attributed_to=item.attributed_to,
    )


def notes_of(event: Event) -> list[Note]:
    """One note a document that tells the event: the quote that holds most of its values."""
    told: dict[str, list[Evidence]] = {}
    for item in event.evidence:
        told.setdefault(item.document_id, []).append(item)
    return [note_of(max(items, key=_telling)) for items in told.values()]


def _telling(item: Evidence) -> tuple[bool, int]:
    """How much a quote tells by itself: the act, and how many of the values that the report gives."""
    inside = [
        name
        for name, spans in item.fields.items()
        if any(item.start <= span.start and span.end <= item.end for span in spans)
    ]
    return "action" in inside, len(inside)
