"""Writing what a record holds, one object or row after the other, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, TextIO, Unpack

from bilateral.errors import UsageError
from bilateral.export.chosen import KINDS_OF_ROWS, Chosen
from bilateral.export.formats import FORMATS, Format
from bilateral.export.lines import LINES
from bilateral.export.objects import Object

if TYPE_CHECKING:
    from bilateral.record import Record
    from bilateral.record.filters import Asked


def write(
    record: Record, format: str, of: str | None, out: IO[str] | IO[bytes], *, limit: int | None = None,
    **asked: Unpack[Asked],
) -> None:  # fmt: skip
    """Write the events, mentions, claims, documents or actors that fit to ``out``, at most ``limit`` of them.

    Without ``of`` what the format is for. ``out`` takes text, or bytes where the format is binary.

    Raises:
        UsageError: an unknown format, kind of object or filter, or a format that cannot hold what is asked for.
        ExtraMissing: the format needs a package that is not installed.
    """
    chosen = known(format)
    what = of or chosen.of[0]
    if what not in KINDS_OF_ROWS:
        raise UsageError(f"nothing to export is called {what!r}; there are: {', '.join(KINDS_OF_ROWS)}")
    if what not in chosen.of:
        raise UsageError(f"{format} holds {' or '.join(chosen.of)}, not {what}; leave --of out, or take jsonl or csv")
    chosen.write(Chosen(record, what, asked, limit), out)


def write_objects(told: Iterable[Object], format: str, of: str, out: TextIO) -> None:
    """Write objects of one kind that are at hand, as ``jsonl`` or ``csv``."""
    LINES[format](told, of, out)


def known(format: str) -> Format:
    """The format of this name. Raises UsageError when there is none."""
    if format not in FORMATS:
        raise UsageError(f"no format is called {format!r}; there are: {', '.join(FORMATS)}")
    return FORMATS[format]


def format_of(name: str) -> str | None:
    """The format that a file's ending tells; ``None`` when it tells none."""
    return next((form for form, format in FORMATS.items() if name.lower().endswith(format.ending)), None)
