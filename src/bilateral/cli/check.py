"""``bilateral check``: whether a record holds together."""

from __future__ import annotations

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.record import open_record
from bilateral.views.wording import count

FAULTY = 1


@click.command("check")
@record_argument
@set_option
def command(record: str) -> None:
    """Tell what is wrong with RECORD: damage, words outside their documents, judgements that no longer apply.

    Exit status: 0 nothing is, 1 something is.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        faults, info = opened.check(), opened.info()
    for fault in faults:
        click.echo(fault)
    if faults:
        click.get_current_context().exit(FAULTY)
    told = (count(info.documents, "document"), count(info.mentions, "mention"), count(info.events, "event"))
    click.echo(f"all is well: {', '.join(told)}")
