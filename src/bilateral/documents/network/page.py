"""An address to documents: fetched, then read as a file of its own is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from bilateral.documents.formats import format_of
from bilateral.documents.formats.warc import ENDINGS
from bilateral.documents.network.fetch import Answer, Bounds, FetchError, fetch
from bilateral.documents.raw import NOTHING_TOLD, File, Known, Told
from bilateral.documents.tellings import telling
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document

TYPES = {
    **ENDINGS,
    "text/csv": ".csv",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/warc": ".warc",
    "application/gzip": ".gz",
    "application/zip": ".zip",
    "application/x-tar": ".tar",
    "application/mbox": ".mbox",
}
UNTOLD = ("", "application/octet-stream", "binary/octet-stream")

Item = Document | Known | SourceError
Reads = Callable[[File], Iterator[Item]]
"""What reads a file: :func:`guarded`, given all but the file."""


def read_address(url: str, limits: Bounds, read: Reads) -> Iterator[Item]:
    """The documents at ``url``, which is their name; an error when it cannot be got or is no article."""
    try:
        answer = fetch(url, limits, {"Accept": "text/html,*/*;q=0.8"})
    except FetchError as error:
        yield SourceError(url, error.reason)
        return
    yield from read_answer(url, answer, NOTHING_TOLD, read)


def read_answer(url: str, answer: Answer, told: Told, read: Reads) -> Iterator[Item]:
    """The documents in what a server gave."""
    changed = telling("updated", answer.modified, "file", "header Last-Modified")
    with tempfile.TemporaryDirectory(prefix="bilateral-") as folder:
        path = Path(folder) / f"page{ending(answer)}"
        path.write_bytes(answer.data or b"")
        yield from read(File(path, url, told.over(Told(url=answer.url, tellings=changed)), listed=True))


def bounds(settings: Settings, allow_private: bool) -> Bounds:
    """How much a page may cost, and which types are articles."""
    seconds = settings.number("max_seconds")
    most = int(settings.number("max_bytes"))
    return Bounds(most, seconds, allow_private, lambda kind: kind in (*TYPES, *UNTOLD), "max_bytes")


def ending(answer: Answer) -> str:
    """The ending that the type, else the address, tells."""
    if answer.type in TYPES:
        return TYPES[answer.type]
    found = PurePosixPath(urlsplit(answer.url).path).suffix.lower()[:10]
    return found if format_of(f"name{found}") else ""
