"""Who says what that is no event; and what was foretold, with what came of it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bilateral.analysis.forecasts import Ledger, ledger
from bilateral.export import claim_object
from bilateral.record import ToldClaim
from bilateral.types.claim import CLAIM_KINDS
from bilateral.web.asking import Asking, Wanted
from bilateral.web.here import Here, Web
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/claims", include_in_schema=False)
def claims(request: Request, web: Here, wanted: Asking) -> HTMLResponse:
    """The list; ``about`` is part of a speaker's name, ``kind`` a kind of claim."""
    values = {"claims": listed(web, wanted), "wanted": wanted, "kinds": CLAIM_KINDS}
    return page(request, "claims.html", values)


@router.get("/api/claims")
def claims_data(web: Here, wanted: Asking) -> dict[str, Any]:
    """Claims that fit; ``about`` is part of a speaker's name, ``kind`` a kind of claim."""
    return {"claims": [claim_object(one) for one in listed(web, wanted)]}


@router.get("/forecasts", include_in_schema=False)
def forecasts(request: Request, web: Here, wanted: Asking) -> HTMLResponse:
    """Forecasts and plans with what the record later shows."""
    told = foretold(web, wanted)
    part = told.lines[wanted.offset : wanted.offset + wanted.limit] if told else ()
    values = {"told": told, "lines": part, "total": len(told.lines) if told else 0, "wanted": wanted}
    return page(request, "forecasts.html", values)


@router.get("/api/forecasts")
def forecasts_data(web: Here, wanted: Asking, response: Response) -> dict[str, Any]:
    """Forecasts and plans with what came of them; ``ready`` is false while that is being reckoned: ask again."""
    told = foretold(web, wanted)
    if told is None:
        response.status_code = 202
        return {"ready": False, "forecasts": []}
    frame, notes = Ledger(told.lines[wanted.offset : wanted.offset + wanted.limit]).frame()
    return {"ready": True, "forecasts": list(frame.rows), "notes": [note.quote for note in notes]}


def listed(web: Web, wanted: Wanted) -> list[ToldClaim]:
    """The part of the claims that is asked for."""
    asked = wanted.asked()
    key = ("claims", tuple(wanted.pairs()))
    return web.kept.now(key, lambda: web.record.claims(limit=wanted.limit, offset=wanted.offset, **asked))


def foretold(web: Web, wanted: Wanted) -> Ledger | None:
    """The ledger; ``None`` while it is being reckoned."""
    asked = wanted.asked()
    speaker = asked.pop("about", None)
    return web.kept.soon(("ledger", wanted.query(limit=1)), lambda: ledger(web.record, asked, speaker), patience=5.0)
