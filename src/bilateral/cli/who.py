"""``bilateral who``: the holder of an office."""

from __future__ import annotations

from collections.abc import Iterator

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.record import Record, open_record
from bilateral.types.office import Holder
from bilateral.views.days import readable

UNKNOWN = 1


@click.command("who")
@record_argument
@click.argument("office")
@click.option("--state", required=True, metavar="STATE", help="Of which state (code, name, demonym).")
@click.option("--on", metavar="DATE", help="On which day or in which month; without it, all who ever held it.")
@set_option
def command(record: str, office: str, state: str, on: str | None) -> None:
    """Tell who held OFFICE ("army chief") as the documents of RECORD say, with their words.

    Exit status: 0 somebody is told, 1 nobody is.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        found = opened.who(office, state=state, on=on)
        for holder in found:
            for line in _lines(opened, holder):
                click.echo(line)
    if not found:
        click.echo(f"no document tells who held it {f'on {readable(on)}' if on else 'ever'}", err=True)
        click.get_current_context().exit(UNKNOWN)


def _lines(record: Record, holder: Holder) -> Iterator[str]:
    tenure, holding = holder.tenure, holder.holding
    when = f"told of {readable(tenure.first)} to {readable(tenure.last)}" if tenure.first else "no date told"
    yield f"{click.style(tenure.name, bold=True)}, {tenure.title} ({tenure.state}), {when}"
    if holder.near:
        yield f"  nothing is told of the day itself; nearest: {readable(holding.date)}"
    if tenure.rivals:
        yield f"  told of the same time as well: {', '.join(tenure.rivals)}"
    document = record.document(holding.document)
    start = max(document.text.rfind("\n", 0, holding.words.start) + 1, holding.words.start - 120)
    end = min(len(document.text), holding.words.end + 120)
    words = " ".join(document.text[start:end].split("\n\n")[0].split())
    origin = ", ".join(p for p in (document.source, document.name, readable(document.published)) if p)
    yield f"  {origin}: “{words}”"
