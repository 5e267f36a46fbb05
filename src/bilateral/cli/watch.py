"""``bilateral watch``: add the articles that feeds name, now and again."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.summary import summary
from bilateral.record import Record, WatchOptions, WatchReport, open_record
from bilateral.views.wording import count

SOME_FAILED, STOPPED = 1, 130
UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
SHORTEST = 60.0


class Length(click.ParamType):  # type: ignore[type-arg]
    """``15m``, ``2h``, ``1d``: a length of time in seconds."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Seconds."""
        match = re.fullmatch(r"(\d+)\s*([smhd])", str(value).strip())
        if match is None:
            self.fail(f"{value!r} is no length of time such as 15m, 2h or 1d", param, ctx)
        seconds = int(match[1]) * UNITS[match[2]]
        if seconds < SHORTEST:
            self.fail(f"{value} is shorter than a minute, which no feed deserves", param, ctx)
        return seconds


@click.command("watch")
@record_argument
@click.argument("sources", nargs=-1, required=True, metavar="FEED...")
@click.option("--every", type=Length(), metavar="15m", help="Go on until Ctrl-C, and look again after 15m, 2h, 1d.")
@click.option("--since", metavar="DATE", help="Ask GDELT for articles from this day on; else from the last look on.")
@click.option("--until", metavar="DATE", help="Ask GDELT for articles until this day; else until now.")
@click.option("--pause", type=click.FloatRange(min=0), default=2.0, show_default=True, metavar="SECONDS",
              help="The least time between two requests to one host.")  # fmt: skip
@click.option("--most", type=click.IntRange(min=1), default=10_000, show_default=True, metavar="N",
              help="Fetch at most so many articles at one look; the others wait.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Worker processes.")
@click.option("--allow-private", is_flag=True, help="Let addresses lead into private networks.")
@set_option
@click.pass_context
def command(ctx: click.Context, /, record: str, sources: tuple[str, ...], every: float | None, **given: object) -> None:
    """Look into FEEDs and add the articles they name to RECORD, which is made when it does not exist.

    A FEED is the address of an RSS or Atom feed, an OPML file of such addresses, or gdelt:QUESTION for a list of
    articles from the GDELT DOC API. What was fetched and what waits is kept in RECORD: the same command goes on where
    it stopped.
    """
    options = replace(WatchOptions(), **given)  # type: ignore[arg-type]
    options = replace(options, every=every) if every else options
    with open_record(record, settings=given_settings()) as opened:
        try:
            report = look(opened, sources, options)
            while every:
                time.sleep(every)
                report = look(opened, sources, options)
        except KeyboardInterrupt:
            click.echo("bilateral: stopped; what was added is kept; run it again to go on", err=True)
            ctx.exit(STOPPED)
    if report.troubles or report.added.failed:
        ctx.exit(SOME_FAILED)


def look(record: Record, sources: tuple[str, ...], options: WatchOptions) -> WatchReport:
    """One look, told when it is done."""
    report = record.watch(*sources, options=options)
    unchanged = f", {report.unchanged:,} unchanged" if report.unchanged else ""
    resting = f", {report.resting:,} looked into a while ago and not due yet" if report.resting else ""
    waiting = f", {count(report.waiting, 'article')} waiting" if report.waiting else ""
    click.echo(
        f"{count(report.feeds, 'feed')} read{unchanged}{resting}, {count(report.named, 'article')} named{waiting}"
    )
    for trouble in report.troubles:
        click.echo(f"  failed: {trouble.name}: {trouble.reason}")
    for line in summary(report.added):
        click.echo(line)
    return report
