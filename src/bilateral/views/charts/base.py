"""What every chart is: a specification, the same told in words, and its data as rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from bilateral.analysis.frame import Frame

Spec = dict[str, Any]
Link = Callable[[str], str | None]
"""From the id of an event to the address of its page, ``None`` where there are no pages."""

MOST_MARKS = 2_000
"""What a page draws; more are counted in bins."""
WIDTH = 720
"""Pixels of a whole chart, unless a page has less or more room."""
NARROW = 560
"""Pixels below which legends stand below one another."""
AXIS = 56
"""Of these, what an axis of numbers and its title take."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a page shows it.

    Attributes:
        title: a heading.
        spec: Vega-Lite, filled with data, without colours of paper and ink: see :mod:`.theme`.
        summary: what it shows, in words, for whoever does not see it.
        table: its data.
        notes: what it leaves out or draws otherwise.
    """

    title: str
    spec: Spec
    summary: str
    table: Frame
    notes: tuple[str, ...] = ()


def load(name: str) -> Spec:
    """The specification of this name, without data."""
    spec: Spec = json.loads(files("bilateral.views").joinpath("specs", f"{name}.json").read_text(encoding="utf-8"))
    return spec


def sized(channel: Spec, numbers: Iterable[int], reach: tuple[float, float]) -> None:
    """Let a channel of size tell numbers from 1 on, with a legend of few."""
    most = max(numbers, default=1)
    told = sorted({1, round(most / 4) or 1, round(most / 2) or 1, most})
    channel["scale"] = {"domain": [1, max(most, 2)], "range": list(reach)}
    channel["legend"] = {**(channel.get("legend") or {}), "values": told, "format": ",d"}


def fitted(spec: Spec, width: int) -> Spec:
    """The specification with legends below one another where there is no room for them side by side."""
    if width >= NARROW:
        return spec
    legend = {"columns": 2, "layout": {"bottom": {"direction": "vertical"}}}
    return {**spec, "config": {"legend": legend}}


def time_axis(first: date, last: date, width: int) -> Spec:
    """Ticks of a time axis that say the year where a reader needs it."""
    days = max((last - first).days, 1)
    room = max(2, width // 90)
    if days > 366 * 3:
        years = days / 365.25
        step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if years / n <= room * 1.6 or n == 1000)
        return {"format": "%Y", "tickCount": {"interval": "year", "step": step}}
    if days > 31 * 3:
        step = next(n for n in (1, 2, 3, 6) if days / 30.4 / n <= room or n == 6)
        return {"format": "%b %Y", "tickCount": {"interval": "month", "step": step}}
    return {"format": "%-d %b %Y", "tickCount": room}


def nowhere(_event: str) -> None:
    """The link of a chart that is not on a page."""
