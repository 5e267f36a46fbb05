"""An address to documents: fetched, then read as a file of its own is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from bilateral.documents.formats import format_of
from bilateral.documents.formats.warc import ENDINGS
from bilateral.documents.guard import guarded
from bilateral.documents.network.fetch import Answer, Bounds, FetchError, fetch
from bilateral.documents.published import checked
from bilateral.documents.raw import NOTHING_TOLD, File, Known, Knows, Told, nobody_knows
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
FEEDS = ("application/rss+xml", "application/atom+xml")


def read_address(
    url: str,
    published: str | None,
    settings: Settings,
    *,
    known: Knows = nobody_knows,
    allow_private: bool = False,
    told: Told = NOTHING_TOLD,
) -> Iterator[Document | Known | SourceError]:
    """The documents at ``url``, which is their name; an error when it cannot be got or is no article."""
    published = checked(published)
    try:
        answer = fetch(url, bounds(settings, allow_private), {"Accept": "text/html,*/*;q=0.8"})
    except FetchError as error:
        yield SourceError(url, error.reason)
        return
    yield from read_answer(url, answer, published, settings, known, told)


def read_answer(
    url: str, answer: Answer, published: str | None, settings: Settings, known: Knows, told: Told
) -> Iterator[Document | Known | SourceError]:
    """The documents in what a server gave."""
    changed = telling("updated", answer.modified, "file", "header Last-Modified")
    with tempfile.TemporaryDirectory(prefix="bilateral-") as folder:
        path = Path(folder) / f"page{ending(answer)}"
        path.write_bytes(answer.data or b"")
        own = told.over(Told(url=answer.url, tellings=changed))
        yield from guarded(File(path, url, own, listed=True), published, settings, known)


def bounds(settings: Settings, allow_private: bool) -> Bounds:
    """How much a page may cost, and which types are articles."""
    seconds = settings.number("max_seconds")
    return Bounds(int(settings.number("max_bytes")), seconds, allow_private, lambda kind: kind in (*TYPES, *UNTOLD))


def ending(answer: Answer) -> str:
    """The ending that the type, else the address, tells."""
    if answer.type in TYPES:
        return TYPES[answer.type]
    found = PurePosixPath(urlsplit(answer.url).path).suffix.lower()[:10]
    return found if format_of(f"name{found}") else ""
