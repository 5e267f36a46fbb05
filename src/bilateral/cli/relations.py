"""``bilateral relations``: how the relation of two states moved, or that of all dyads at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

import click

from bilateral.analysis import asking
from bilateral.analysis.frame import Frame
from bilateral.analysis.panel import COLUMNS, panel
from bilateral.analysis.periods import MONTHS
from bilateral.analysis.relation import AHEAD, Relation
from bilateral.analysis.table import dyads
from bilateral.analysis.timing import HAPPENED
from bilateral.analysis.turning import Turn, as_frame, turning_points
from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing, writing_bytes
from bilateral.cli.rows import print_frame, write_rows
from bilateral.knowledge.states import display
from bilateral.record import Record, open_record
from bilateral.record.filters import Asked
from bilateral.views.charts import relation_chart, themed
from bilateral.views.days import readable
from bilateral.views.render import format_of, render
from bilateral.views.wording import count, short, who

HEAVIEST = 10


@click.command("relations")
@record_argument
@click.option("--by", type=click.Choice(tuple(MONTHS)), default="month", show_default=True, help="Length of a period.")
@click.option(
    "--events", is_flag=True, help="List every event with what it adds to the score, or why it does not count."
)
@click.option("--all", "every", is_flag=True, help="One row for each two states of the record.")
@click.option("--panel", "as_panel", is_flag=True, help="A row for each two states and period, with ISO and COW codes.")
@click.option(
    "--undated",
    type=click.Choice(("apart", "reported")),
    default="apart",
    show_default=True,
    help="Keep what happened on no known date apart, or count it on the day of its first report.",
)
@click.option("--turns", is_flag=True, help="Where the relation turned, with the events that make each turn.")
@click.option("--plot", type=click.Path(dir_okay=False), metavar="FILE", help="Draw it: .svg, .png, .pdf or .html.")
@output_option
@filters("table", "csv", "jsonl", default="table")
@set_option
def command(record: str, output: str | None, filters: Filters, form: str, **wanted: Any) -> None:
    """Show how the relation of two states in RECORD moved: events by direction, and a score of their cooperation.

    Only what occurred or is ongoing counts; every event fades with the setting half_life.
    """
    picture = format_of(wanted["plot"]) if wanted["plot"] else None
    asked = filters.asked()
    with open_record(record, create=False, settings=given_settings()) as opened, writing(output, sys.stdout) as out:
        if wanted["as_panel"]:
            rows = _panel(opened, asked, wanted)
            write_rows(COLUMNS, rows, "csv" if form == "table" else form, out, filters.limit)
            return
        if wanted["every"]:
            frame = _all(opened, asked, wanted)
            if form == "table" and len(frame):
                click.echo("every score is that of one day, the last on which anything can have happened", err=True)
            write_rows(frame.columns, frame, form, out, filters.limit)
            return
        told = asking.relation_of(opened, asked, wanted["by"], wanted["undated"])
        turns = turning_points(told) if wanted["turns"] else []
        if picture:
            chart = relation_chart(told, [turn.period.label for turn in turns])
            with writing_bytes(wanted["plot"]) as file:
                file.write(render(themed(chart.spec), picture))
        if wanted["turns"] and form != "table":
            frame = as_frame(turns)
            write_rows(frame.columns, frame, form, out, filters.limit)
            return
        _tell(told, wanted["events"], (form, filters.limit), out)
        if wanted["turns"]:
            _tell_turns(turns, out)


def _tell_turns(turns: Sequence[Turn], out: TextIO) -> None:
    click.echo(f"\n{count(len(turns), 'turning point')}", file=out)
    for turn in turns:
        click.echo(
            f"  {turn.period.label}: {turn.before:.1f} a period before, {turn.after:.1f} after "
            f"(found in {turn.support:.0%} of draws of other sources)",
            file=out,
        )
        for part, share in turn.parts:
            event = part.event
            told = f"{readable(event.date)}, {event.kind}, {who(event)}"
            click.echo(f"    {share:+.2f}  {told} [{short(event.id)}]", file=out)


def _tell(told: Relation, events: bool, how: tuple[str, int | None], out: TextIO) -> None:
    form, limit = how
    if form != "table":
        frame = told.contributions() if events else told.series()
        write_rows(frame.columns, frame, form, out, limit)
        return
    for line in _head(told):
        click.echo(line, file=out)
    _tables(told, events, limit, out)


def _panel(record: Record, asked: Asked, wanted: dict[str, Any]) -> Iterable[dict[str, Any]]:
    how = asking.method(record, asked, wanted["by"], wanted["undated"])
    return panel(asking.dyads_of(record, asked), how)


def _all(record: Record, asked: Asked, wanted: dict[str, Any]) -> Frame:
    how = asking.method(record, asked, wanted["by"], wanted["undated"])
    return dyads(asking.dyads_of(record, asked), how)


def _head(told: Relation) -> Iterator[str]:
    counted = [part for part in told.counted if not told.before(part)]
    sources = len({name for part in counted for name in part.sources})
    yield (
        f"{display(told.a)} and {display(told.b)}: {count(len(counted), 'event')} that happened, "
        f"told by {count(sources, 'independent source')}; half gone after {told.method.half_life:g} days"
    )
    reasons: dict[str, int] = {}
    for part in told.parts:
        if part.apart and not told.before(part):
            reasons[part.apart] = reasons.get(part.apart, 0) + 1
    if reasons:
        yield "not counted: " + ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
    if told.points:
        end = told.points[-1]
        yield f"score at the end of {end.period.label}: {end.score:g} (90 %: {end.low:g} to {end.high:g})"


def _tables(told: Relation, events: bool, limit: int | None, out: TextIO) -> None:
    if events:
        print_frame(_dated(told.contributions()), limit, out)
        return
    for frame in (_crossed(told), _moved(told)):
        if len(frame):
            click.echo("", file=out)
            print_frame(frame, limit, out)
    heaviest = [row for row in told.contributions() if row["apart"] is None and row["value"]]
    if heaviest:
        click.echo("\nwhat weighs most now (all: --events)", file=out)
        frame = Frame.of("event date kind direction score value sources", heaviest[:HEAVIEST])
        print_frame(_dated(frame), limit, out)


def _crossed(told: Relation) -> Frame:
    """Kinds against directions of what happened, and what has not."""
    ways = [told.named("a_to_b"), told.named("b_to_a"), "joint", "beside"]
    heads = [*ways, "planned", "other"]
    table: dict[str, dict[str, Any]] = {}
    for row in told.counts():
        happened, ahead = row["status"] in HAPPENED, row["status"] in AHEAD
        head = row["direction"] if happened else "planned" if ahead else "other"
        cells = table.setdefault(row["kind"], {"kind": row["kind"], **dict.fromkeys(heads, 0)})
        cells[head] += row["events"]
    ranked = sorted(table.values(), key=lambda row: -sum(row[head] for head in heads))
    return Frame(("kind", *heads), tuple(ranked))


def _moved(told: Relation) -> Frame:
    """The periods in which something happened or was planned, directions under the codes of the states."""
    heads = {"a_to_b": told.named("a_to_b"), "b_to_a": told.named("b_to_a")}
    frame = told.series()
    rows = [{heads.get(name, name): value for name, value in row.items()} for row in frame.rows]
    columns = tuple(heads.get(name, name) for name in frame.columns)
    return Frame(columns, tuple(row for row in rows if row["events"] or row["planned"]))


def _dated(frame: Frame) -> Frame:
    """With dates and ids as a reader has them."""
    short = [{**row, "date": readable(row["date"]), "event": str(row["event"])[4:12]} for row in frame.rows]
    return Frame(frame.columns, tuple(short))
