"""``bilateral documents``: what was read, and what was not."""

from __future__ import annotations

import sys

import click

from bilateral.cli.days import readable
from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.table import Column, print_table
from bilateral.export import write
from bilateral.record import DocumentRow, Record, open_record


@click.command("documents")
@record_argument
@filters("table", "jsonl", "csv", default="table")
@set_option
def command(record: str, filters: Filters, form: str) -> None:
    """List the documents of RECORD; with filters, those that tell an event that fits."""
    with open_record(record, create=False, settings=given_settings()) as opened:
        if form != "table":
            write(opened, form, "documents", sys.stdout, **filters.arguments())
            return
        rows = _chosen(opened, filters)
    if rows:
        _print(rows)
    else:
        click.echo("no document fits; `bilateral add` reads some", err=True)


def _chosen(record: Record, filters: Filters) -> list[DocumentRow]:
    rows = list(record.documents())
    if filters.narrow:
        events = record.events(**{**filters.arguments(), "limit": None})
        telling = {item.document_id for event in events for item in event.evidence}
        rows = [row for row in rows if row.id in telling]
    return rows[: filters.limit]
