"""``bilateral add``: read articles into a record."""

from __future__ import annotations

from typing import Any

import click

from bilateral.cli.options import as_source, given_settings, record_argument, set_option
from bilateral.cli.progress import following
from bilateral.cli.summary import summary
from bilateral.documents.addresses import is_address
from bilateral.record import open_record
from bilateral.views.wording import count

SOME_FAILED, STOPPED = 1, 130


@click.command("add")
@record_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--published", metavar="DATE", help="Date of publication of files that tell none: 2017, 2017-10, 2017-10-03."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Worker processes; as many as the machine has cores is a good number.",
)
@click.option("--allow-private", is_flag=True, help="Let an address lead into a private network.")
@set_option
@click.pass_context
def command(ctx: click.Context, /, record: str, sources: tuple[str, ...], **given: Any) -> None:
    """Read SOURCEs into RECORD, which is made when it does not exist.

    A SOURCE is a file of articles, a folder or archive of them, or the address of a page (https://...). A
    manifest.csv beside the files (file,title,published,source,url) speaks for each. What is known already is not
    read again.

    Exit status: 0 all read, 1 some could not be read, 2 wrong use.
    """
    paths = [source if is_address(source) else as_source(source) for source in sources]
    with open_record(record, settings=given_settings()) as opened, following() as follow:
        before = opened.info().documents
        try:
            report = opened.add(*paths, progress=follow, **given)
        except KeyboardInterrupt:
            kept = count(opened.info().documents - before, "document")
            click.echo(f"bilateral: stopped; kept {kept}; run it again to go on", err=True)
            ctx.exit(STOPPED)
    for line in summary(report):
        click.echo(line)
    if report.failed:
        ctx.exit(SOME_FAILED)
