"""Sources in the order of their documents' names, each document with the place it was met at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge
from itertools import chain
from pathlib import Path

from bilateral.documents import Known, count, read_source
from bilateral.errors import SourceError
from bilateral.record.keep_documents import Address
from bilateral.settings import Settings
from bilateral.types.document import Document

Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Met:
    """A document, known or not, or an error; where and when it was met."""

    item: Document | Known | SourceError
    address: Address
    time: str


def meet(sources: Iterable[str | Path], published: str | None, settings: Settings, known: Knows) -> Iterator[Met]:
    """What the sources hold. The order in which they are given does not matter."""
    paths = sorted({Path(source).absolute() for source in sources})
    streams = {path: _stream(path, published, settings, known) for path in paths}
    folders = [streams[path] for path in paths if path.is_dir()]
    files = sorted((path for path in paths if not path.is_dir()), key=lambda path: (path.name, path))
    return merge(*folders, chain.from_iterable(streams[path] for path in files), key=lambda met: met.item.name)


def total(sources: Iterable[str | Path]) -> int | None:
    """About how many documents the sources hold; ``None`` when one of them does not tell."""
    counts = [count(path) for path in {Path(source).absolute() for source in sources}]
    known = [number for number in counts if number is not None]
    return sum(known) if len(known) == len(counts) else None


def now() -> str:
    """The time in UTC, as the record keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _stream(path: Path, published: str | None, settings: Settings, known: Knows) -> Iterator[Met]:
    base = path if path.is_dir() or path.suffix.lower() == ".jsonl" else path.parent
    seen: Counter[str] = Counter()
    for item in read_source(path, published, settings, known=known, guard=True):
        address = f"{base}/{item.name}"
        if not isinstance(item, SourceError):
            seen[address] += 1
        again = f"~{seen[address]}" if seen[address] > 1 else ""  # two rows with one id are not versions of each other
        yield Met(item, Address(address + again, item.name), now())
