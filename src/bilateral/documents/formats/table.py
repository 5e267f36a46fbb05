"""CSV: a document a row, by the names of its columns. Streams files of any size."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from bilateral.documents.decode import SAMPLE, NotText, decode, refuse_binary
from bilateral.documents.formats.columns import mapped, mapping
from bilateral.documents.formats.whole import handed, why
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.raw import File, Known, Knows, Raw, Read, Told, document_id
from bilateral.errors import SourceError
from bilateral.settings import Settings


class TooLong(ValueError):
    """A line longer than a row may be."""


class Lines:
    """The lines of a stream as text, each within ``limit`` bytes. An iterator that goes on after an error."""

    def __init__(self, stream: BinaryIO, encoding: str, limit: int) -> None:
        self._stream = stream
        self._encoding = encoding
        self._limit = limit

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        if len(line) > self._limit:
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(1 << 20)
            raise TooLong
        return line.decode(self._encoding, "replace").replace("\0", "")


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a table; a bad row is an error of its own and the rest goes on.

    A table in a folder that has no column of texts is no article file and is passed over, unless somebody named it.
    """
    limit = int(settings.number("max_bytes"))
    csv.field_size_limit(min(limit, 2**31 - 1))
    try:
        with file.open() as stream:
            encoding, delimiter = shape(stream, file)
            rows = csv.reader(Lines(stream, encoding, limit), delimiter=delimiter)
            head = next(rows, [])
            columns = mapping(head, settings)
            if "text" not in columns:
                if file.listed:
                    yield SourceError(file.name, without_text(head))
                return
            yield from documents(file, rows, columns, knows)
    except SourceError as error:
        yield error
    except (csv.Error, TooLong) as error:
        yield SourceError(file.name, f"no table ({str(error) or 'a line too long'}); save it as CSV with a head line")
    except OSError as error:
        yield SourceError(file.name, why(error))


def without_text(head: list[str]) -> str:
    """The reason for a table whose texts are not found."""
    there = ", ".join(filter(None, (one_line(name) for name in head[:20]))) or "none"
    return f"has no column `text` (columns: {there}); name the column with --set columns=text=NAME"


def shape(stream: BinaryIO, file: File) -> tuple[str, str]:
    """(encoding, delimiter) as the beginning shows them, the stream set behind a byte order mark."""
    start = stream.read(SAMPLE)
    try:
        refuse_binary(start)
    except NotText as error:
        if not start.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise SourceError(file.name, f"{error}; a table is text") from None
        raise SourceError(file.name, "its text is UTF-16; save it as UTF-8") from None
    stream.seek(3 if start.startswith(b"\xef\xbb\xbf") else 0)
    try:
        start[: start.rfind(b"\n") + 1].decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = encoding_of(start)
    head = start.partition(b"\n")[0].decode("latin-1")
    return encoding, max(",;\t|", key=head.count)


def encoding_of(start: bytes) -> str:
    """The old encoding that makes of ``start`` what :func:`decode` makes of it."""
    text = decode(start)
    for encoding in ("utf-8", "cp1252", "cp1251", "cp1250", "cp1256", "gb18030", "big5", "shift_jis", "euc_kr"):
        if start.decode(encoding, "replace") == text:
            return encoding
    return "cp1252"


def documents(file: File, rows: Iterator[list[str]], columns: Mapping[str, int], knows: Knows) -> Iterator[Read]:
    """A document a row."""
    number = 0
    while True:
        number += 1
        where = f"{file.name}#{number}"
        try:
            row = next(rows, None)
        except TooLong:
            yield SourceError(where, f"row {number} cannot be read (a line too long); mend or delete it")
            continue
        except csv.Error as error:  # a quote that is never closed: what are rows behind it nobody can tell
            yield SourceError(where, f"row {number} cannot be read ({error}), nor what is behind it; mend its quotes")
            return
        if row is None:
            break
        if any(cell.strip() for cell in row):
            yield document(where, row, columns, knows)
    if number == 1:
        yield SourceError(file.name, "empty: it holds no rows")


def document(where: str, row: list[str], columns: Mapping[str, int], knows: Knows) -> Read:
    """One row as a document, or the error that names it."""
    fields = mapped(row, columns)
    name = one_line(fields.get("id")) or where
    known = document_id("\x1f".join(row).encode("utf-8", "replace"))
    if knows(known):
        return Known(name, known)
    if not normalise(fields.get("text", "")):
        return SourceError(where, "its text is empty")
    told = Told(
        title=one_line(fields.get("title")),
        published=one_line(fields.get("published")),
        published_from="row",
        source=one_line(fields.get("source")),
        url=one_line(fields.get("url")),
        language=one_line(fields.get("language")),
    )
    return handed(Raw(known, name, fields["text"], "csv", told), lambda _: False)
