"""``bilateral register``: the events of one kind as a register, with footnotes."""

from __future__ import annotations

import sys
from typing import Any

import click

from bilateral.analysis.frame import Frame
from bilateral.analysis.registers import REGISTERS, register
from bilateral.cli.options import Filters, filters, given_settings, record_argument, set_option
from bilateral.cli.output import output_option, writing
from bilateral.cli.rows import print_frame, write_rows
from bilateral.record import open_record
from bilateral.views.days import readable
from bilateral.views.footnotes import footnote

DATES = ("date", "last", "next")


@click.command("register")
@record_argument
@click.argument("name", metavar="REGISTER", type=click.Choice(tuple(REGISTERS)))
@output_option
@filters("table", "csv", "jsonl", default="table")
@set_option
def command(record: str, name: str, output: str | None, filters: Filters, form: str) -> None:
    """List the visits, exercises, agreements, transfers, mechanisms or sanctions of RECORD, with footnotes."""
    with open_record(record, create=False, settings=given_settings()) as opened, writing(output, sys.stdout) as out:
        told = register(opened, name, filters.asked())
        if form != "table":
            write_rows(told.frame.columns, told.to_dicts(), form, out, filters.limit)
            return
        rows = told.frame.rows[: filters.limit]
        if not rows:
            click.echo(f"no {name} fit; `bilateral info` tells what the record holds", err=True)
            return
        print_frame(_readable(told.frame.columns, rows), None, out)
        used = sorted({number for row in rows for number in row["notes"]})
        for number in used:
            click.echo(footnote(number, told.notes[number - 1]), file=out)


def _readable(columns: tuple[str, ...], rows: tuple[dict[str, Any], ...]) -> Frame:
    """Without columns that are empty throughout; notes as numbers, dates and ids as a reader has them."""
    shown = [name for name in columns if any(row[name] not in (None, [], "") for row in rows)]
    cells = [{name: _cell(name, row[name]) for name in shown} for row in rows]
    return Frame(tuple(shown), tuple(cells))


def _cell(name: str, value: Any) -> Any:
    if name == "notes":
        return "".join(f"[{number}]" for number in value)
    if name == "events":
        return " ".join(str(id)[4:12] for id in value)
    return readable(value) if name in DATES else value
