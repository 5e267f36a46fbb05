"""JSON lines and CSV: one object or row a line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from typing import TextIO

from bilateral.export import rows
from bilateral.export.chosen import Chosen
from bilateral.export.objects import Object


def jsonl(chosen: Chosen, out: TextIO) -> None:
    """One JSON object a line."""
    _jsonl(chosen.objects(), chosen.of, out)


def table(chosen: Chosen, out: TextIO) -> None:
    """CSV: one row each, below the names of the columns."""
    _csv(chosen.objects(), chosen.of, out)


def _jsonl(objects: Iterable[Object], _of: str, out: TextIO) -> None:
    for told in objects:
        out.write(json.dumps(told, ensure_ascii=False) + "\n")


def _csv(objects: Iterable[Object], of: str, out: TextIO) -> None:
    writer = csv.DictWriter(out, rows.COLUMNS[of], lineterminator="\n")
    writer.writeheader()
    for told in objects:
        writer.writerow({name: rows.safe(cell) for name, cell in rows.ROWS[of](told).items()})


LINES: dict[str, Callable[[Iterable[Object], str, TextIO], None]] = {"jsonl": _jsonl, "csv": _csv}
"""How objects that are at hand are written."""
