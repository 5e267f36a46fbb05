"""``bilateral documents``: what was read, from where, dated how, cut what, in which language."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import click

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.table import Column, print_table
from bilateral.export import write
from bilateral.record import DocumentRow, Record, open_record
from bilateral.types.document import Document
from bilateral.views.days import readable
from bilateral.views.wording import count, listed

COLUMNS = (
    Column("document", whole=True),
    Column("source"),
    Column("published"),
    Column("title"),
    Column("language"),
    Column("mentions", right=True),
    Column("cut", right=True),
    Column("remarks"),
)


@click.command("documents")
@record_argument
@click.argument("document", required=False)
@filters("table", "jsonl", "csv", default="table")
@set_option
def command(record: str, document: str | None, filters: Filters, form: str) -> None:
    """List the documents of RECORD; with filters, those that tell an event that fits.

    With DOCUMENT, an id or a name, tell all that is known of that one: who dates it how, and what was cut.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        if document is not None:
            found = opened.document(document)
            row = next(row for row in opened.documents() if row.id == found.id)
            click.echo("\n".join(f"{name:<12} {value}".rstrip() for name, value in _told(row, found)))
            return
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
        _dated(row),
        row.title or "",
        row.language or "",
        f"{row.mentions:,}",
        f"{sum(row.cut.values()):,}",
        _remarks(row),
    ]


def _dated(row: DocumentRow) -> str:
    if row.published is None:
        return "not told"
    sure = "" if row.certainty in (None, "certain") else f", {row.certainty}"
    return f"{readable(row.published)} ({row.published_from}{sure})"


def _remarks(row: DocumentRow) -> str:
    told = [f"removed by {row.removed.author}"] if row.removed else []
    told += [f"not coded: {row.uncoded}"] if row.uncoded else []
    told += [] if row.current or row.removed else ["old version"]
    told += [f"also {name}" for name in row.names if name != row.name]
    told += [f"copy of {listed(row.copies, 1)}"] if row.copies else []
    return "; ".join(told)


def _told(row: DocumentRow, document: Document) -> Iterator[tuple[str, str]]:
    yield "document", f"{row.name}   {row.id}"
    for name, value in (("title", row.title), ("source", row.source), ("address", row.url)):
        if value:
            yield name, value
    yield "published", _dated(row)
    for one in row.tellings:
        yield "", f"{one.field} {one.value}: {one.origin}, {one.place}; {one.certainty}"
    yield "read", f"{row.retrieved}, {row.format}, language {row.language or 'not told'}, {row.characters:,} characters"
    yield "mentions", f"{row.mentions:,}"
    for label, name in zip(("copies", *[""] * len(row.copies)), row.copies, strict=False):
        yield label, name
    if remarks := _remarks(replace(row, copies=())):
        yield "remarks", remarks
    yield "cut", count(sum(row.cut.values()), "word")
    for cut in document.cuts:
        yield "", f"{cut.reason}: {' '.join(cut.text.split())[:200]}"
