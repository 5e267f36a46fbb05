"""The first page: what the record holds, what needs an eye, the newest; and the box that finds anything."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from bilateral.export import event_object
from bilateral.record import Info
from bilateral.types.event import Event
from bilateral.web.asking import LONGEST, Asking, Wanted
from bilateral.web.finding import address_of
from bilateral.web.here import Here, Web
from bilateral.web.pages.events import counted
from bilateral.web.rendering import page

router = APIRouter()

NEWEST = 12
PAIRS = 10


@router.get("/", include_in_schema=False)
def start(request: Request, web: Here, wanted: Asking) -> HTMLResponse:
    """The page; with a time chosen on the histogram, the events of that time."""
    info = held(web)
    if not info.documents:
        jobs = [job.told() for job in web.uploads.jobs()]
        return page(request, "empty.html", {"jobs": jobs})
    values = {
        "info": info, "wanted": wanted, "events": newest(web, wanted), "needs": needs(web),
        "pairs": web.kept.now("pairs", lambda: web.record.pairs(limit=PAIRS)),
    }  # fmt: skip
    return page(request, "start.html", values)


@router.get("/api/start")
def start_data(web: Here, wanted: Asking) -> dict[str, Any]:
    """What the record holds in numbers, what needs an eye, and the newest events."""
    info = asdict(held(web))
    return {"record": info, "needs": needs(web), "newest": [event_object(one) for one in newest(web, wanted)]}


@router.get("/go", include_in_schema=False)
def go(web: Here, q: Annotated[str, Query(max_length=LONGEST)] = "") -> RedirectResponse:
    """To the page that the words in the box mean."""
    return RedirectResponse(address_of(web.record, q), 303)


@router.get("/api/go")
def go_data(web: Here, q: Annotated[str, Query(max_length=LONGEST)] = "") -> dict[str, str]:
    """The address that words mean: a state, a pair of states, a person, a kind, a date, or a search."""
    return {"address": address_of(web.record, q)}


def held(web: Web) -> Info:
    """The record in numbers."""
    return web.kept.now("info", web.record.info)


def newest(web: Web, wanted: Wanted) -> list[Event]:
    """The last events up to today, of the time that is asked for."""
    today = date.today().isoformat()
    asked = wanted.asked()
    asked["until"] = asked.get("until") or today
    return web.kept.now(("newest", wanted.query(), today), lambda: web.record.latest(limit=NEWEST, **asked))


def needs(web: Web) -> list[dict[str, Any]]:
    """What needs an eye: a number, what it is, and where it is shown."""
    queues = sum(len(web.doubts(sort)) for sort in ("mention", "event", "actor", "value"))
    conflicts = web.kept.now("conflicts", lambda: web.record.counts(disputed=True).events)
    overdue, undated = counted(web, Wanted(overdue=True)).events, counted(web, Wanted(undated=True)).events
    told = (
        (queues, "to review", "/review"),
        (conflicts, "told differently", "/events?disputed=1"),
        (overdue, "planned and overdue", "/events?overdue=1"),
        (undated, "without a date", "/events?undated=1"),
    )
    return [{"number": number, "what": what, "address": address} for number, what, address in told]
