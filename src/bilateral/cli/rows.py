"""Rows of any kind as a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, TextIO

from bilateral.analysis.frame import Frame
from bilateral.cli.table import Column, print_table
from bilateral.export.rows import plain, safe

Row = dict[str, Any]
NARROW, SHORT = 6, 14
"""Up to which width a column keeps its head, and its cells, on one line."""


def write_rows(columns: Sequence[str], rows: Iterable[Row], form: str, out: TextIO, limit: int | None = None) -> None:
    """Write at most ``limit`` rows as ``table``, ``csv`` or ``jsonl``."""
    chosen = islice(iter(rows), limit)
    if form == "table":
        print_frame(Frame(tuple(columns), tuple(chosen)), None, out)
    elif form == "jsonl":
        for row in chosen:
            out.write(json.dumps({name: row[name] for name in columns}, ensure_ascii=False) + "\n")
    else:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_flat(row[name]) for name in columns] for row in chosen)


def print_frame(frame: Frame, limit: int | None, out: TextIO) -> None:
    """A table for reading: numbers to the right, codes and dates on one line."""
    rows = list(islice(frame.rows, limit))
    columns = [_column(name, [row[name] for row in rows]) for name in frame.columns]
    print_table(columns, ([_cell(row[name]) for name in frame.columns] for row in rows), out)


def _column(name: str, values: list[Any]) -> Column:
    numbers = all(isinstance(value, int | float) or value is None for value in values)
    widest = max((len(_cell(value)) for value in values), default=0)
    head = name.replace("_", "\n" if len(name) > max(widest, NARROW) else " ")
    return Column(head, whole=widest <= SHORT, right=numbers and bool(values))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return plain(value)


def _flat(value: Any) -> Any:
    return safe("; ".join(map(str, value)) if isinstance(value, list) else value)
