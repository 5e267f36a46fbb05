"""WARC and ARC: the pages and files of a crawl, each by its address. Streams files of any size."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from bilateral.documents.formats import format_of
from bilateral.documents.formats.content import HEAD, by_content
from bilateral.documents.formats.whole import each, needed, taking_apart
from bilateral.documents.normalise import one_line
from bilateral.documents.pulse import beat
from bilateral.documents.raw import File, Knows, Read, Told
from bilateral.documents.tellings import telling
from bilateral.errors import SourceError
from bilateral.settings import Settings

logging.getLogger("warcio").setLevel(logging.CRITICAL)
KINDS = ("response", "resource", "conversion")
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
"""Content types that can be articles, and the ending that says so."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One record: its address, type and content, which is ``None`` when it is too large."""

    url: str
    type: str
    data: bytes | None
    changed: str | None


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a crawl; what is no article (pictures, scripts, redirects) is passed over."""
    limit = int(settings.number("max_bytes"))
    held = partial(documents, file, settings=settings, knows=knows)
    yield from each(file, captures(file, limit), held, "a crawl without articles")


def documents(file: File, capture: Capture, settings: Settings, knows: Knows) -> Iterator[Read]:
    """What one record holds."""
    from bilateral.documents.reading import read_inner  # a crawl holds files of any format

    name = f"{file.name}#{capture.url}"
    if capture.data is None:
        limit = int(settings.number("max_bytes"))
        yield SourceError(name, f"larger than {limit:,} bytes; raise the setting max_bytes")
        return
    told = Told(url=capture.url, tellings=telling("updated", capture.changed, "file", "header Last-Modified"))
    ending = ending_of(capture)
    if ending and capture.data.strip():
        inner = file.inner(name, told, path=Path("capture" + ending), data=capture.data)
        yield from read_inner(inner, settings, knows)


def ending_of(capture: Capture) -> str | None:
    """The ending that its type, its content or its address says, the surest first."""
    path = PurePosixPath(urlsplit(capture.url).path)
    ending = path.suffix.lower()
    if path.name == "robots.txt" or capture.type.startswith(("image/", "video/", "audio/", "font/")):
        return None
    if capture.type in ENDINGS:
        return ENDINGS[capture.type]
    named = format_of(f"name{ending}")
    if entry := by_content((capture.data or b"")[:HEAD]):
        package = entry.name == "zip" and named is not None and named.module == entry.module
        return ending if package else (entry.endings[0] if entry.whole else None)
    return ending if named and named.whole and capture.type in ("", "application/octet-stream") else None


def captures(file: File, limit: int) -> Iterator[Capture]:
    """The records that can be articles. Raises SourceError where the file is broken."""
    iterator = needed("warcio.archiveiterator", "WARC").ArchiveIterator
    with file.open() as stream:
        number = 0
        records = iterator(stream, arc2warc=True)
        while True:
            with taking_apart(f"{file.name}, behind its record {number:,}"):
                record = next(records, None)
                number += 1
                capture = captured(record, limit) if record is not None else None
            if record is None:
                return
            beat()
            if capture is not None:
                yield capture


def captured(record: Any, limit: int) -> Capture | None:
    """One record, unless it is no answer or not a good one."""
    headers = record.rec_headers
    answer = record.http_headers
    if record.rec_type not in KINDS or (answer is not None and answer.get_statuscode() not in ("200", "203")):
        return None
    kind = (answer.get_header("Content-Type") if answer else headers.get_header("Content-Type")) or ""
    data = record.content_stream().read(limit + 1)
    return Capture(
        url=one_line(headers.get_header("WARC-Target-URI")) or "unknown address",
        type=kind.partition(";")[0].strip().lower(),
        data=data if len(data) <= limit else None,
        changed=answer.get_header("Last-Modified") if answer else None,
    )
