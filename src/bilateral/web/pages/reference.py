"""How programs ask: a page made from the description of the API, with nothing loaded from elsewhere."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/api")
def reference(request: Request) -> HTMLResponse:
    """Every address under /api with what it takes."""
    told = request.app.openapi()
    calls = [_call(path, method, one) for path, ways in told["paths"].items() for method, one in ways.items()]
    return page(request, "reference.html", {"calls": calls, "description": told["info"]["description"]})


def _call(path: str, method: str, told: dict[str, Any]) -> dict[str, Any]:
    taken = [
        {"name": one["name"], "where": one["in"], "words": one.get("description", ""), "needed": one.get("required")}
        for one in told.get("parameters", ())
    ]
    return {"path": path, "method": method.upper(), "words": told.get("description", ""), "parameters": taken}
