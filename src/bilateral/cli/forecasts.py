"""``bilateral forecasts``: what was said to come, and what came of it."""

from __future__ import annotations

import sys
from typing import Any, TextIO

import click

from bilateral.analysis.forecasts import Ledger, ledger
from bilateral.analysis.forecasts.outcomes import VERDICTS
from bilateral.analysis.frame import Frame
from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing
from bilateral.cli.rows import print_frame, write_rows
from bilateral.record import open_record
from bilateral.views.days import readable
from bilateral.views.footnotes import footnote, quoted
from bilateral.views.wording import count


@click.command("forecasts")
@record_argument
@click.option("--speaker", metavar="NAME", help="Only those of a speaker whose name holds this.")
@click.option("--outcome", type=click.Choice(VERDICTS), help="Only those that came to this.")
@click.option("--scores", is_flag=True, help="How often each speaker was right.")
@click.option(
    "--minimum",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Speakers with fewer that can be told have no score.",
)
@output_option
@filters("table", "csv", "jsonl", default="table")
@set_option
def command(record: str, output: str | None, filters: Filters, form: str, **wanted: Any) -> None:
    """List each forecast and plan in RECORD with who told it, when, by when, and what the record later shows."""
    with open_record(record, create=False, settings=given_settings()) as opened, writing(output, sys.stdout) as out:
        told = ledger(opened, filters.asked(), wanted["speaker"])
        if wanted["outcome"]:
            told = Ledger(tuple(line for line in told.lines if line.outcome.verdict == wanted["outcome"]))
        if wanted["scores"]:
            frame = told.scores(wanted["minimum"])
            if not len(frame):
                click.echo(f"no speaker has {wanted['minimum']} or more forecasts that can be told", err=True)
            else:
                write_rows(frame.columns, frame, form, out, filters.limit)
        elif form == "table":
            _table(Ledger(told.lines[: filters.limit]), out)
        else:
            frame, notes = told.frame()
            rows = [{**row, "outcome_notes": [quoted(notes[n - 1]) for n in row["outcome_notes"]]} for row in frame]
            columns = [name for name in frame.columns if name != "notes"]
            write_rows(columns, rows, form, out, filters.limit)


def _table(told: Ledger, out: TextIO) -> None:
    frame, notes = told.frame()
    if not len(frame):
        click.echo("no forecast or plan fits; `bilateral info` tells what the record holds", err=True)
        return
    rows = [_cells(row) for row in frame]
    print_frame(Frame.of("told speaker kind about by_when outcome happened notes", rows), None, out)
    for number, note in enumerate(notes, 1):
        click.echo(footnote(number, note), file=out)
    verdicts = [line.outcome.verdict for line in told.lines]
    summary = ", ".join(f"{verdicts.count(one)} {one}" for one in VERDICTS if one in verdicts)
    click.echo(f"{count(len(verdicts), 'forecast or plan', 'forecasts and plans')}: {summary}", file=out)


def _cells(row: dict[str, Any]) -> dict[str, str]:
    marks = "".join(f"[{number}]" for number in row["notes"])
    shown = "".join(f"[{number}]" for number in row["outcome_notes"])
    because = "" if shown else f" ({row['reason']})"
    return {
        "told": readable(row["told"]),
        "speaker": row["speaker"] or f"({row['source'] or 'the article'})",
        "kind": row["kind"],
        "about": ", ".join(row["about"]),
        "by_when": readable(row["by_when"]),
        "outcome": f"{row['outcome']}{because}",
        "happened": readable(row["happened"]),
        "notes": f"{marks} → {shown}" if shown else marks,
    }
