"""``bilateral settings``: the table of settings, or one of a record's own."""

from __future__ import annotations

import click

from bilateral.cli.options import given_settings, set_option
from bilateral.cli.table import Column, print_table
from bilateral.record import open_record
from bilateral.settings import TABLE, Settings, lookup


@click.command("settings")
@click.argument("record", required=False, type=click.Path(dir_okay=False))
@click.argument("name", required=False)
@click.argument("value", required=False)
@set_option
def command(record: str | None, name: str | None, value: str | None) -> None:
    """Show every setting and its value in RECORD; with NAME that one; with NAME VALUE keep it in RECORD.

    A setting is taken from --set, else BILATERAL_NAME, else the record, else the default.
    """
    if name is not None:
        lookup(name)
    if record is None:
        _print(Settings(given_settings()))
        return
    with open_record(record, create=False, settings=given_settings()) as opened:
        if name is not None and value is not None:
            opened.set_setting(name, value)
        elif name is not None:
            click.echo(opened.settings()[name])
        else:
            _print(opened.settings())


def _print(settings: Settings) -> None:
    columns = [Column("setting", whole=True), Column("value"), Column("default"), Column("what it does")]
    print_table(columns, ([s.name, settings.text(s.name), str(s.default), s.help] for s in TABLE))
