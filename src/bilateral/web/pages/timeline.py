"""The timeline of all events that fit, by days, months or years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.types.kinds import KINDS, STATUSES
from bilateral.views.charts.bins import LENGTHS, MOST, ZOOMS
from bilateral.web.asking import Asking, Wanted
from bilateral.web.charts import Days, View, Viewing, chart, days_of, query, tallies, zoom_of
from bilateral.web.here import Here, Web
from bilateral.web.pages.charts import chart_page, words
from bilateral.web.pages.events import counted, pair

router = APIRouter()

NAMES = {"year": "years", "month": "months", "day": "days"}
SHOWN = {"month": 366 * 10, "day": 92}
"""Days that are shown when a reader comes nearer from farther away."""


@router.get("/timeline", include_in_schema=False)
def timeline(request: Request, web: Here, wanted: Asking, view: Viewing) -> HTMLResponse:
    """The page."""
    days, told = shown(web, wanted), chart(web, "timeline", wanted, view)
    missing = undated(wanted)
    values = {
        "kinds": KINDS, "statuses": STATUSES, "pair": pair(web, wanted),
        "first": days[0].isoformat(), "last": (days[1] - timedelta(days=1)).isoformat(),
        "zooms": zooms(wanted, view, days), "moves": moves(wanted, view, days),
        "undated": counted(web, missing).events, "undated_page": f"/events{missing.query()}",
    }  # fmt: skip
    return chart_page(request, "timeline.html", told, ("timeline", wanted, view), **values)


@router.get("/api/timeline")
def timeline_data(web: Here, wanted: Asking, view: Viewing) -> dict[str, Any]:
    """What the timeline draws: events, or how many there were in each period where they are many."""
    days = shown(web, wanted)
    last = (days[1] - timedelta(days=1)).isoformat()
    told = {"first": days[0].isoformat(), "last": last, "by": zoom_of(view, days)}
    return {**told, "undated": counted(web, undated(wanted)).events, **words(chart(web, "timeline", wanted, view))}


def shown(web: Web, wanted: Wanted) -> Days:
    """The days that are shown."""
    return days_of(wanted, tallies(web, wanted, "month"))


def undated(wanted: Wanted) -> Wanted:
    """The same of what has no date."""
    return replace(wanted, since=None, until=None, undated=True, offset=0)


def zooms(wanted: Wanted, view: View, days: Days) -> list[tuple[str, str, bool]]:
    """Years, months and days: each with its address, and whether it is the present one."""
    here = zoom_of(view, days)
    return [(NAMES[by], query(wanted, view, by=by, **_nearer(by, days)), by == here) for by in ZOOMS]


def _nearer(by: str, days: Days) -> dict[str, str]:
    """The last part of the days, where there are too many of them to be seen one by one."""
    length = (days[1] - days[0]).days
    if length <= MOST.get(by, 10**6) * LENGTHS[by]:
        return {}
    return _between(days[1] - timedelta(days=SHOWN[by]), days[1])


def moves(wanted: Wanted, view: View, days: Days) -> list[tuple[str, str]]:
    """Earlier, later, nearer, farther, and all there is."""
    first, after = days
    half = max((after - first) / 2, timedelta(days=1))
    told = [
        ("← earlier", _shifted(first, after, -half, -half)),
        ("later →", _shifted(first, after, half, half)),
        ("+ nearer", _shifted(first, after, half / 2, -half / 2)),
        ("− farther", _shifted(first, after, -half, half)),
    ]
    near = replace(view, by=None)
    addresses = [(name, query(wanted, near, **_between(*there))) for name, there in told if there]
    return [*addresses, ("all", query(wanted, near, since=None, until=None) or "/timeline")]


def _shifted(first: date, after: date, begin: timedelta, end: timedelta) -> Days | None:
    """Other days; ``None`` where the calendar ends, or nothing would be left."""
    try:
        there = first + begin, after + end
    except OverflowError:
        return None
    return there if there[0] < there[1] else None


def _between(first: date, after: date) -> dict[str, str]:
    return {"since": first.isoformat(), "until": (after - timedelta(days=1)).isoformat()}
