"""TAR archives: regular files only, in the order of their names. Nothing is ever written where a member wants it."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

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
from bilateral.documents.formats.packages import size_of
from bilateral.documents.formats.whole import taking_apart, why
from bilateral.documents.manifest import Manifest
from bilateral.documents.pulse import beat
from bilateral.documents.raw import File, Knows, Read
from bilateral.errors import SourceError
from bilateral.settings import Settings


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of an archive's members."""
    if file.depth >= DEEPEST:
        yield SourceError(file.name, f"lies in more than {DEEPEST} archives; unpack it by hand")
        return
    try:
        with file.open() as stream:
            with taking_apart(file.name):
                archive = tarfile.open(fileobj=stream, mode="r:")  # noqa: SIM115 (the stream is closed)
                members, broken = listed(archive, int(settings.number("max_archive_files")))
                budget = Budget(size_of(stream), settings, file.budget)
                manifest = manifest_of(file, archive, members)
            yield from manifest.problems
            given = (settings, knows, budget, manifest)
            yield from documents(file, archive, [m for m in members if wanted(safe_name(m.name))], given)
            if broken:
                yield SourceError(file.name, broken)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(file.name, why(error))


def documents(
    file: File,
    archive: tarfile.TarFile,
    members: list[tarfile.TarInfo],
    given: Given,
) -> Iterator[Read]:
    """What the members hold, until they hold too much."""
    if not members:
        yield SourceError(file.name, "an archive without articles")
    for member in sorted(members, key=lambda member: member.name):
        name = f"{file.name}/{safe_name(member.name)}"
        try:
            with taking_apart(name):
                found = read_member(file, member.name, cast(BinaryIO, archive.extractfile(member)), given)
                first = next(found, None)
        except SourceError as error:
            bomb = isinstance(error.__cause__, Bomb)
            yield SourceError(file.name, str(error.__cause__)) if bomb else error
            if bomb:
                return
            continue
        if first is not None:
            yield first
            yield from found


def listed(archive: tarfile.TarFile, most: int) -> tuple[list[tarfile.TarInfo], str]:
    """The regular files of an archive, and why these are not all; what is only a link or a device is passed over."""
    members: list[tarfile.TarInfo] = []
    try:
        while (member := archive.next()) is not None:
            beat()
            cast(Any, archive).members = []  # the package would keep every one it has seen
            if member.isreg():
                members.append(member)
            if len(members) > most:
                return members[:most], f"holds more than {most:,} files; raise the setting max_archive_files"
    except (tarfile.TarError, EOFError, ValueError) as error:
        return members, f"broken behind its first {len(members):,} files ({type(error).__name__}); the rest is lost"
    return members, ""


def manifest_of(file: File, archive: tarfile.TarFile, members: list[tarfile.TarInfo]) -> Manifest:
    """What the manifests in an archive tell."""
    found = [m for m in members if is_manifest(m.name) and m.size < 10_000_000]
    streams = [(member.name, archive.extractfile(member)) for member in found]
    return manifest_in(file, [(name, stream.read()) for name, stream in streams if stream])
