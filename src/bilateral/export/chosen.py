"""What of a record is to be written: the part that fits, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from bilateral.errors import UsageError
from bilateral.export.actors import actor_objects
from bilateral.export.objects import Object, claim_object, document_object, event_object
from bilateral.types.event import Event

if TYPE_CHECKING:
    from bilateral.record import DocumentRow, Record
    from bilateral.record.filters import Asked

KINDS_OF_ROWS = ("events", "mentions", "claims", "documents", "actors")


@dataclass(frozen=True)
class Chosen:
    """The events, mentions, claims, documents or actors (``of``) of a record that fit, at most ``limit`` of them."""

    record: Record
    of: str
    asked: Asked
    limit: int | None = None

    def events(self) -> Iterator[Event]:
        """The events, or the mentions in the shape of events."""
        every = self.record.every_mention if self.of == "mentions" else self.record.every_event
        return islice(every(**self.asked), self.limit)

    def documents(self) -> Iterator[DocumentRow]:
        """The documents; with filters, those that tell an event that fits."""
        found = self.by_id.values()
        if any(value is not None for value in self.asked.values()):
            telling = {item.document_id for event in self.record.every_mention(**self.asked) for item in event.evidence}
            return islice((row for row in found if row.id in telling), self.limit)
        return islice(found, self.limit)

    def objects(self) -> Iterator[Object]:
        """The same as plain dictionaries. Raises UsageError when ``of`` names nothing that is kept."""
        match self.of:
            case "events" | "mentions":
                return map(event_object, self.events())
            case "claims":
                return map(claim_object, islice(self.record.every_claim(**self.asked), self.limit))
            case "documents":
                return map(document_object, self.documents())
            case "actors":
                return islice(actor_objects(self.record, self.asked), self.limit)
        raise UsageError(f"nothing to export is called {self.of!r}; there are: {', '.join(KINDS_OF_ROWS)}")

    @cached_property
    def by_id(self) -> dict[str, DocumentRow]:
        """All documents of the record by their ids, in the order of their names."""
        return {row.id: row for row in self.record.documents()}
