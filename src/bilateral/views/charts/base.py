"""What every chart is: a specification, the same told in words, and its data as rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bilateral.analysis.frame import Frame

Spec = dict[str, Any]
Link = Callable[[str], str | None]
"""From the id of an event to the address of its page, ``None`` where there are no pages."""

MOST_MARKS = 2_000
"""What a page draws; more are counted in bins."""
WIDTH = 640


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


def nowhere(_event: str) -> None:
    """The link of a chart that is not on a page."""
