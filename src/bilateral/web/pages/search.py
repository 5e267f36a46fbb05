"""Search results: documents, events and claims that hold all words asked for."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from bilateral.errors import UsageError
from bilateral.export import hit_object
from bilateral.record import Hit
from bilateral.record.search import SORTS
from bilateral.web.asking import LONGEST
from bilateral.web.here import Here, Web
from bilateral.web.rendering import page

router = APIRouter()

MOST = 100
Words = Annotated[str, Query(max_length=LONGEST, description='Words; "two words" are a phrase.')]
Of = Annotated[str, Query(max_length=20, description=f"Only one of: {', '.join(SORTS)}.")]
_FOUND = re.compile("«(.*?)»", re.S)


@router.get("/search", include_in_schema=False)
def search(request: Request, web: Here, q: Words = "", of: Of = "") -> HTMLResponse:
    """The page."""
    try:
        hits, wrong = (found(web, q, of) if q.strip() else []), ""
    except UsageError as error:
        hits, wrong = [], str(error)
    values = {
        "hits": [(one, cut(one.snippet)) for one in hits], "q": q, "of": of, "sorts": SORTS, "wrong": wrong,
        "asked_words": q, "most": MOST,
    }  # fmt: skip
    return page(request, "search.html", values, 400 if wrong else 200)


@router.get("/api/search")
def search_data(web: Here, q: Words, of: Of = "") -> dict[str, Any]:
    """Documents, events and claims that hold all words, the best first."""
    return {"hits": [hit_object(one) for one in found(web, q, of)]}


def found(web: Web, words: str, of: str) -> list[Hit]:
    """The best of what holds all words."""
    return web.kept.now(("search", words, of), lambda: web.record.search(words, of=of or None, limit=MOST))


def cut(snippet: str) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it is what was looked for."""
    return [(piece, bool(at % 2)) for at, piece in enumerate(_FOUND.split(snippet)) if piece]
