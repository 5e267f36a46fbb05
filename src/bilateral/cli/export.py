"""``bilateral export``: the record in the formats of others."""

from __future__ import annotations

import sys

import click
from click.core import ParameterSource

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing, writing_bytes
from bilateral.errors import UsageError
from bilateral.export import FORMATS, KINDS_OF_ROWS, format_of, known, write
from bilateral.record import Record, open_record


@click.command("export")
@record_argument
@click.option("--of", type=click.Choice(KINDS_OF_ROWS), help="What to write.  [default: events; of bibtex: documents]")
@output_option
@filters(*FORMATS, default="jsonl")
@set_option
def command(record: str, of: str | None, output: str | None, filters: Filters, form: str) -> None:
    """Write what RECORD holds, in the format that the ending of FILE tells, or --format.

    jsonl and csv hold anything; the others what they are for. export.md tells what each holds and leaves out.
    """
    source = click.get_current_context().get_parameter_source("form")
    if output and source is ParameterSource.DEFAULT:
        form = format_of(output) or form
    with open_record(record, create=False, settings=given_settings()) as opened:
        if known(form).binary:
            _write_bytes(opened, (form, of), output, filters)
            return
        with writing(output, sys.stdout) as out:
            write(opened, form, of, out, **filters.arguments())


def _write_bytes(record: Record, what: tuple[str, str | None], output: str | None, filters: Filters) -> None:
    if output is None and sys.stdout.isatty():
        raise UsageError(f"{what[0]} is not for a terminal: name a file with -o")
    if output in (None, "-"):
        write(record, *what, sys.stdout.buffer, **filters.arguments())
        return
    with writing_bytes(str(output)) as out:
        write(record, *what, out, **filters.arguments())
