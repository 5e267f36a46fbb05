"""``bilateral claims``: who says what that is no event."""

from __future__ import annotations

import sys

import click

from bilateral.analysis.frame import Frame
from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing
from bilateral.cli.rows import print_frame
from bilateral.export import write
from bilateral.record import ToldClaim, open_record
from bilateral.views.days import readable
from bilateral.views.wording import speaker as told_by

COLUMNS = "published speaker kind about claim document"


@click.command("claims")
@record_argument
@click.option("--speaker", metavar="NAME", help="Claims of a speaker whose name or id holds this; as --about.")
@output_option
@filters("table", "csv", "jsonl", default="table")
@set_option
def command(record: str, speaker: str | None, output: str | None, filters: Filters, form: str) -> None:
    """List the claims of RECORD: assessments, motives, positions, accusations, praise, forecasts.

    --kind takes one of these; --between finds claims of one state about the other.
    """
    asked = filters.asked()
    if speaker:
        asked["about"] = speaker
    with open_record(record, create=False, settings=given_settings()) as opened, writing(output, sys.stdout) as out:
        if form != "table":
            write(opened, form, "claims", out, limit=filters.limit, **asked)
            return
        rows = [_row(told) for told in opened.claims(limit=filters.limit, **asked)]
        if rows:
            print_frame(Frame.of(COLUMNS, rows), None, out)
        else:
            click.echo("no claim fits; `bilateral info` tells how many the record holds", err=True)


def _row(told: ToldClaim) -> dict[str, str]:
    return {
        "published": readable(told.published),
        "speaker": told_by(told.claim.speaker) or f"({told.source or 'the article'})",
        "kind": told.claim.kind,
        "about": ", ".join(told.claim.about),
        "claim": f"“{' '.join(told.quote.split())}”",
        "document": told.document,
    }
