"""Every change carries a proof that a page of this app has sent it."""

from __future__ import annotations

from fastapi import HTTPException, Request

from bilateral.web.security.guard import SAFE, bearer
from bilateral.web.security.secrets import SESSION

FIELD, HEADER = "proof", "x-bilateral-proof"
"""Where it is: in a field of a form, or in a header."""
FIELDS = 40


async def proven(request: Request) -> None:
    """Refuse a change without its proof. The bearer of the token needs none: no page can make a browser send that."""
    if request.method in SAFE:
        return
    secrets = request.app.state.web.secrets
    if secrets.knows(bearer(request)):
        return
    given = request.headers.get(HEADER)
    if given is None and request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        form = await request.form(max_files=0, max_fields=FIELDS)
        given = str(form.get(FIELD) or "")
    if not secrets.proves(request.cookies.get(SESSION), given):
        raise HTTPException(403, "this page is out of date: load it again, and do it once more")
