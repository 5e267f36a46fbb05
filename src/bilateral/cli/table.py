"""Aligned tables that fit the terminal, and stay plain when piped."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bilateral.types.event import Event
from bilateral.views import wording
from bilateral.views.days import readable

NARROWEST, WIDEST, ROOMY, PIPED = 80, 200, 140, 120
_STYLES = {"planned": "cyan", "proposed": "cyan", "cancelled": "yellow", "denied": "red", "hypothetical": "dim"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, how much it may grow against the others, and whether it stays on one line."""

    head: str
    ratio: int | None = None
    whole: bool = False
    right: bool = False


def width() -> int:
    """Of the terminal, within what a table is made for."""
    return min(max(shutil.get_terminal_size(fallback=(PIPED, 40)).columns, NARROWEST), WIDEST)


def console() -> Console:
    """A console of that width which neither highlights nor guesses at markup."""
    return Console(width=width(), highlight=False, markup=False, emoji=False)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str | Text]], file: TextIO | None = None) -> None:
    """Write the rows under their heads to ``file``, or on standard output."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", collapse_padding=True)
    for column in columns:
        table.add_column(
            column.head,
            ratio=column.ratio,
            no_wrap=column.whole,
            justify="right" if column.right else "left",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*row)
    out = console()
    with out.capture() as printed:
        out.print(table)
    click.echo("\n".join(line.rstrip() for line in printed.get().splitlines()), file=file)


def print_events(events: Sequence[Event]) -> None:
    """The table of ``bilateral events``: who, what, where and by whom apart where there is room for them."""
    columns, cells = (_ROOMY, _roomy) if width() >= ROOMY else (_NARROW, _narrow)
    print_table(columns, (cells(event) for event in events))


_ROOMY = (
    Column("date", whole=True),
    Column("kind", whole=True),
    Column("who"),
    Column("what"),
    Column("where"),
    Column("status", whole=True),
    Column("told by"),
    Column("differs"),
    Column("event", whole=True),
)
_NARROW = (
    Column("date"),
    Column("kind", whole=True),
    Column("who, what, where"),
    Column("status", whole=True),
    Column("told by"),
    Column("event", whole=True),
)


def _roomy(event: Event) -> list[str | Text]:
    return [
        readable(event.date),
        event.kind,
        wording.who(event),
        wording.what(event),
        wording.where(event.place),
        _status(event),
        wording.listed(wording.sources(event), 2),
        Text(wording.disputed(event), style="red"),
        _id(event),
    ]


def _narrow(event: Event) -> list[str | Text]:
    told = (wording.who(event), wording.what(event), wording.where(event.place))
    mark = f" {wording.DIFFERS}" if event.conflicts else ""
    return [
        readable(event.date),
        event.kind,
        "; ".join(part for part in told if part),
        _status(event),
        Text(f"{len(wording.documents(event))}{mark}", style="red" if mark else ""),
        _id(event),
    ]


def _status(event: Event) -> Text:
    return Text(event.status, style=_STYLES.get(event.status, ""))


def _id(event: Event) -> Text:
    return Text(wording.short(event.id), style="dim")
