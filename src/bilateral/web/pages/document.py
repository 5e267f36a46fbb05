"""Documents: the list, and one as it was read with what it tells."""

from __future__ import annotations

import itertools
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bilateral.export import document_object, event_object
from bilateral.record import Told
from bilateral.types.document import Document
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.types.span import Span
from bilateral.views.marks import Mark, pieces, sort_of
from bilateral.web.asking import Asking
from bilateral.web.here import Here
from bilateral.web.pages.start import held
from bilateral.web.rendering import page

router = APIRouter()


@router.get("/documents", include_in_schema=False)
def documents(request: Request, web: Here, wanted: Asking) -> HTMLResponse:
    """The list, in the order of names."""
    info = held(web)
    rows = web.record.documents(limit=wanted.limit, offset=wanted.offset)
    total = info.documents + info.superseded
    values = {"rows": rows, "wanted": wanted, "info": info, "total": total, "failures": info.failures[:200]}
    return page(request, "documents.html", values)


@router.get("/api/documents")
def documents_data(web: Here, wanted: Asking) -> dict[str, Any]:
    """Documents in the order of their names (of the filters only limit and offset), and what could not be read."""
    rows = web.record.documents(limit=wanted.limit, offset=wanted.offset)
    failures = [{"name": one.name, "reason": one.reason, "time": one.time} for one in held(web).failures[:1000]]
    return {"documents": [document_object(row) for row in rows], "failures": failures}


@router.get("/document/{id:path}", include_in_schema=False)
def document(request: Request, web: Here, id: str) -> HTMLResponse:
    """One document, by its id or name."""
    told = web.record.told_by(id)
    values = {
        "told": told, "document": told.document, "parts_of_text": parts(told), "kinds": KINDS, "statuses": STATUSES,
        "events": list({event.id: event for event in told.events.values()}.values()),
        "mentions": {
            event.id: [one for one in told.mentions if (own := told.events.get(one.id)) and own.id == event.id]
            for event in told.events.values()
        },
    }  # fmt: skip
    return page(request, "document.html", values)


@router.get("/api/document/{id:path}")
def document_data(web: Here, id: str) -> dict[str, Any]:
    """One document by its id or name: its text, what was cut from it, and the events it tells."""
    told = web.record.told_by(id)
    one = told.document
    names = ("id", "name", "title", "source", "url", "published", "retrieved", "format", "language", "text")
    cuts = [{"offset": cut.offset, "text": cut.text, "reason": cut.reason} for cut in one.cuts]
    events = {event.id: event for event in told.events.values()}.values()
    return {**{name: getattr(one, name) for name in names}, "cuts": cuts, "events": [event_object(e) for e in events]}


def parts(told: Told) -> list[dict[str, Any]]:
    """The document from its first to its last character: paragraphs in pieces, and where furniture was cut."""
    marks = [
        Mark(span, sort_of(field), one.id)
        for one in told.mentions
        for field, spans in one.fields.items()
        for span in spans
    ]
    found: list[dict[str, Any]] = []
    for span in _stretches(told.document):
        found += [{"cut": cut} for cut in told.document.cuts if cut.offset == span.start]
        found.append({"pieces": pieces(told.document.text, span, marks), "start": span.start})
    end = len(told.document.text)
    return found + [{"cut": cut} for cut in told.document.cuts if cut.offset >= end]


def _stretches(document: Document) -> list[Span]:
    """The text cut at paragraphs and where something was cut, nothing left out."""
    text = document.text
    edges = {0, len(text), *(cut.offset for cut in document.cuts if 0 < cut.offset < len(text))}
    edges |= {at + 1 for at, sign in enumerate(text) if sign == "\n"}
    ordered = sorted(edges)
    return [Span(a, b) for a, b in itertools.pairwise(ordered) if a < b]
