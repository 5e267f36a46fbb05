"""The first page: what the record holds, what needs an eye, the newest."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.web.here import Here
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/", include_in_schema=False)
def start(request: Request, web: Here) -> HTMLResponse:
    """The page."""
    info = web.kept.now("info", web.record.info)
    return page(request, "start.html", {"info": info})
