"""The map of events that have a place."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.types.kinds import KINDS, STATUSES
from bilateral.web.asking import Asking
from bilateral.web.charts import EVENTS, WORLD, Viewing, chart, query
from bilateral.web.here import Here
from bilateral.web.pages.charts import chart_page, words
from bilateral.web.pages.events import counted, pair

router = APIRouter()


@router.get("/map", include_in_schema=False)
def events_map(request: Request, web: Here, wanted: Asking, view: Viewing) -> HTMLResponse:
    """The page."""
    told = chart(web, "map", wanted, view)
    regions = [
        (name, query(wanted, view, show=show), view.show == show)
        for name, show in (("World", WORLD), ("Where events are", EVENTS))
    ]
    values = {
        "kinds": KINDS, "statuses": STATUSES, "pair": pair(web, wanted), "regions": regions, "others": wanted.pairs(),
        "state_shown": view.show if view.show not in (None, WORLD, EVENTS) else "",
        "unplaced": counted(web, wanted).events - sum(row["events"] for row in told.table.rows),
    }  # fmt: skip
    return chart_page(request, "map.html", told, ("map", wanted, view), **values)


@router.get("/api/map")
def map_data(web: Here, wanted: Asking, view: Viewing) -> dict[str, Any]:
    """Places with how many events there were, those with most first."""
    return words(chart(web, "map", wanted, view))
