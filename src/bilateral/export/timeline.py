"""JSON of TimelineJS (Knight Lab): one slide a dated event, with its quotes."""

from __future__ import annotations

import re
from html import escape
from typing import Any, TextIO

from bilateral.export.array import write_array
from bilateral.export.chosen import Chosen
from bilateral.export.headline import headline, reports
from bilateral.types.event import Event

_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?")
SHOWN = 5
"""Quotes on a slide."""


def write(chosen: Chosen, out: TextIO) -> None:
    """The slides in the order of their dates; an event without a date has no place on a line of time."""
    slides = (_slide(event) for event in chosen.events() if event.earliest or event.latest)
    write_array(slides, out, before='{"events": [', after="]}")


def _slide(event: Event) -> dict[str, Any]:
    told = list(reports(event))
    more = [f"and {len(told) - SHOWN} more"] if len(told) > SHOWN else []
    text = "".join(f"<p>{escape(line)}</p>" for line in [*told[:SHOWN], *more])
    return {
        "unique_id": event.id,
        **_dates(event),
        "text": {"headline": escape(headline(event)), "text": text},
        "group": event.kind,
    }


def _dates(event: Event) -> dict[str, Any]:
    """As exact as the date is told; what TimelineJS cannot show so is given as its first and last day."""
    edtf = event.date or ""
    first, slash, last = edtf.partition("/")
    points = [_POINT.fullmatch(part) for part in ((first, last) if slash else (first,))]
    if all(points):
        starts = [_date(*point.groups()) for point in points if point]
        return {"start_date": starts[0], **({"end_date": starts[1]} if slash else {})}
    days = [day for day in (event.earliest, event.latest) if day]
    found = [_date(*day.split("-")) for day in days]
    return {"start_date": found[0], "end_date": found[-1], "display_date": edtf}


def _date(year: str, month: str | None = None, day: str | None = None) -> dict[str, int]:
    parts = {"year": year, "month": month, "day": day}
    return {name: int(value) for name, value in parts.items() if value}
