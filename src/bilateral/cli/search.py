"""``bilateral search``: documents, events and claims by their words."""

from __future__ import annotations

import sys

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.table import Column, print_table
from bilateral.export import hit_object, write_objects
from bilateral.record import Hit, open_record
from bilateral.record.search import SORTS
from bilateral.views.days import readable

COLUMNS = (
    Column("what", whole=True),
    Column("id", whole=True),
    Column("document"),
    Column("published"),
    Column("words"),
)


@click.command("search")
@record_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--of", type=click.Choice(SORTS), help="Only these; else all.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@click.option(
    "--format", "form", type=click.Choice(("table", "jsonl", "csv")), default="table", show_default=True,
    help="How to print it.",
)  # fmt: skip
@set_option
def command(record: str, words: tuple[str, ...], of: str | None, limit: int, form: str) -> None:
    """Find what holds all WORDS in RECORD, the best first, with the words found between « and ».

    WORDS are words, with no signs that mean anything but quotation marks: "joint drill" finds these two together.
    Case, accents and common endings do not count.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        found = opened.search(" ".join(words), of=of, limit=limit)
    if form != "table":
        write_objects(map(hit_object, found), form, "hits", sys.stdout)
    elif found:
        print_table(COLUMNS, map(_cells, found))
    else:
        click.echo("nothing holds all these words", err=True)


def _cells(hit: Hit) -> list[str]:
    id = hit.id.partition("_")[2][:8]
    return [hit.sort, id, hit.document, readable(hit.published) or "not told", hit.snippet]
