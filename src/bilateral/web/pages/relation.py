"""The relation of two states: how it moved, what makes it, who moves with it."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bilateral.analysis import asking
from bilateral.analysis.relation import Relation
from bilateral.analysis.triangles import Third, third_states
from bilateral.errors import UsageError
from bilateral.export import event_object
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.web.asking import Asking, Wanted
from bilateral.web.here import Here, Web
from bilateral.web.pages.events import counted, counts_object
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/relation/{a}/{b}", include_in_schema=False)
def relation(request: Request, web: Here, a: str, b: str, wanted: Asking) -> HTMLResponse:
    """The page."""
    wanted = between(web, a, b, wanted)
    one, other = wanted.between or ("", "")
    values = {
        "a": one, "b": other, "wanted": wanted, "wanted_here": replace(wanted, between=None),
        "counts": counted(web, wanted), "kinds": KINDS, "statuses": STATUSES,
        "events": web.record.events(limit=wanted.limit, offset=wanted.offset, **wanted.asked()),
    }  # fmt: skip
    return page(request, "relation.html", values)


@router.get("/api/relation/{a}/{b}")
def relation_data(web: Here, a: str, b: str, wanted: Asking) -> dict[str, Any]:
    """The relation of two states by month, and the part of its events that is asked for in the order of their dates."""
    wanted = between(web, a, b, wanted)
    events = web.record.events(limit=wanted.limit, offset=wanted.offset, **wanted.asked())
    told = reckoned(web, wanted)
    return {
        "between": wanted.between, "counts": counts_object(counted(web, wanted)),
        "series": list(told.series().rows), "events": [event_object(one) for one in events],
    }  # fmt: skip


@router.get("/relation/{a}/{b}/third", include_in_schema=False)
def third(request: Request, web: Here, a: str, b: str, wanted: Asking) -> Response:
    """Third states that co-move; 202 while that is being reckoned."""
    wanted = between(web, a, b, wanted)
    found = thirds(web, wanted)
    one, other = wanted.between or ("", "")
    part = "x-part" in request.headers
    if found is None and part:
        return Response(status_code=202)
    return page(request, "third.html", {"a": one, "b": other, "found": found, "part": part})


@router.get("/api/relation/{a}/{b}/third")
def third_data(web: Here, a: str, b: str, wanted: Asking, response: Response) -> dict[str, Any]:
    """Third states whose relations move with this one; ``ready`` is false while that is being reckoned: ask again."""
    found = thirds(web, between(web, a, b, wanted))
    response.status_code = 202 if found is None else 200
    return {"ready": found is not None, "states": [asdict(one) for one in found or ()]}


def between(web: Web, a: str, b: str, wanted: Wanted) -> Wanted:
    """What is asked for of these two states, by their codes."""
    one, other = web.record.state(a), web.record.state(b)
    if one == other:
        raise UsageError(f"a relation has two states, and both {a!r} and {b!r} are {one}")
    return replace(wanted, between=(one, other))


def reckoned(web: Web, wanted: Wanted) -> Relation:
    """The relation, kept while nobody writes."""
    query = replace(wanted, limit=1, offset=0).query()
    return web.kept.now(("relation", query), lambda: asking.relation_of(web.record, wanted.asked()))


def thirds(web: Web, wanted: Wanted) -> list[Third] | None:
    """The third states; ``None`` while they are being reckoned."""
    pair, asked = wanted.between, wanted.asked()
    assert pair is not None
    del asked["between"]
    query = replace(wanted, limit=1, offset=0).query()
    return web.kept.soon(("third", query), lambda: third_states(web.record, pair, asked))
