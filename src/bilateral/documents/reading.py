"""Sources to documents, one after the other: the way in for files and folders."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bilateral.documents.formats import format_of, no_format
from bilateral.documents.formats.content import format_at
from bilateral.documents.formats.whole import why
from bilateral.documents.guard import guarded
from bilateral.documents.making import finish
from bilateral.documents.published import checked
from bilateral.documents.raw import File, Known, Knows, Raw, Read, nobody_knows
from bilateral.documents.walk import is_regular, walk
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document

SAMPLE = 1 << 20

Item = Document | Known | SourceError


def read_source(
    source: str | Path, published: str | None, settings: Settings, *, known: Knows | None = None, guard: bool = False
) -> Iterator[Document | Known | SourceError]:
    """The documents of a file or folder in the order of their names, and an error for each that cannot be read.

    ``published`` dates the documents that nothing else dates. A document whose id ``known`` knows comes
    as a light ``Known``. Files are read one at a time, when the iterator asks for them; rows of a
    .jsonl file come in the file's order. With ``guard`` they are read in a process of its own, within bounds of time
    and memory. Raises UsageError at once when ``published`` is no date.
    """
    read = guarded if guard and sys.executable else unguarded
    return documents(walk(Path(source)), partial(read, published=checked(published), settings=settings), known)


def documents(
    found: Iterable[File | SourceError], read: Callable[..., Iterator[Item]], known: Knows | None
) -> Iterator[Item]:
    """The stream behind ``read_source``."""
    for one in found:
        yield from read(one, known=known or nobody_knows) if isinstance(one, File) else (one,)


def unguarded(file: File, published: str | None, settings: Settings, known: Knows) -> Iterator[Item]:
    """The documents of one file, read in this process."""
    for read in read_file(file, settings, known):
        yield from finish(read, file.told, published, settings) if isinstance(read, Raw) else (read,)


def read_file(file: File, settings: Settings, known: Knows) -> Iterator[Read]:
    """What one file holds."""
    try:
        readable = file.data is not None or is_regular(file.path)
        entry = format_at(file) if readable else None
    except OSError as error:
        yield SourceError(file.name, why(error))
        return
    if not readable:
        yield SourceError(file.name, "not a file (a pipe or a device); save what it gives into a file first")
    elif entry is None:
        yield SourceError(file.name, no_format(file.name))
    else:
        yield from entry.reader()(file, settings, known)


def read_inner(inner: File, settings: Settings, known: Knows) -> Iterator[Read]:
    """What a file holds that lies in another one, with what that tells of it."""
    for read in read_file(inner, settings, known):
        yield replace(read, around=(inner.told, *read.around)) if isinstance(read, Raw) else read


def count(source: str | Path) -> int | None:
    """About how many documents ``source`` holds, for a progress bar; ``None`` when it cannot be told."""
    try:
        return sum(documents_in(found) for found in walk(Path(source)) if isinstance(found, File)) or None
    except OSError:
        return None


def documents_in(file: File) -> int:
    """One, or for a file of rows about as many as its first rows suggest."""
    entry = format_of(file.name)
    if entry is None or entry.whole or not entry.text:
        return 1
    with file.path.open("rb") as stream:
        start = stream.read(SAMPLE)
    rows = start.count(b"\n") + (not start.endswith(b"\n"))
    return max(1, round(rows * file.path.stat().st_size / max(1, len(start))))
