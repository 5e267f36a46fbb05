"""Questions to the analyst, one at a time, the least certain first; every answer is a judgement of the record."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from bilateral.export import judgement_object
from bilateral.record import Logged
from bilateral.views.decisions import said
from bilateral.web.here import Here, Web
from bilateral.web.questions import question
from bilateral.web.rendering import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: its name in the address, the sort of doubts in it, and what it asks."""

    name: str
    sort: str
    asks: str


QUEUES = (
    Queue("mentions", "mention", "Is this a mention?"),
    Queue("events", "event", "Same event?"),
    Queue("actors", "actor", "Who is this?"),
    Queue("values", "value", "Which value stands?"),
)
SHOWN = 10
LOOKED_AT = 60
"""Of so many judgements, undone ones among them, the last decisions are taken."""
OPPOSITE = {"accept": "reject", "reject": "accept", "same": "different", "different": "same"}
At = Annotated[int, Query(ge=0, le=100_000)]


@router.get("/review", include_in_schema=False)
def first_queue(web: Here) -> RedirectResponse:
    """To the first queue in which something waits."""
    waiting = next((one for one in QUEUES if web.doubts(one.sort)), QUEUES[0])
    return RedirectResponse(f"/review/{waiting.name}", 303)


@router.get("/review/{name}", include_in_schema=False)
def review(request: Request, web: Here, name: str, at: At = 0) -> HTMLResponse:
    """The page with one question."""
    queue = _queue(name)
    waiting = web.doubts(queue.sort)
    at = min(at, max(len(waiting) - 1, 0))
    doubt = waiting[at] if waiting else None
    asked = question(web, doubt) if doubt else None
    values = {
        "queue": queue, "queues": [(one, len(web.doubts(one.sort))) for one in QUEUES], "at": at,
        "total": len(waiting), "doubt": doubt, "asked": asked, "decisions": decisions(web), "opposite": OPPOSITE,
        "said": said, "here": f"/review/{queue.name}?at={at}", "back": f"/review/{queue.name}?at={max(at - 1, 0)}",
    }  # fmt: skip
    return page(request, "review.html", values)


@router.get("/api/review/{name}")
def review_data(web: Here, name: str) -> dict[str, Any]:
    """One queue (mentions, events, actors, values): what is to be decided, and the last ten decisions."""
    queue = _queue(name)
    waiting = [asdict(one) for one in web.doubts(queue.sort)]
    return {"asks": queue.asks, "waiting": waiting, "decisions": [judgement_object(one) for one in decisions(web)]}


def decisions(web: Web) -> list[Logged]:
    """The last ten decisions, the newest first, without those that were taken back."""
    last = web.kept.now("last", lambda: web.record.judgements(last=LOOKED_AT))
    return [one for one in reversed(last) if one.state not in ("undo", "undone")][:SHOWN]


def _queue(name: str) -> Queue:
    for one in QUEUES:
        if one.name == name:
            return one
    raise HTTPException(404, f"there is no queue called so; there are: {', '.join(one.name for one in QUEUES)}")
