"""Feeds (RSS, Atom) and lists of feeds (OPML): what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from time import struct_time
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from bilateral.documents.addresses import is_address
from bilateral.documents.formats.parts import local, tree
from bilateral.documents.normalise import one_line
from bilateral.errors import ExtraMissing, UsageError

MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed names."""

    url: str
    title: str | None = None
    published: str | None = None
    source: str | None = None


def package(name: str) -> ModuleType:
    """A package of the extra ``feeds``. Raises ExtraMissing."""
    try:
        return import_module(name)
    except ImportError:
        raise ExtraMissing(f"watching feeds needs {name}; install it with: pip install 'bilateral[feeds]'") from None


def entries(data: bytes, url: str, type: str) -> Iterator[Entry]:
    """The articles of a feed, the newest thousand at most, each address once."""
    headers = {"content-type": type, "content-location": url}
    feed = package("feedparser").parse(BytesIO(data), response_headers=headers, sanitize_html=False)
    source = one_line(feed.feed.get("title"))
    seen = set()
    for item in feed.entries[:MOST_ENTRIES]:
        link = urljoin(url, str(item.get("link") or "").strip())
        if is_address(link) and link not in seen:
            seen.add(link)
            yield Entry(link, one_line(item.get("title")), day_of(item), source)


def day_of(item: Any) -> str | None:
    """The day of publication that an entry tells."""
    moment = item.get("published_parsed")
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if isinstance(moment, struct_time) else None


def feeds_of(source: str) -> list[str]:
    """The addresses of feeds that a user's word stands for: one, or those of an OPML file.

    Raises UsageError when it is neither.
    """
    if is_address(source) or source.startswith("gdelt:"):
        return [source]
    path = Path(source)
    try:
        found = list(outlines(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise UsageError(f"{source} is no address of a feed and no OPML file that can be read ({error})") from error
    if not found:
        raise UsageError(f"{source} names no feeds; an OPML file has outlines with xmlUrl")
    return found


def outlines(data: bytes) -> Iterator[str]:
    """The feeds that an OPML file names, each once. Raises ValueError when it is none."""
    try:
        root = tree(data)
    except Exception as error:  # lxml's errors are SyntaxErrors
        raise ValueError("no XML") from error
    found = (
        element.get("xmlUrl") or element.get("xmlurl") or "" for element in root.iter() if local(element) == "outline"
    )
    yield from dict.fromkeys(url.strip() for url in found if is_address(url.strip()))
