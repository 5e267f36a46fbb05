"""``bilateral demo``: the main job on the sample corpus."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

import click

from bilateral.cli.options import given_settings, set_option
from bilateral.cli.progress import following
from bilateral.cli.summary import summary
from bilateral.cli.table import print_events
from bilateral.record import open_record
from bilateral.sample import corpus
from bilateral.types.event import Conflict, Event
from bilateral.views import wording
from bilateral.views.days import readable


@click.command("demo")
@click.argument("record", required=False, type=click.Path(dir_okay=False))
@set_option
def command(record: str | None) -> None:
    """Read a dozen sample articles into RECORD (a new file in the temporary folder when not named).

    The articles are invented: four imaginary newspapers tell the same events differently.
    """
    path = record or str(Path(mkdtemp(prefix="bilateral-")) / "demo.db")
    click.echo(f"$ bilateral add {path} {corpus()}")
    with open_record(path, settings=given_settings()) as opened:
        with following() as follow:
            report = opened.add(corpus(), progress=follow)
        for line in summary(report):
            click.echo(line)
        events = opened.events()
    click.echo(f"\n$ bilateral events {path}")
    print_events(events)
    disputed = [event for event in events if event.conflicts]
    if disputed:
        click.echo(f"\nWhere the newspapers differ ({wording.DIFFERS}):")
    for event in disputed:
        _differences(event)
    _next(path, disputed or events)


def _differences(event: Event) -> None:
    title = ": ".join(part for part in (event.kind, wording.what(event)) if part)
    click.echo(f"\n  {title}  [{wording.short(event.id)}]")
    for conflict in event.conflicts:
        click.echo(f"    {conflict.field.removeprefix('details.').replace('_', ' ')}")
        for line in _sides(event, conflict):
            click.echo(f"      {line}")


def _sides(event: Event, conflict: Conflict) -> list[str]:
    told = []
    for side in conflict.values:
        value = wording.plain(side.value)
        item = event.evidence[side.evidence[0]]
        quote = " ".join(item.quote.split())
        told.append(f"{readable(value) if conflict.field == 'date' else value}  {item.source}: “{quote}”")
    return told


def _next(path: str, events: list[Event]) -> None:
    shown = wording.short(events[0].id) if events else "EVENT"
    click.echo("\nWhat to try next:")
    for line in (
        f"bilateral show {path} {shown}",
        f"bilateral events {path} --between Indonesia Kazakhstan --status planned",
        f"bilateral events {path} --kind transfer --format csv",
        f"bilateral export {path} -o events.jsonl",
        "bilateral add my.db YOUR_ARTICLES/",
    ):
        click.echo(f"  {line}")
