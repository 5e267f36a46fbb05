"""The network of states and organisations that take part in events together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.types.kinds import KINDS, STATUSES
from bilateral.web.asking import Asking
from bilateral.web.charts import Viewing, chart
from bilateral.web.here import Here
from bilateral.web.pages.charts import chart_page, words

router = APIRouter()


@router.get("/network", include_in_schema=False)
def network(request: Request, web: Here, wanted: Asking, view: Viewing) -> HTMLResponse:
    """The page."""
    told = chart(web, "network", wanted, view)
    scores = replace(wanted, between=None, offset=0).query()
    values = {"kinds": KINDS, "statuses": STATUSES, "scores_query": scores}
    return chart_page(request, "network.html", told, ("network", wanted, view), **values)


@router.get("/api/network")
def network_data(web: Here, wanted: Asking, view: Viewing) -> dict[str, Any]:
    """Every two that take part in events together: how many, their mean score and tone, those with most first."""
    return words(chart(web, "network", wanted, view))
