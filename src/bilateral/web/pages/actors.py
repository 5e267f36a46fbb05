"""Who takes part: the list, one actor, and who held which office when."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from bilateral.export import event_object, tenure_object
from bilateral.knowledge.states import display_names
from bilateral.record import ActorRow, Record
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.types.office import Tenure
from bilateral.web.asking import LONGEST, Asking
from bilateral.web.here import Here, Web
from bilateral.web.rendering import page

router = APIRouter()

SORTS = {
    "state": "states", "igo": "organisations", "person": "persons", "org": "bodies of states", "office": "offices",
    "armed": "armed and other",
}  # fmt: skip
PARTNERS = 15
Words = Annotated[str, Query(max_length=LONGEST, description="Part of a name or id.")]
Sort = Annotated[str, Query(max_length=20, description=f"One of: {', '.join(SORTS)}.")]


@router.get("/actors", include_in_schema=False)
def actors(request: Request, web: Here, wanted: Asking, q: Words = "", sort: Sort = "") -> HTMLResponse:
    """The list, those of most events first."""
    rows = listed(web, wanted, q, sort)
    return page(request, "actors.html", {"rows": rows, "wanted": wanted, "q": q, "sort": sort, "sorts": SORTS})


@router.get("/api/actors")
def actors_data(web: Here, wanted: Asking, q: Words = "", sort: Sort = "") -> dict[str, Any]:
    """Actors with their names and the number of their events, most first."""
    rows = listed(web, wanted, q, sort)
    return {"actors": [{"actor": row.actor, "names": list(row.names), "events": row.events} for row in rows]}


@router.get("/actor/{id:path}", include_in_schema=False)
def actor(request: Request, web: Here, id: str, wanted: Asking) -> HTMLResponse:
    """One actor: its names, offices, partners and events."""
    row = known(web, id)
    values = {
        "row": row, "offices": held_by(web, id), "wanted": wanted, "kinds": KINDS, "statuses": STATUSES,
        "partners": partners(web, id), "events": events_of(web, id, wanted), "code": id.partition(":")[2],
    }  # fmt: skip
    return page(request, "actor.html", values)


@router.get("/api/actor/{id:path}")
def actor_data(web: Here, id: str, wanted: Asking) -> dict[str, Any]:
    """One actor by its id (person:..., state:...): its names, offices, partners and events."""
    row, names = known(web, id), {one.document: one.document for t in held_by(web, id) for one in t.told}
    offices = [tenure_object(one, names) for one in held_by(web, id)]
    told = {"actor": row.actor, "names": list(row.names), "count": row.events}
    events = [event_object(one) for one in events_of(web, id, wanted)]
    return {**told, "offices": offices, "partners": dict(partners(web, id)), "events": events}


@router.get("/offices", include_in_schema=False)
def offices(request: Request, web: Here, wanted: Asking, state: Words = "") -> HTMLResponse:
    """Who held which office from when to when."""
    found = tenures(web, state)
    part = found[wanted.offset : wanted.offset + wanted.limit]
    return page(request, "offices.html", {"tenures": part, "total": len(found), "state": state, "wanted": wanted})


@router.get("/api/offices")
def offices_data(web: Here, wanted: Asking, state: Words = "") -> dict[str, Any]:
    """Who held which office from when to when, as documents (here by id) tell."""
    found = tenures(web, state)[wanted.offset : wanted.offset + wanted.limit]
    return {"offices": [tenure_object(one, {}) for one in found]}


def listed(web: Web, wanted: Any, words: str, sort: str) -> list[ActorRow]:
    """The part of the list that is asked for."""
    key = ("actors", words, sort, wanted.limit, wanted.offset)
    limits = {"limit": wanted.limit, "offset": wanted.offset}
    return web.kept.now(key, lambda: web.record.actors(words=words or None, sort=sort or None, **limits))


def known(web: Web, id: str) -> ActorRow:
    """An actor by its id."""
    found = web.kept.now(("actor", id), lambda: _row(web.record, id))
    if found is None:
        raise HTTPException(404, f"no actor of any event has the id {id[:100]!r}")
    return found


def tenures(web: Web, state: str = "") -> list[Tenure]:
    """Tenures of a state, or all."""
    code = web.record.state(state) if state.strip() else None
    return web.kept.now(("offices", code), lambda: web.record.offices(state=code))


def held_by(web: Web, id: str) -> list[Tenure]:
    """The offices of a person."""
    return [one for one in tenures(web) if one.actor == id] if id.startswith("person:") else []


def partners(web: Web, id: str) -> list[tuple[str, int]]:
    """With whom a state has most events."""
    scheme, _, code = id.partition(":")
    if scheme not in ("state", "igo"):
        return []
    return list(web.kept.now(("partners", code), lambda: web.record.partners(code)).items())[:PARTNERS]


def events_of(web: Web, id: str, wanted: Any) -> list[Any]:
    """The events of an actor, the last ones first."""
    asked = wanted.asked()
    asked["about"] = id
    return web.record.latest(limit=wanted.limit, offset=wanted.offset, **asked)


def _row(record: Record, id: str) -> ActorRow | None:
    """The actor of this id; a state that no event names is one all the same."""
    scheme, _, code = id.partition(":")
    found = next((row for row in record.actors(words=id, sort=scheme) if row.actor == id), None)
    if found is None and scheme == "state" and code in display_names():
        return ActorRow(id, (display_names()[code],), 0)
    return found
