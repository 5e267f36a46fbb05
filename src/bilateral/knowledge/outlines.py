"""Outlines of states for maps (Natural Earth, 1:50m), and a point for each state.

Borders are as the data gives them; the tool takes no side in any of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from bilateral.knowledge import tables

NOTE = "Outlines: Natural Earth 1:50m; borders are as the data gives them."
FEATURE = "states"
SEEN = 2.0
"""Degrees that the longer side of a state needs to be seen on a map of the world."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a state lies: the middle of its largest part, and the box around that; it may reach beyond 180 degrees."""

    lon: float
    lat: float
    west: float
    south: float
    east: float
    north: float

    @property
    def small(self) -> bool:
        """Whether a map of the world does not show it."""
        return max(self.east - self.west, self.north - self.south) < SEEN


@cache
def topology() -> dict[str, Any]:
    """The outlines as TopoJSON; the id of a shape is the state's code."""
    told: dict[str, Any] = json.loads(tables.text("outlines.json"))
    return told


@cache
def sites() -> dict[str, Site]:
    """Where each state lies, by its code; one without an outline lies where its capital is."""
    names = ("lon", "lat", "west", "south", "east", "north")
    return {row["code"]: Site(*(float(row[name]) for name in names)) for row in tables.rows("sites.csv")}
