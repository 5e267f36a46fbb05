"""``bilateral conflicts``: where reports of one event disagree, both sentences side by side."""

from __future__ import annotations

import sys

import click

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.show import told_differently
from bilateral.export import event_object, write_objects
from bilateral.record import open_record
from bilateral.views import wording
from bilateral.views.days import readable


@click.command("conflicts")
@record_argument
@click.option(
    "--field", metavar="FIELD", help="Only in this: date, place, status, participants, quantity, series, first ..."
)
@filters("table", "jsonl", "csv", default="table")
@set_option
def command(record: str, field: str | None, filters: Filters, form: str) -> None:
    """List the events of RECORD of which reports disagree, each value with the sentences that give it.

    A more precise value is no conflict with a vaguer one that holds it. Likely misprints are marked as such.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        events = opened.conflicts(field=field, **filters.arguments())
    if form != "table":
        write_objects(map(event_object, events), form, "events", sys.stdout)
        return
    for event in events:
        what = "; ".join(part for part in (wording.who(event), wording.what(event)) if part)
        when = readable(event.date) or "no date"
        click.echo(f"{click.style(wording.short(event.id), bold=True)}  {event.kind}, {when}, {event.status}: {what}")
        for conflict in event.conflicts:
            for line in told_differently(event, conflict):
                click.echo(line)
        click.echo()
    if not events:
        click.echo("no reports that fit disagree", err=True)
