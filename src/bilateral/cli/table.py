"""Aligned tables that fit the terminal, and stay plain when piped."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bilateral.cli import wording
from bilateral.cli.days import readable
from bilateral.types.event import Event

NARROWEST, WIDEST, ROOMY = 80, 200, 120
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
    return min(max(shutil.get_terminal_size(fallback=(ROOMY, 40)).columns, NARROWEST), WIDEST)


def console() -> Console:
    """A console of that width which neither highlights nor guesses at markup."""
    return Console(width=width(), highlight=False, markup=False, emoji=False)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> None:
    """Write the rows under their heads on standard output."""
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
    console().print(table)


def print_events(events: Sequence[Event]) -> None:
    """The table of ``bilateral events``: names of sources only where there is room for them."""
    roomy = width() >= ROOMY
    columns = [
        Column("date", whole=roomy),
        Column("kind", whole=True),
        Column("who"),
        Column("what"),
        Column("where"),
        Column("status", whole=True),
        Column("told by", right=not roomy),
        Column("differs"),
        Column("event", whole=True),
    ]
    print_table(columns, (_row(event, roomy) for event in events))


def _row(event: Event, roomy: bool) -> list[str | Text]:
    told_by = wording.listed(wording.sources(event), 2) if roomy else str(len(wording.documents(event)))
    differs = wording.disputed(event)
    return [
        readable(event.date),
        event.kind,
        wording.who(event),
        wording.what(event),
        wording.where(event.place),
        Text(event.status, style=_STYLES.get(event.status, "")),
        told_by,
        Text(differs, style="red"),
        Text(wording.short(event.id), style="dim"),
    ]
