"""``bilateral timex``: the expressions of time in texts as TIMEX3, without a record."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bilateral.cli.options import as_source, given_settings, set_option
from bilateral.cli.output import output_option, writing
from bilateral.dates import find_timexes
from bilateral.documents.published import as_edtf, checked
from bilateral.documents.raw import File, Raw
from bilateral.documents.reading import read_file
from bilateral.documents.walk import walk
from bilateral.errors import SourceError
from bilateral.settings import Settings

SOME_FAILED = 1


@click.command("timex")
@click.argument("source")
@output_option
@click.option("--published", metavar="DATE", help="Date of publication of texts that tell none.")
@set_option
def command(source: str, output: str | None, published: str | None) -> None:
    """Print {"id", "timex": [[start, end, type, value], ...]} for each text of SOURCE, a file or a folder.

    Types and values are those of TIMEX3; start and end count characters of the text as it was given.
    """
    date, failed = checked(published), 0
    with writing(output, sys.stdout) as out:
        for found in _texts(as_source(source), Settings(given_settings())):
            if isinstance(found, SourceError):
                failed += 1
                click.echo(f"bilateral: {found}", err=True)
            else:
                file, raw = found
                print(json.dumps(_line(raw, _published(file, raw) or date), ensure_ascii=False), file=out)
    if failed:
        click.get_current_context().exit(SOME_FAILED)


def _texts(source: Path, settings: Settings) -> Iterator[tuple[File, Raw] | SourceError]:
    for file in walk(source):
        if isinstance(file, SourceError):
            yield file
            continue
        for read in read_file(file, settings, lambda _id: False):
            if isinstance(read, Raw):
                yield file, read
            elif isinstance(read, SourceError):
                yield read


def _published(file: File, raw: Raw) -> str | None:
    told = file.told.over(raw.told).published
    return as_edtf(told) if told else None


def _line(raw: Raw, published: str | None) -> dict[str, Any]:
    found = find_timexes(raw.text, published)
    return {"id": raw.name, "timex": [[timex.start, timex.end, timex.type, timex.value] for timex in found]}
