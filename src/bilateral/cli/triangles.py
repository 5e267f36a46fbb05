"""``bilateral triangles``: how the relations of three states move together, and what authors say of that."""

from __future__ import annotations

import sys
from typing import Any, TextIO

import click

from bilateral.analysis import asking
from bilateral.analysis.frame import Frame
from bilateral.analysis.periods import MONTHS
from bilateral.analysis.triangles import Triangle, summary, triangle, triangles
from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing, writing_bytes
from bilateral.cli.rows import print_frame, write_rows
from bilateral.errors import UsageError
from bilateral.knowledge.states import display
from bilateral.record import Record, open_record
from bilateral.record.filters import Asked
from bilateral.views.brief.sentences import named
from bilateral.views.charts import themed, triangle_chart
from bilateral.views.days import readable
from bilateral.views.render import format_of, render
from bilateral.views.wording import count


@click.command("triangles")
@record_argument
@click.option("--state", metavar="A", required=True, help="The state whose triangles to list (code, name, demonym).")
@click.option(
    "--with", "others", nargs=2, metavar="B C", help="Show this one triangle by period, with what is claimed."
)
@click.option(
    "--by", type=click.Choice(tuple(MONTHS)), default="quarter", show_default=True, help="Length of a period."
)
@click.option("--fewest", type=click.IntRange(min=1), default=3, show_default=True, help="Events a side must have.")
@click.option("--since", metavar="DATE", help="Not before this day, month or year.")
@click.option("--until", metavar="DATE", help="Not after this day, month or year.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="Only what is right with this chance.")
@click.option("--undated", type=click.Choice(("apart", "reported")), default="apart", show_default=True,
              help="Keep what has no date apart, or count it on the day of its first report.")  # fmt: skip
@click.option(
    "--plot", type=click.Path(dir_okay=False), metavar="FILE", help="Draw it (with --with): .svg .png .pdf .html."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "jsonl")), default="table", show_default=True,
              help="How to print it.")  # fmt: skip
@output_option
@set_option
def command(record: str, state: str, output: str | None, form: str, **wanted: Any) -> None:
    """Show how the relations of three states of RECORD move together: signs, balance, co-movement, claimed links."""
    picture = format_of(wanted["plot"]) if wanted["plot"] else None
    if picture and not wanted["others"]:
        raise UsageError("--plot draws one triangle: name the two others with --with B C")
    with open_record(record, create=False, settings=given_settings()) as opened, writing(output, sys.stdout) as out:
        if not wanted["others"]:
            _list(opened, asking.code(state), wanted, (form, out))
            return
        told = _one(opened, (state, *wanted["others"]), wanted)
        if picture:
            with writing_bytes(wanted["plot"]) as file:
                file.write(render(themed(triangle_chart(told).spec), picture))
        if form == "table":
            _tell(told, out)
        else:
            write_rows(told.series().columns, told.series(), form, out, wanted["limit"])


def _list(record: Record, state: str, wanted: dict[str, Any], how: tuple[str, TextIO]) -> None:
    form, out = how
    asked = _asked(wanted)
    method = asking.method(record, asked, wanted["by"], wanted["undated"])
    found = triangles(state, asking.dyads_of(record, asked), list(record.every_claim()), method, wanted["fewest"])
    frame = summary(found)
    if len(frame) or form != "table":
        write_rows(frame.columns, frame, form, out, wanted["limit"])
    else:
        click.echo(f"no triangle of {display(state)} has {wanted['fewest']} events a side; try --fewest 1", err=True)


def _one(record: Record, names: tuple[str, str, str], wanted: dict[str, Any]) -> Triangle:
    a, b, c = (asking.code(name) for name in names)
    if len({a, b, c}) < 3:
        raise UsageError("a triangle has three different states")
    asked = _asked(wanted)
    method = asking.method(record, asked, wanted["by"], wanted["undated"])
    return triangle((a, b, c), asking.dyads_of(record, asked), record.every_claim(), method)


def _asked(wanted: dict[str, Any]) -> Asked:
    return {"since": wanted["since"], "until": wanted["until"], "min_confidence": wanted["min_confidence"]}


def _tell(told: Triangle, out: TextIO) -> None:
    click.echo(", ".join(display(code) for code in told.states), file=out)
    for side in told.sides:
        click.echo(f"  {side.a}-{side.b}: {count(len(side.counted), 'event')} that count", file=out)
    series = told.series()
    signed = Frame(series.columns, tuple(row for row in series.rows if any(row[name] for name in told.names)))
    for frame in (signed, told.lags()):
        if len(frame):
            click.echo("", file=out)
            print_frame(frame, None, out)
    if not len(told.lags()):
        click.echo("\ntoo little happened in too few periods to say how they move together", file=out)
    click.echo(f"\nwhat is claimed of all three: {count(len(told.claims), 'claim')}", file=out)
    for claim in told.claims:
        speaker = named(claim.claim.speaker) if claim.claim.speaker else f"({claim.source or 'the article'})"
        where = ", ".join(part for part in (claim.source, readable(claim.published), claim.document) if part)
        click.echo(f"  {claim.claim.kind}: {speaker}: “{' '.join(claim.quote.split())}” [{where}]", file=out)
