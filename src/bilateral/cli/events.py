"""``bilateral events``: the events of a record, one a line."""

from __future__ import annotations

import sys

import click

from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.table import print_events
from bilateral.export import write
from bilateral.record import open_record
from bilateral.types.event import Event
from bilateral.views.wording import DIFFERS, count


@click.command("events")
@record_argument
@filters("table", "jsonl", "csv", default="table")
@click.option(
    "--overdue",
    is_flag=True,
    help="Only what was to come by a day now past, and no report says happened.",
)
@set_option
def command(record: str, filters: Filters, form: str, overdue: bool) -> None:
    """List the events of RECORD in the order of their dates."""
    asked = filters.arguments() | ({"overdue": True} if overdue else {})
    with open_record(record, create=False, settings=given_settings()) as opened:
        if form != "table":
            write(opened, form, "events", sys.stdout, **asked)
            return
        events = opened.events(**asked)
    if events:
        print_events(events)
    if sys.stdout.isatty() or not events:
        click.echo(_closing(record, events), err=True)


def _closing(record: str, events: list[Event]) -> str:
    if not events:
        return "no event fits; `bilateral info` tells what the record holds"
    disputed = sum(bool(event.conflicts) for event in events)
    first = next((event for event in events if event.conflicts), events[0])
    return (
        f"{count(len(events), 'event')}, {disputed} told differently ({DIFFERS}). "
        f"All reports of one: bilateral show {record} {first.id[:12]}"
    )
