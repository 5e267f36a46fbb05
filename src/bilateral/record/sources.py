"""Sources in the order of their documents' names, each document with the place it was met at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge
from itertools import chain
from pathlib import Path

from bilateral.documents import Known, count, read_source
from bilateral.documents.addresses import is_address, read_address
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


def meet(
    sources: Iterable[str | Path],
    published: str | None,
    settings: Settings,
    known: Knows,
    allow_private: bool = False,
) -> Generator[Met]:
    """What the sources hold, files and folders first. The order in which they are given does not matter."""
    urls, paths = parted(sources)
    streams = {path: _stream(path, published, settings, known) for path in paths}
    folders = [streams[path] for path in paths if path.is_dir()]
    files = sorted((path for path in paths if not path.is_dir()), key=lambda path: (path.name, path))
    yield from merge(*folders, chain.from_iterable(streams[path] for path in files), key=lambda met: met.item.name)
    for url in urls:
        yield from at_address(url, read_address(url, published, settings, known=known, allow_private=allow_private))


def at_address(url: str, items: Iterable[Document | Known | SourceError]) -> Iterator[Met]:
    """What was read at an address of the network."""
    seen: Counter[str] = Counter()
    for item in items:
        path = url if item.name == url else f"{url}#{item.name.removeprefix(url)}"
        seen[path] += not isinstance(item, SourceError)
        again = f"~{seen[path]}" if seen[path] > 1 else ""
        yield Met(item, Address(path + again, item.name), now())


def parted(sources: Iterable[str | Path]) -> tuple[list[str], list[Path]]:
    """Addresses of the network, and paths."""
    given = list(sources)
    urls = sorted({str(source) for source in given if is_address(str(source))})
    return urls, sorted({Path(source).absolute() for source in given if not is_address(str(source))})


def total(sources: Iterable[str | Path]) -> int | None:
    """About how many documents the sources hold; ``None`` when one of them does not tell."""
    urls, paths = parted(sources)
    counts = [count(path) for path in paths]
    known = [number for number in counts if number is not None]
    return sum(known) + len(urls) if len(known) == len(counts) else None


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
