"""What passes between the readers and the making of documents."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Telling


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told of a document: a manifest, a row or the page's own metadata."""

    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    tellings: tuple[Telling, ...] = ()

    def over(self, other: Told) -> Told:
        """This, with gaps filled from ``other``."""
        dated = self if self.published else other
        return Told(
            title=self.title or other.title,
            published=dated.published,
            published_from=dated.published_from,
            source=self.source or other.source,
            url=self.url or other.url,
            language=self.language or other.language,
            tellings=self.tellings + other.tellings,
        )


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Aside:
    """A part of a page that is not its article, and the words of the article that stand before it."""

    after: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Raw:
    """One article before cleaning: its text, what its own file tells of it, and what its reader left out.

    ``around`` is what the archives and crawls tell of it that it lies in, the outermost first.
    """

    id: str
    name: str
    text: str
    format: str
    told: Told = NOTHING_TOLD
    asides: tuple[Aside, ...] = ()
    around: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A document whose id the caller knows already; it was not cleaned again."""

    name: str
    id: str


class Spender(Protocol):
    """How much may still be unpacked of the archive that a file lies in."""

    def spend(self, number: int) -> None:
        """Take note of unpacked bytes; raises ValueError when they are too many."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: where it is, what the user calls it, what a manifest tells of it.

    ``listed`` says that somebody named it; ``depth`` is how many archives it lies in; ``data`` is its content when it
    is no file of its own, and ``path`` then only tells its ending.
    """

    path: Path
    name: str
    told: Told = NOTHING_TOLD
    listed: bool = False
    depth: int = 0
    data: bytes | None = None
    budget: Spender | None = None

    def open(self) -> BinaryIO:
        """Its bytes as a stream. Raises OSError."""
        return self.path.open("rb") if self.data is None else io.BytesIO(self.data)

    def inner(self, name: str, told: Told, **more: Any) -> File:
        """A file that lies in this one, called ``name`` by the user; ``more`` sets the other attributes."""
        return File(name=name, told=told, listed=True, depth=self.depth + 1, **more)


Knows = Callable[[str], bool]
Read = Raw | Known | SourceError
Reader = Callable[[File, Settings, Knows], Iterator[Read]]


def document_id(data: bytes) -> str:
    """The id of the document that these bytes are."""
    return "doc_" + hashlib.sha256(data).hexdigest()[:24]


def nobody_knows(_id: str) -> bool:
    """The predicate that knows no document."""
    return False
