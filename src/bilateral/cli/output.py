"""``-o FILE``: written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO, cast

import click

from bilateral.errors import UsageError

output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to the terminal."
)


@contextmanager
def writing(name: str | None, otherwise: TextIO) -> Iterator[TextIO]:
    """The file to write, which takes its name only when all is written; ``otherwise`` when there is no name."""
    if name is None or name == "-":
        yield otherwise
        return
    with _whole(name, mode="w", encoding="utf-8", newline="") as out:
        yield cast("TextIO", out)


@contextmanager
def writing_bytes(name: str) -> Iterator[BinaryIO]:
    """The file to write pictures and the like to, which takes its name only when all is written."""
    with _whole(name, mode="wb") as out:
        yield cast("BinaryIO", out)


@contextmanager
def _whole(name: str, **how: Any) -> Iterator[IO[Any]]:
    path = Path(name)
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {name}: there is no folder {path.parent}; make it first")
    special = path.exists() and not path.is_file()
    unfinished = path if special else path.with_name(f"{path.name}.part")
    try:
        with unfinished.open(**how) as out:
            yield out
    except BaseException:
        if not special:
            unfinished.unlink(missing_ok=True)
        raise
    if not special:
        unfinished.replace(path)
