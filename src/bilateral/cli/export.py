"""``bilateral export``: the record as JSON lines or CSV."""

from __future__ import annotations

import sys

import click

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing
from bilateral.export import write
from bilateral.record import open_record


@click.command("export")
@record_argument
@click.option(
    "--of",
    type=click.Choice(("events", "mentions", "claims", "documents", "actors")),
    default="events",
    show_default=True,
    help="What to write.",
)
@output_option
@filters("jsonl", "csv", default="jsonl")
@set_option
def command(record: str, of: str, output: str | None, filters: Filters, form: str) -> None:
    """Write what RECORD holds, one object or row each."""
    with (
        open_record(record, create=False, settings=given_settings()) as opened,
        writing(output, sys.stdout) as out,
    ):
        write(opened, form, of, out, **filters.arguments())
