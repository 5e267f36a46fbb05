"""One compressed file (gzip, bzip2, xz): unpacked within bounds, then read as what it is."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from bilateral.documents.formats.members import DEEPEST, Bomb, Budget
from bilateral.documents.formats.packages import size_of
from bilateral.documents.formats.whole import why
from bilateral.documents.raw import NOTHING_TOLD, File, Knows, Read
from bilateral.errors import SourceError
from bilateral.settings import Settings

TAPES = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
BROKEN = "broken: it cannot be unpacked to its end ({}); the documents before are read"


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of the file that is packed."""
    if file.depth >= DEEPEST:
        yield SourceError(file.name, f"lies in more than {DEEPEST} archives; unpack it by hand")
        return
    from bilateral.documents.reading import read_inner  # what is packed can be of any format

    inner = PurePosixPath(file.path.name)
    ending = TAPES.get(inner.suffix.lower()) or PurePosixPath(inner.stem).suffix[:10] or ".txt"
    with tempfile.TemporaryDirectory(prefix="bilateral-") as folder:
        path = Path(folder) / f"member{ending}"
        try:
            broken = unpack(file, path, settings)
        except Bomb as error:
            yield SourceError(file.name, str(error))
            return
        except OSError as error:
            yield SourceError(file.name, why(error))
            return
        if path.stat().st_size or not broken:
            yield from read_inner(file.inner(file.name, NOTHING_TOLD, path=path, budget=file.budget), settings, knows)
        if broken:
            yield SourceError(file.name, BROKEN.format(broken))


def unpack(file: File, path: Path, settings: Settings) -> str:
    """Unpack into ``path``, and tell what broke it off. Raises Bomb, and OSError when it cannot be read."""
    with file.open() as stream, path.open("wb") as target:
        budget = Budget(size_of(stream), settings, file.budget)
        try:
            budget.copy(opened(stream), target)
        except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile) as error:
            return type(error).__name__
        except OSError as error:
            if error.errno is not None:
                raise
            return "OSError"  # bz2 says so of broken data
    return ""


def opened(stream: BinaryIO) -> BinaryIO:
    """The unpacking stream that fits the signature."""
    start = stream.read(6)
    stream.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    return cast(BinaryIO, bz2.BZ2File(stream) if start.startswith(b"BZh") else lzma.LZMAFile(stream))
