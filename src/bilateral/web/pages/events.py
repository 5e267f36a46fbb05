"""Events that fit, the last ones first, with what they can be narrowed by."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.export import event_object
from bilateral.record import Counts
from bilateral.types.event import Event
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.web.asking import Asking, Wanted
from bilateral.web.here import Here, Web
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/events", include_in_schema=False)
def events(request: Request, web: Here, wanted: Asking) -> HTMLResponse:
    """The page."""
    values = {
        "wanted": wanted, "events": listed(web, wanted), "counts": counted(web, wanted), "kinds": KINDS,
        "statuses": STATUSES, "pair": pair(web, wanted),
    }  # fmt: skip
    return page(request, "events.html", values)


@router.get("/api/events")
def events_data(web: Here, wanted: Asking) -> dict[str, Any]:
    """Events that fit with all their reports, the last ones first; how many fit by kind, status and year."""
    return {"counts": counts_object(counted(web, wanted)), "events": [event_object(one) for one in listed(web, wanted)]}


def listed(web: Web, wanted: Wanted) -> list[Event]:
    """The part of the listing that is asked for."""
    return web.record.latest(limit=wanted.limit, offset=wanted.offset, **wanted.asked())


def counted(web: Web, wanted: Wanted) -> Counts:
    """How many fit."""
    asked = wanted.asked()
    return web.kept.now(("counts", wanted.query()), lambda: web.record.counts(**asked))


def counts_object(counts: Counts) -> dict[str, Any]:
    """As JSON."""
    return {
        name: value if isinstance(value := getattr(counts, name), int) else dict(value) for name in counts.__slots__
    }


def pair(web: Web, wanted: Wanted) -> tuple[str, str] | None:
    """The codes of the two states asked for."""
    if not wanted.between:
        return None
    one, other = (web.record.state(name) for name in wanted.between)
    return one, other
