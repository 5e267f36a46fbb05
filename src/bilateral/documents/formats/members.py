"""What archives share: which members are read, under which names, and how much they may unpack to."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from bilateral.documents.decode import NotText, decode
from bilateral.documents.formats import UNREAD, format_of, no_format
from bilateral.documents.formats.content import HEAD, shows
from bilateral.documents.manifest import NAME, Manifest, fill
from bilateral.documents.normalise import one_line
from bilateral.documents.pulse import beat
from bilateral.documents.raw import NOTHING_TOLD, File, Knows, Read, Spender
from bilateral.errors import SourceError
from bilateral.settings import Settings

DEEPEST = 4
PIECE = 1 << 20
FREE = 50_000_000
DENSEST = 200
NEVER = frozenset(
    ".jpg .jpeg .png .gif .webp .svg .ico .bmp .tif .tiff .mp3 .mp4 .mov .avi .webm .ogg .wav .css .js .json .map .woff"
    " .woff2 .ttf .eot .xlsx .pptx .xls .ppt .exe .dll .so .py .pyc .db .sqlite".split()
)
"""Endings of what is no article: such members are not unpacked."""
"""Text packs to a tenth of its size; what unpacks to more than 200 times its own, past the first 50 MB, is a bomb."""


Given = tuple[Settings, Knows, "Budget", Manifest]


class Bomb(ValueError):
    """An archive that unpacks to more than it may; the message says what to do."""


class Budget:
    """How much an archive of ``size`` bytes may unpack to, which counts for the archive around it as well."""

    def __init__(self, size: int, settings: Settings, around: Spender | None = None) -> None:
        self._size = max(size, 1)
        self._around = around
        self._most = int(settings.number("max_archive_bytes"))
        self._used = 0

    def spend(self, number: int) -> None:
        """Take note of unpacked bytes. Raises Bomb when they are too many."""
        self._used += number
        if self._around is not None:
            self._around.spend(number)
        if self._used > self._most:
            raise Bomb(f"unpacks to more than {self._most:,} bytes; the rest was left out: raise max_archive_bytes")
        if self._used > FREE and self._used > DENSEST * self._size:
            raise Bomb(f"unpacks to more than {DENSEST} times its size, as only harmful archives do; left out")

    def copy(self, source: BinaryIO, target: BinaryIO, limit: int | None = None) -> int:
        """Copy at most ``limit`` bytes and one, and tell how many they were."""
        copied = 0
        while limit is None or copied <= limit:
            data = source.read(PIECE if limit is None else min(PIECE, limit + 1 - copied))
            if not data:
                break
            beat()
            self.spend(len(data))
            copied += len(data)
            target.write(data)
        return copied


def safe_name(name: str) -> str:
    """A member's name as a path below its archive, whatever it claims: no root, no drive, no way up."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    kept = [part for part in parts if part not in ("/", "..", ".") and not part.endswith(":")]
    return one_line("/".join(kept)) or "member"


def wanted(name: str) -> bool:
    """Whether a member may be an article by its name; one of an unknown ending is looked into."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and path.name.lower() != NAME and path.suffix.lower() not in NEVER


def read_member(file: File, name: str, stream: BinaryIO, given: Given) -> Iterator[Read]:
    """The documents of the member ``name`` of the archive ``file``. Raises Bomb."""
    settings, _, budget, manifest = given
    shown = safe_name(name)
    entry, told = format_of(shown), manifest.of(shown)
    path = Path("member" + PurePosixPath(shown).suffix[:10])
    inner = file.inner(f"{file.name}/{shown}", told, path=path, budget=budget)
    if entry is not None and not entry.whole:
        yield from unpacked(inner, stream, given)
        return
    limit = int(settings.number("max_bytes"))
    target = io.BytesIO()
    size = budget.copy(stream, target, HEAD)
    known = told is not NOTHING_TOLD
    if entry is None and not shows(target.getvalue()[:HEAD], "" if known else inner.path.suffix):
        if known or inner.path.suffix.lower() in UNREAD:
            yield SourceError(inner.name, no_format(shown))
    elif size + budget.copy(stream, target, limit - size) > limit:
        yield SourceError(inner.name, f"larger than {limit:,} bytes; raise the setting max_bytes")
    else:
        yield from documents(replace(inner, data=target.getvalue()), given)


def unpacked(inner: File, stream: BinaryIO, given: Given) -> Iterator[Read]:
    """The documents of a member that may be larger than memory: it is unpacked into a file first. Raises Bomb."""
    with tempfile.TemporaryDirectory(prefix="bilateral-") as folder:
        path = Path(folder) / inner.path
        with path.open("wb") as target:
            given[2].copy(stream, target)
        yield from documents(replace(inner, path=path), given)


def documents(inner: File, given: Given) -> Iterator[Read]:
    """What one member holds."""
    from bilateral.documents.reading import read_inner  # an archive holds files of any format

    yield from read_inner(inner, given[0], given[1])


def manifest_in(file: File, found: Iterable[tuple[str, bytes]]) -> Manifest:
    """The manifests of an archive, by (name, bytes), as one whose files are paths below the archive."""
    manifest = Manifest()
    for name, data in found:
        folder = safe_name(name).rpartition("/")[0]
        own = Manifest()
        try:
            fill(own, decode(data), f"{file.name}/{safe_name(name)}")
        except (SourceError, NotText) as error:
            reason = error.reason if isinstance(error, SourceError) else f"{error}; save it as CSV text"
            manifest.problems.append(SourceError(f"{file.name}/{safe_name(name)}", reason))
        manifest.rows |= {f"{folder}/{row}" if folder else row: told for row, told in own.rows.items()}
        manifest.problems += own.problems
    return manifest


def is_manifest(name: str) -> bool:
    """Whether a member is a manifest."""
    return PurePosixPath(name.replace("\\", "/")).name.lower() == NAME
