"""The page that asks for the token, where one is needed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bilateral.web.here import Here
from bilateral.web.rendering import page
from bilateral.web.security.addresses import own
from bilateral.web.security.secrets import ENTRY

router = APIRouter(include_in_schema=False)


@router.get("/enter")
def ask(request: Request, web: Here, token: str = "", next: str = "/") -> Response:
    """Let in who comes with the token in the address, as the one that is printed has it; ask the others."""
    if web.secrets.lets_in(request.cookies.get(ENTRY)) or web.secrets.knows(token):
        return _inside(web, next)
    wrong = "That is not the token." if token else ""
    return page(request, "enter.html", {"next": own(next), "wrong": wrong}, 401 if token else 200)


@router.post("/enter")
def enter(
    request: Request, web: Here, token: Annotated[str, Form()] = "", next: Annotated[str, Form()] = "/"
) -> Response:
    """Let in who knows the token."""
    if web.secrets.knows(token.strip()):
        return _inside(web, next)
    return page(request, "enter.html", {"next": own(next), "wrong": "That is not the token."}, 401)


def _inside(web: Here, next: str) -> Response:
    answer = RedirectResponse(own(next), 303)
    if web.secrets.token is not None:
        answer.set_cookie(ENTRY, web.secrets.entry(), httponly=True, samesite="strict", path="/")
    return answer
