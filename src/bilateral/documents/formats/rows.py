"""JSON lines: one document a row, known by the hash of the row's own bytes. Streams files of any size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from bilateral.documents.decode import NotText, decode, refuse_binary
from bilateral.documents.formats.columns import renamed
from bilateral.documents.formats.whole import each
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.raw import File, Known, Knows, Raw, Read, Told, document_id
from bilateral.errors import SourceError
from bilateral.settings import Settings

UTF8_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a .jsonl file; a bad row is an error of its own and the rest goes on."""

    def documents(item: tuple[int, bytes | int]) -> Iterator[Read]:
        number, row = item
        yield document(file, number, row, (settings, knows)) if isinstance(row, bytes) else too_large(file, number, row)

    yield from each(file, rows_of(file, int(settings.number("max_bytes"))), documents, "empty: it holds no rows")


def rows_of(file: File, limit: int) -> Iterator[tuple[int, bytes | int]]:
    """The rows of a file, numbered. Raises SourceError for what cannot be JSON lines."""
    with file.open() as stream:
        refuse(stream, file)
        yield from lines(stream, limit)


def refuse(stream: BinaryIO, file: File) -> None:
    """Skip a UTF-8 mark; raise SourceError for what cannot be JSON lines."""
    start = stream.read(4096)
    if start.startswith(WIDE_MARKS):
        raise SourceError(file.name, "its text is UTF-16; JSON lines are UTF-8: save it as UTF-8")
    try:
        refuse_binary(start)
    except NotText as error:
        raise SourceError(file.name, f"{error}; JSON lines are text") from None
    stream.seek(len(UTF8_MARK) if start.startswith(UTF8_MARK) else 0)


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | int]]:
    """Number and bytes of each row that is not blank; of a row longer than ``limit``, the limit."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        row = line.rstrip(b"\r\n")
        if len(row) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            yield number, limit
        elif row.strip():
            yield number, row


def too_large(file: File, number: int, limit: int) -> SourceError:
    """The error for a row over the limit."""
    return SourceError(f"{file.name}#{number}", f"a row larger than {limit:,} bytes; raise the setting max_bytes")


def document(file: File, number: int, row: bytes, given: tuple[Settings, Knows]) -> Read:
    """One row as a document, or the error that names file and line."""
    where = f"{file.name}#{number}"
    settings, knows = given
    try:
        fields = renamed(parsed(row), settings)
        name = field(fields, "id") or where
        known = document_id(row)
        return Known(name, known) if knows(known) else Raw(known, name, text_of(fields), "jsonl", told(fields))
    except ValueError as error:
        return SourceError(where, f"line {number} {error}")


def parsed(row: bytes) -> dict[str, object]:
    """The row's fields. Raises ValueError saying what the line is instead."""
    try:
        fields = json.loads(decode(row))
    except NotText as error:
        raise ValueError(f"is {error}; delete it") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not JSON ({reason(error)}); mend or delete it") from None
    if not isinstance(fields, dict):
        raise ValueError('is not a JSON object; write each row as {"text": ...}')
    return fields


def text_of(fields: dict[str, object]) -> str:
    """The row's text. Raises ValueError when it has none."""
    text = fields.get("text")
    if not isinstance(text, str):
        raise ValueError("has no `text`; give each row one")
    if not normalise(text):
        raise ValueError("is empty: its `text` holds nothing")
    return text


def reason(error: Exception) -> str:
    """Why JSON refused, short."""
    return error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply or a number too long"


def told(fields: dict[str, object]) -> Told:
    """What the row tells besides its text."""
    return Told(
        title=field(fields, "title"),
        published=field(fields, "published"),
        published_from="row",
        source=field(fields, "source"),
        url=field(fields, "url"),
        language=field(fields, "language") or field(fields, "lang"),
    )


def field(fields: dict[str, object], name: str) -> str | None:
    """A field as one line of text; numbers count as text, anything else as nothing."""
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return one_line(str(value))
