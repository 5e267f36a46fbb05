"""One event: its values with the words they rest on, its reports side by side, where these differ, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from bilateral.export import event_object, judgement_object
from bilateral.record import Logged, Reports, Why
from bilateral.types.event import Event
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.types.mention import Mention
from bilateral.views import wording
from bilateral.views.decisions import judgement_line
from bilateral.views.marks import Mark, excerpts, marks_of
from bilateral.web.here import Here, Web
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/event/{id}", include_in_schema=False)
def event(request: Request, web: Here, id: str) -> Response:
    """The page; the id of an event that became part of another leads to that one."""
    told = web.record.reports(id)
    if told.event.id != id:
        return RedirectResponse(f"/event/{told.event.id}", 303)
    return shown(request, web, told)


@router.get("/api/event/{id}")
def event_data(web: Here, id: str) -> dict[str, Any]:
    """One event with its reports and conflicts, how its status changed, why its mentions are one, judgements on it."""
    told = web.record.reports(id)
    why = [why_object(one) for one in web.record.why(told.event.id)]
    judged = [judgement_object(one) for one in judgements(web, told.mentions)]
    return {"event": event_object(told.event), "life": wording.steps(told.event), "why": why, "judgements": judged}


def shown(request: Request, web: Web, told: Reports) -> HTMLResponse:
    """The page on an event."""
    values = {
        "event": told.event, "reports": reports(web, told), "life": wording.steps(told.event),
        "why": web.record.why(told.event.id), "threshold": web.record.settings().number("merge_threshold"),
        "judged": [judgement_line(one) for one in judgements(web, told.mentions)],
        "kinds": KINDS, "statuses": STATUSES, "states": states(told.event), "fields": fields(told.event),
    }  # fmt: skip
    return page(request, "event.html", values)


def reports(web: Web, told: Reports) -> list[dict[str, Any]]:
    """Each mention with its document and the words its values rest on, numbered as the conflicts count quotes."""
    copies = web.kept.now("copies", web.record.copies)
    found, number = [], 1
    for mention in told.mentions:
        document = told.documents[mention.document]
        marks = marks_of(mention.fields, names_of(mention, told.event))
        family = [told.documents[id].name for id in told.documents if id in copies.get(document.id, ())]
        numbers = range(number, number + len(mention.quotes))
        number += len(mention.quotes)
        found.append(
            {
                "mention": mention, "document": document, "numbers": list(numbers),
                "excerpts": excerpts(document.text, mention.quotes, marks),
                "copy_of": [name for name in family if name != document.name],
            }
        )  # fmt: skip
    return found


def names_of(mention: Mention, event: Event) -> dict[str, str]:
    """What the page calls the fields of a mention: participants count as those of the event."""
    names = {}
    for number, one in enumerate(mention.participants):
        same = [at for at, other in enumerate(event.participants) if other.actor == one.actor]
        like = [
            at for at, other in enumerate(event.participants) if (other.country, other.role) == (one.country, one.role)
        ]
        names[f"participants.{number}"] = f"participants.{(same or like or [len(event.participants)])[0]}"
    return names


def marks(mention: Mention) -> list[Mark]:
    """The marks of a mention that is shown by itself."""
    return marks_of(mention.fields, {})


def states(event: Event) -> list[str]:
    """Codes of the states that take part, each once."""
    return list(dict.fromkeys(p.country for p in event.participants if p.country and p.role != "topic"))


def fields(event: Event) -> list[str]:
    """What of it a person can set."""
    return ["date", "kind", "place", "status", *(f"details.{name}" for name in event.details)]


def judgements(web: Web, told: Sequence[Mention]) -> list[Logged]:
    """The judgements that speak of any of these mentions."""
    ids = {one.id for one in told}
    every = web.kept.now("judgements", web.record.judgements)
    return [
        one for one in every if ids & {anchor.mention for anchor in (*one.judgement.one, *one.judgement.other)}
    ]  # fmt: skip


def why_object(one: Why) -> dict[str, Any]:
    """As JSON."""
    steps = [
        {"feature": r.feature, "level": r.level, "weight": None if one.comparison.impossible else r.weight}
        for r in one.comparison.reasons
    ]
    return {
        "mention": one.mention,
        "other": one.other,
        "score": one.comparison.score,
        "holds": one.holds,
        "reasons": steps,
    }
