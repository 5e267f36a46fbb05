"""PLOVER's types, modes, contexts and scores, and the table from CAMEO codes (data of the Open Event Data Alliance)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bilateral.errors import UsageError
from bilateral.types.mention import Plover


def score(plover: Plover) -> float:
    """The conflict-cooperation score, -10 to 10: the mode's where there is one, else the type's."""
    row = _types()[plover.event]
    return float(row["modes"].get(plover.mode, row["score"]))


def event_types() -> tuple[str, ...]:
    """The 16 event types."""
    return tuple(_types())


def quad(event: str) -> int:
    """The quad class of an event type: cooperation verbal (1) or material (2), conflict verbal (3) or material (4)."""
    return int(_types()[event]["quad"])


def cameo_root(event: str) -> str:
    """The two figures under which CAMEO has what is of this event type."""
    return str(_types()[event]["cameo"])


def modes(event: str) -> tuple[str, ...]:
    """The modes an event type can have."""
    return tuple(_types()[event]["modes"])


def contexts() -> tuple[str, ...]:
    """The closed list of contexts."""
    return tuple(_table()["contexts"])


def from_cameo(code: str) -> Plover:
    """The PLOVER code of a CAMEO code, by its longest known prefix. Raises UsageError when there is none."""
    for length in range(len(code), 1, -1):
        if code[:length] in _cameo():
            return _cameo()[code[:length]]
    raise UsageError(f"{code!r} is no CAMEO code that PLOVER has a type for")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_file("plover.toml"))


def _types() -> Mapping[str, Any]:
    types: Mapping[str, Any] = _table()["types"]
    return types


@cache
def _cameo() -> dict[str, Plover]:
    lines = (line for line in _file("cameo.csv").splitlines() if not line.startswith("#"))
    return {
        row["cameo"]: Plover(row["plover"], row["mode"] or None, (row["context"],) if row["context"] else ())
        for row in csv.DictReader(lines)
    }


def _file(name: str) -> str:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
