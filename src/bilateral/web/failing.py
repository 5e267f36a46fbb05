"""What went wrong, told on a page or, under /api, as JSON: what it was and what to do, never a traceback."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from bilateral.errors import BilateralError, NotFound, RecordBusy, UsageError
from bilateral.web.rendering import page

TITLES = {
    400: "This cannot be asked",
    401: "A token is needed",
    403: "Not allowed",
    404: "Not found",
    405: "Not this way",
    413: "Too much",
    503: "The record is busy",
}
_LOG = logging.getLogger("bilateral.web")


def refused(scope: Scope, status: int, message: str) -> Response:
    """The answer to what does not get in."""
    return answered(Request(scope), status, message)


def defect(scope: Scope, error: Exception) -> Response:
    """The answer to what nobody foresaw; the window where the app runs has the rest."""
    _LOG.error("%s %s", scope["method"], scope["path"], exc_info=error)
    return refused(scope, 500, "a defect of bilateral; what happened is in the window where it runs")


def answered(request: Request, status: int, message: str) -> Response:
    """A page, or JSON for a program."""
    if request.url.path.startswith(("/api", "/charts", "/static")):
        return JSONResponse({"error": message}, status)
    title = TITLES.get(status, "Something went wrong")
    return page(request, "failed.html", {"title": title, "message": message, "status": status}, status)


def _http(request: Request, error: Any) -> Response:
    told = error.detail if error.detail != HTTPStatus(error.status_code).phrase else "there is no such page"
    return answered(request, error.status_code, str(told))


def _unreadable(request: Request, error: Any) -> Response:
    """A part of the address or of a form that is none."""
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()[:3])
    return answered(request, 400, told)


def _told(request: Request, error: Any) -> Response:
    status = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
    return answered(request, status, str(error))


_CODES: tuple[tuple[type[BilateralError], int], ...] = ((UsageError, 400), (NotFound, 404), (RecordBusy, 503))


def handlers() -> dict[int | type[Exception], Any]:
    """What answers each class of error."""
    return {HTTPException: _http, RequestValidationError: _unreadable, BilateralError: _told}
