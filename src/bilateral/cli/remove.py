"""``bilateral remove``: take a document out, bring it back, list what was taken out."""

from __future__ import annotations

from typing import Any

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.errors import UsageError
from bilateral.record import Removal, open_record


@click.command("remove")
@record_argument
@click.argument("document", required=False)
@click.option("--undo", is_flag=True, help="Bring DOCUMENT back.")
@click.option("--reason", default="", metavar="WORDS", help="Why.")
@click.option("--author", metavar="NAME", help="Who decides it; else the account's name.")
@click.option("--log", is_flag=True, help="List what was removed and brought back.")
@set_option
def command(record: str, document: str | None, undo: bool, log: bool, **given: Any) -> None:
    """Take DOCUMENT, an id or a name, out of RECORD with all that rests on it: mentions, claims, reports of events.

    It stays stored and stays out, also when its file is added again, until `--undo` brings it back.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        if log:
            for removal in opened.removals():
                click.echo(_line(removal))
            return
        if document is None:
            raise UsageError("name the DOCUMENT to remove; `bilateral documents RECORD` lists them")
        act = opened.restore if undo else opened.remove
        click.echo(_line(act(document, **given)))


def _line(removal: Removal) -> str:
    done = "removed" if removal.act == "remove" else "brought back"
    why = f": {removal.reason}" if removal.reason else ""
    return f"{removal.time}  {done} {removal.name} ({removal.document}) by {removal.author}{why}"
