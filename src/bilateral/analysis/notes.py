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
    """One note a document that tells the event: its first quote."""
    first: dict[str, Evidence] = {}
    for item in event.evidence:
        first.setdefault(item.document_id, item)
    return [note_of(item) for item in first.values()]
