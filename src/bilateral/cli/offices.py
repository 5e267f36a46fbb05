"""``bilateral offices``: who held which office from when to when."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.table import Column, print_table
from bilateral.export import tenure_object, write_objects
from bilateral.record import open_record
from bilateral.types.office import Tenure
from bilateral.views.days import readable
from bilateral.views.wording import DIFFERS

COLUMNS = (
    Column("state", whole=True), Column("office"), Column("holder"), Column("told from", whole=True),
    Column("told to", whole=True), Column("told by", right=True), Column("differs"),
)  # fmt: skip


@click.command("offices")
@record_argument
@click.option("--state", metavar="STATE", help="Only of this state (code, name, demonym).")
@click.option(
    "--format", "form", type=click.Choice(("table", "jsonl", "csv")), default="table", show_default=True,
    help="How to print it.",
)  # fmt: skip
@set_option
def command(record: str, state: str | None, form: str) -> None:
    """List who held which office, from the first to the last day on which the documents of RECORD say so."""
    with open_record(record, create=False, settings=given_settings()) as opened:
        tenures = opened.offices(state=state)
        names = {row.id: row.name for row in opened.documents()} if form != "table" else {}
    if form != "table":
        write_objects((tenure_object(tenure, names) for tenure in tenures), form, "offices", sys.stdout)
    elif tenures:
        print_table(COLUMNS, (list(_cells(tenure)) for tenure in tenures))
    else:
        click.echo("no document tells who holds an office", err=True)


def _cells(tenure: Tenure) -> Iterator[str]:
    yield tenure.state
    yield tenure.title
    yield tenure.name
    yield readable(tenure.first) or "not told"
    yield readable(tenure.last) + (f", gone by {readable(tenure.gone)}" if tenure.gone else "")
    yield str(len({holding.document for holding in tenure.told}))
    yield f"{DIFFERS} {', '.join(tenure.rivals)}" if tenure.rivals else ""
