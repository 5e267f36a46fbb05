"""Whatever is a ZIP inside: archives of articles, and the files of word processors and e-books, told by their parts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import BinaryIO, cast

from bilateral.documents.formats import docx, epub, odt
from bilateral.documents.formats.members import (
    DEEPEST,
    Bomb,
    Budget,
    Given,
    is_manifest,
    manifest_in,
    read_member,
    safe_name,
    wanted,
)  # fmt: skip
from bilateral.documents.formats.whole import read_bytes, taking_apart, why
from bilateral.documents.manifest import Manifest
from bilateral.documents.raw import File, Knows, Read
from bilateral.errors import SourceError
from bilateral.settings import Settings

OTHERS = (
    ("xl/workbook.xml", "a spreadsheet; save it as CSV with a column `text`"),
    ("xl/workbook.bin", "a spreadsheet; save it as CSV with a column `text`"),
    ("ppt/presentation.xml", "a presentation; save its text"),
    ("AndroidManifest.xml", "a program"),
    ("META-INF/MANIFEST.MF", "a program"),
)


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a package or an archive."""
    try:
        with taking_apart(file.name), file.open() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            kind = kind_of(archive, names)
    except SourceError as error:
        yield error
        return
    except OSError as error:
        yield SourceError(file.name, why(error))
        return
    if kind == "docx":
        yield from read_bytes(file, settings, knows, docx.make)
    elif kind == "odt":
        yield from read_bytes(file, settings, knows, odt.make)
    elif kind == "epub":
        yield from epub.read(file, settings, knows)
    elif kind:
        yield SourceError(file.name, f"not text but {kind}")
    else:
        yield from members(file, settings, knows)


def kind_of(archive: zipfile.ZipFile, names: set[str]) -> str:
    """``docx``, ``odt``, ``epub``, what else it is in words, or nothing for an archive."""
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            kind = stream.read(200).strip()
        if kind == b"application/epub+zip":
            return "epub"
        if kind.startswith(b"application/vnd.oasis.opendocument"):
            return "odt" if b"text" in kind else "an office document that is no text; save it as text"
    if "META-INF/container.xml" in names:
        return "epub"
    return next((what for part, what in OTHERS if part in names), "")


def members(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of an archive's members, in the order of their names."""
    if file.depth >= DEEPEST:
        yield SourceError(file.name, f"lies in more than {DEEPEST} archives; unpack it by hand")
        return
    with closing(file.open()) as stream, zipfile.ZipFile(stream) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        most = int(settings.number("max_archive_files"))
        if len(infos) > most:
            yield SourceError(file.name, f"holds more than {most:,} files; raise the setting max_archive_files")
            return
        budget = Budget(size_of(stream), settings, file.budget)
        manifest = manifest_of(file, archive, infos, budget)
        yield from manifest.problems
        chosen = sorted((info for info in infos if wanted(safe_name(info.filename))), key=lambda i: i.filename)
        if not chosen:
            yield SourceError(file.name, "an archive without articles")
        for info in chosen:
            try:
                yield from member(file, archive, info, (settings, knows, budget, manifest))
            except Bomb as error:
                yield SourceError(file.name, str(error))
                return


def member(file: File, archive: zipfile.ZipFile, info: zipfile.ZipInfo, given: Given) -> Iterator[Read]:
    """The documents of one member; a locked or broken one is an error of its own."""
    name = f"{file.name}/{safe_name(info.filename)}"
    if info.flag_bits & 1:
        yield SourceError(name, "locked with a password; unpack it by hand")
        return
    try:
        with taking_apart(name), archive.open(info) as stream:
            found = read_member(file, info.filename, cast(BinaryIO, stream), given)
            first = next(found, None)
    except SourceError as error:
        if isinstance(error.__cause__, Bomb):
            raise error.__cause__ from None
        yield error
        return
    except OSError as error:
        yield SourceError(name, why(error))
        return
    if first is not None:
        yield first
        yield from found


def manifest_of(file: File, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], budget: Budget) -> Manifest:
    """What the manifests in an archive tell."""

    def found() -> Iterator[tuple[str, bytes]]:
        for info in infos:
            if is_manifest(info.filename) and not info.flag_bits & 1 and info.file_size < 10_000_000:
                budget.spend(info.file_size)
                yield info.filename, archive.read(info)

    try:
        with taking_apart(file.name):
            return manifest_in(file, found())
    except SourceError as error:
        return Manifest(problems=[error])


def size_of(stream: BinaryIO) -> int:
    """Bytes of a stream that can be sought in."""
    place = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(place)
    return size
