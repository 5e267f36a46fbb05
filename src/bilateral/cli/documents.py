"""``bilateral documents``: what was read."""

from __future__ import annotations

import sys

import click

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.table import Column, print_table
from bilateral.export import write
from bilateral.record import DocumentRow, Record, open_record
from bilateral.views.days import readable

COLUMNS = (
    Column("document", whole=True),
    Column("source"),
    Column("published"),
    Column("title"),
    Column("mentions", right=True),
    Column("remarks"),
)


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
        rows = chosen(opened, filters)
    if rows:
        print_table(COLUMNS, map(_cells, rows))
    else:
        click.echo("no document fits; `bilateral add` reads some", err=True)


def chosen(record: Record, filters: Filters) -> list[DocumentRow]:
    """The documents that tell an event that fits; all of them when nothing is asked for."""
    rows = list(record.documents())
    if filters.narrow:
        events = record.events(**{**filters.arguments(), "limit": None})
        telling = {item.document_id for event in events for item in event.evidence}
        rows = [row for row in rows if row.id in telling]
    return rows[: filters.limit]


def _cells(row: DocumentRow) -> list[str]:
    return [
        row.name,
        row.source or "",
        readable(row.published) or "not told",
        row.title or "",
        f"{row.mentions:,}",
        _remarks(row),
    ]


def _remarks(row: DocumentRow) -> str:
    told = [f"not coded: {row.uncoded}"] if row.uncoded else []
    told += [] if row.current else ["old version"]
    told += [f"also {name}" for name in row.names if name != row.name]
    return "; ".join(told)
