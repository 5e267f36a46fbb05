"""Where decisions come in: from forms of pages, and from programs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from bilateral.errors import UsageError
from bilateral.export import judgement_object
from bilateral.record import Logged
from bilateral.web.deciding import Decision, decide
from bilateral.web.here import Here
from bilateral.web.security.addresses import own

router = APIRouter()


@router.post("/judge", include_in_schema=False)
async def judge_form(request: Request, web: Here) -> RedirectResponse:
    """Keep a decision, and go back to the page it was made on."""
    form = await request.form(max_files=0, max_fields=40)
    told: dict[str, Any] = {
        name: str(value) for name, value in form.items() if name in Decision.model_fields and value != ""
    }
    if "who" in told:
        told["who"] = told["who"].replace(";", ",").split(",")
    try:
        decision = Decision.model_validate(told)
    except ValidationError as error:
        raise UsageError(f"this decision cannot be read: {error.errors()[0]['msg']}") from None
    await run_in_threadpool(decide, web, decision)
    return RedirectResponse(own(str(form.get("back") or "/")), 303)


@router.post("/api/judge", status_code=201)
def judge_data(web: Here, decision: Decision) -> dict[str, Any]:
    """Keep a decision about mentions, events, actors or a value as a judgement of the record; gives it."""
    return judgement_object(Logged(decide(web, decision), "in force"))


@router.get("/api/judgements")
def judgements_data(web: Here) -> dict[str, Any]:
    """All judgements in the order in which they were made, and how each stands."""
    return {"judgements": [judgement_object(one) for one in web.record.judgements()]}
