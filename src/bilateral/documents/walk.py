"""Which files a source holds, in the order of their names, without following a loop of links."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from bilateral.documents.formats import ENDINGS, UNREAD, format_of, no_format
from bilateral.documents.formats.content import HEAD, shows
from bilateral.documents.formats.whole import why
from bilateral.documents.manifest import NAME, Manifest, missing, read_manifest
from bilateral.documents.raw import NOTHING_TOLD, File, Told
from bilateral.errors import SourceError

Found = File | SourceError


def walk(source: Path) -> Iterator[Found]:
    """The article files of ``source``, a file or a folder."""
    try:
        mode = source.stat().st_mode
    except (OSError, ValueError) as error:
        yield SourceError(shown(str(source)), why(error) if isinstance(error, OSError) else "not a path")
        return
    if S_ISDIR(mode):
        yield from in_folder(source)
    else:
        yield from alone(source)


def in_folder(source: Path) -> Iterator[Found]:
    """The article files below a folder; an error when there are none."""
    empty = True
    for found in Folder(source).files():
        empty = False
        yield found
    if empty:
        yield SourceError(shown(str(source)), f"a folder without articles; bilateral reads {ENDINGS}")


def alone(path: Path) -> Iterator[Found]:
    """One file named by the user, with what the manifest beside it tells of it."""
    name = shown(path.name)
    if path.name.lower() == NAME or not (format_of(name) or shows_itself(path)):
        yield SourceError(name, no_format(name))
        return
    manifest = read_manifest(path.parent, NAME)
    yield from manifest.problems
    yield File(path, name, manifest.of(path.name), listed=True)


def shown(name: str) -> str:
    """A path as text that can be stored and printed, whatever bytes the file system has for it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(slots=True)
class Folder:
    """A folder being walked: the manifests above the place where the walk is, and the folders seen."""

    root: Path
    manifests: list[tuple[str, Manifest]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def files(self, prefix: str = "") -> Iterator[Found]:
        """The article files below ``prefix``, in the order of their whole names."""
        folder = self.root / prefix
        try:
            entries = sorted(self.entries(folder))
        except OSError as error:
            yield SourceError(shown(prefix or str(self.root)), why(error))
            return
        manifest = read_manifest(folder, shown(prefix) + NAME)
        yield from manifest.problems
        yield from missing(manifest, folder, shown(prefix))
        self.manifests.append((prefix, manifest))
        for entry in entries:
            yield from self.files(prefix + entry) if entry.endswith("/") else self.file(prefix + entry)
        self.manifests.pop()

    def entries(self, folder: Path) -> Iterator[str]:
        """Names in ``folder``, folders with a slash so that they sort as whole paths do."""
        state = folder.stat()
        if (state.st_dev, state.st_ino) in self.seen:
            return
        self.seen.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and entry.name.lower() != NAME:
                    yield entry.name + "/" * is_folder(entry)

    def file(self, name: str) -> Iterator[Found]:
        """One file, where it is an article or a manifest says it is one."""
        told, listed = self.told(name)
        if format_of(name) is not None or shows_itself(self.root / name, listed):
            yield File(self.root / name, shown(name), told, listed)
        elif listed or PurePath(name).suffix.lower() in UNREAD:
            yield SourceError(shown(name), no_format(name))

    def told(self, name: str) -> tuple[Told, bool]:
        """What the manifests tell of ``name``, the nearest first, and whether any lists it."""
        told, listed = NOTHING_TOLD, False
        for prefix, manifest in reversed(self.manifests):
            row = manifest.of(name.removeprefix(prefix))
            listed = listed or row is not NOTHING_TOLD
            told = told.over(row)
        return told, listed


def shows_itself(path: Path, listed: bool = True) -> bool:
    """Whether the first bytes of a file tell its format when its name does not; ``listed``: somebody named it."""
    try:
        if not is_regular(path):
            return False
        with path.open("rb") as stream:
            return shows(stream.read(HEAD), "" if listed else path.suffix)
    except OSError:
        return False


def is_folder(entry: os.DirEntry[str]) -> bool:
    """True for a folder or a link to one; a link in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_regular(path: Path) -> bool:
    """True for a real file: a pipe or a device could make a reader wait for ever."""
    return S_ISREG(path.stat().st_mode)
