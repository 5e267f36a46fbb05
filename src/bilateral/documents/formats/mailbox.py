"""A mailbox: messages one after the other, each begun by a line ``From ...``. Streams files of any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bilateral.documents.formats import mail
from bilateral.documents.formats.whole import why
from bilateral.documents.pulse import beat
from bilateral.documents.raw import File, Knows, Read
from bilateral.errors import SourceError
from bilateral.settings import Settings

POST = re.compile(rb"From \S+.* \d{4}\s*$")
LINE = 1 << 20


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a mailbox; a message too large is an error of its own."""
    limit = int(settings.number("max_bytes"))
    try:
        with file.open() as stream:
            for number, data in messages(stream, limit):
                name = f"{file.name}#{number}"
                if data is None:
                    yield SourceError(name, f"a message larger than {limit:,} bytes; raise the setting max_bytes")
                elif data.strip():
                    inner = replace(file, path=Path("message.eml"), name=name, data=data)
                    yield from mail.read(inner, settings, knows)
    except OSError as error:
        yield SourceError(file.name, why(error))


def messages(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each message; ``None`` in place of one that is too large."""
    number, size, blank = 0, 0, True
    lines: list[bytes] = []
    while line := stream.readline(LINE):
        if blank and POST.match(line):
            beat()
            if number:
                yield number, b"".join(lines) if size <= limit else None
            number, size, lines = number + 1, 0, []
        elif size <= limit:
            size += len(line)
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
        blank = not line.strip()
    if size:
        yield max(number, 1), b"".join(lines) if size <= limit else None
