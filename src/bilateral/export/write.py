"""Writing what a record holds, one object or row after the other, the same bytes each time."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TextIO, Unpack

from bilateral.errors import UsageError
from bilateral.export import rows
from bilateral.export.actors import actor_objects
from bilateral.export.objects import Object, claim_object, document_object, event_object

if TYPE_CHECKING:
    from bilateral.record import Record
    from bilateral.record.filters import Asked

Source = Callable[["Record", "Asked"], Iterator[Object]]


def write(
    record: Record, format: str, of: str, out: TextIO, *, limit: int | None = None, **asked: Unpack[Asked]
) -> None:
    """Write the events, mentions, claims, documents or actors that fit to ``out``, at most ``limit`` of them.

    Raises:
        UsageError: an unknown format, kind of object or filter.
    """
    if format not in FORMATS:
        raise UsageError(f"no format is called {format!r}; there are: {', '.join(FORMATS)}")
    if of not in SOURCES:
        raise UsageError(f"nothing to export is called {of!r}; there are: {', '.join(SOURCES)}")
    write_objects(islice(SOURCES[of](record, asked), limit), format, of, out)


def write_objects(told: Iterable[Object], format: str, of: str, out: TextIO) -> None:
    """Write objects of one kind that are at hand."""
    FORMATS[format](told, of, out)


def _jsonl(objects: Iterable[Object], _of: str, out: TextIO) -> None:
    for told in objects:
        out.write(json.dumps(told, ensure_ascii=False) + "\n")


def _csv(objects: Iterable[Object], of: str, out: TextIO) -> None:
    writer = csv.DictWriter(out, rows.COLUMNS[of], lineterminator="\n")
    writer.writeheader()
    for told in objects:
        writer.writerow({name: rows.safe(cell) for name, cell in rows.ROWS[of](told).items()})


def _documents(record: Record, asked: Asked) -> Iterator[Object]:
    """All documents; with filters, those that tell an event that fits."""
    found = record.documents()
    if any(value is not None for value in asked.values()):
        telling = {item.document_id for event in record.every_mention(**asked) for item in event.evidence}
        found = [row for row in found if row.id in telling]
    return map(document_object, found)


SOURCES: dict[str, Source] = {
    "events": lambda record, asked: map(event_object, record.every_event(**asked)),
    "mentions": lambda record, asked: map(event_object, record.every_mention(**asked)),
    "claims": lambda record, asked: map(claim_object, record.every_claim(**asked)),
    "documents": _documents,
    "actors": actor_objects,
}
FORMATS: dict[str, Callable[[Iterable[Object], str, TextIO], None]] = {"jsonl": _jsonl, "csv": _csv}
KINDS_OF_ROWS = tuple(SOURCES)
