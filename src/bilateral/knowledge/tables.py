"""Reading the data files that lie beside this module."""

from __future__ import annotations

import csv
import unicodedata
from importlib.resources import files
from itertools import chain


def text(name: str) -> str:
    """The whole of the data file called ``name``."""
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV data file."""
    return list(csv.DictReader(text(name).splitlines()))


def lines(name: str) -> list[str]:
    """The lines of a plain data file that hold something."""
    return [line.strip() for line in text(name).splitlines() if line.strip()]


def split(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by semicolons."""
    return [value.strip() for value in cell.split(";") if value.strip()]


def column(name: str, header: str) -> list[str]:
    """All values of one column of several-valued cells."""
    return list(chain.from_iterable(split(row[header]) for row in rows(name)))


def fold(name: str) -> str:
    """``name`` without case and diacritics, for comparison: ``Erdoğan`` and ``Erdogan`` are one."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
