"""``bilateral recode``: the present coder over the documents of a record."""

from __future__ import annotations

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.progress import following
from bilateral.record import open_record
from bilateral.views.wording import count

SOME_FAILED = 1


@click.command("recode")
@record_argument
@click.option("--all", "every", is_flag=True, help="Also documents that the present coder has read already.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Worker processes."
)  # fmt: skip
@set_option
def command(record: str, every: bool, jobs: int) -> None:
    """Read the documents of RECORD anew with the present coder, and tell what changed.

    Ids of events stay where they can; judgements stay in force where what they speak of is still read.

    Exit status: 0 all was read, 1 some documents could not be read (what was read of them before stays).
    """
    with open_record(record, create=False, settings=given_settings()) as opened, following() as follow:
        report = opened.recode(every=every, jobs=jobs, progress=follow)
    click.echo(f"{count(report.documents, 'document')} read anew, {report.known:,} read by this coder before")
    click.echo(
        f"mentions: {report.kept:,} as before, {report.changed:,} with other values, {report.come:,} new, "
        f"{report.gone:,} no longer read"
    )
    for number in report.lapsed:
        click.echo(f"judgement {number} no longer applies; see `bilateral judge {record} log`")
    for error in report.failed:
        click.echo(f"failed: {error.name}: {error.reason}")
    if report.failed:
        click.get_current_context().exit(SOME_FAILED)
