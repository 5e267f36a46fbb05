"""Charts, each at an address of its own: on a page, as a specification, as a picture, as rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from bilateral.analysis.frame import Frame
from bilateral.export.rows import safe
from bilateral.knowledge.outlines import topology
from bilateral.views.charts import Chart, themed
from bilateral.views.charts.base import Spec
from bilateral.views.charts.theme import both
from bilateral.views.render import render
from bilateral.web.asking import Asking, Wanted
from bilateral.web.charts import CHARTS, View, Viewing, chart, chart_soon, query
from bilateral.web.here import Here
from bilateral.web.pages.files import FOREVER
from bilateral.web.rendering import page

router = APIRouter()

PICTURES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


@router.get("/charts/outlines.json", include_in_schema=False)
def outlines() -> Response:
    """The outlines of states, which all maps share."""
    return Response(_outlines(), media_type="application/json", headers=FOREVER)


@router.get("/charts/{name}.json", include_in_schema=False)
def specification(web: Here, name: str, wanted: Asking, view: Viewing) -> Response:
    """What a page draws; 202 while that is being reckoned."""
    told = chart_soon(web, _known(name), wanted, view)
    if told is None:
        return Response(status_code=202)
    return Response(_dumped(_for_page(told)), media_type="application/json")


@router.get("/charts/{name}.csv", include_in_schema=False)
def rows(web: Here, name: str, wanted: Asking, view: Viewing) -> Response:
    """The data of a chart."""
    told = chart(web, _known(name), wanted, view)
    return Response(_as_csv(told.table), media_type="text/csv; charset=utf-8", headers=_named(f"{name}.csv"))


@router.get("/charts/{name}.{ending}", include_in_schema=False)
def picture(web: Here, name: str, ending: str, wanted: Asking, view: Viewing) -> Response:
    """A chart as a picture, light on white."""
    if ending not in PICTURES:
        raise HTTPException(404, f"a chart has no {ending}; there are: json, csv, {', '.join(PICTURES)}")
    told = chart(web, _known(name), wanted, view)
    key = ("picture", name, ending, replace(wanted, limit=1, offset=0), view)
    drawn = web.kept.now(key, lambda: render(themed(told.spec), ending))
    return Response(drawn, media_type=PICTURES[ending], headers=_named(f"{name}.{ending}"))


@router.get("/charts/{name}", include_in_schema=False)
def alone(request: Request, web: Here, name: str, wanted: Asking, view: Viewing) -> Response:
    """A chart by itself, with its words and its rows; as a part of a page 202 while it is being reckoned."""
    part = "x-part" in request.headers
    told = (chart_soon if part else chart)(web, _known(name), wanted, view)
    if told is None:
        return Response(status_code=202)
    return chart_page(request, "alone.html", told, (name, wanted, view), part=part)


@router.get("/api/charts/{name}")
def chart_data(web: Here, name: str, wanted: Asking, view: Viewing) -> dict[str, Any]:
    """A chart in words, as rows, and as a Vega-Lite specification that holds all of its data.

    ``name`` is histogram, relation (of the states of ``between``), timeline, map, place (of ``event``), network
    or scores.
    """
    told = chart(web, _known(name), wanted, view)
    return {**words(told), "specification": themed(told.spec)}


def words(told: Chart) -> dict[str, Any]:
    """A chart without its picture."""
    return {"title": told.title, "summary": told.summary, "notes": told.notes, "rows": told.table.to_dicts()}


def chart_page(request: Request, template: str, told: Chart, of: tuple[str, Wanted, View], **more: Any) -> HTMLResponse:
    """A page about one chart."""
    name, wanted, view = of
    address = query(wanted, view)
    values = {"told": told, "address": f"/charts/{name}", "query": address, "wanted": wanted, "view": view}
    return page(request, template, {**values, **more})


def _known(name: str) -> str:
    if name not in CHARTS:
        raise HTTPException(404, f"no chart is called {name[:40]!r}; there are: {', '.join(CHARTS)}")
    return name


def _for_page(told: Chart) -> Spec:
    """With the colours of both grounds, and with outlines by their address instead of in full."""
    spec = both(told.spec)
    if "datasets" not in spec:
        return spec
    first, *rest = spec["layer"]
    mark = sha256(_outlines()).hexdigest()[:12]
    land = {**first, "data": {"url": f"/charts/outlines.json?v={mark}", "format": first["data"]["format"]}}
    return {**{key: value for key, value in spec.items() if key != "datasets"}, "layer": [land, *rest]}


def _outlines() -> bytes:
    return _dumped(topology())


def _dumped(spec: Any) -> bytes:
    return json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()


def _as_csv(table: Frame) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([safe(row[name]) for name in table.columns] for row in table)
    return text.getvalue()


def _named(name: str) -> dict[str, str]:
    return {"content-disposition": f'inline; filename="bilateral-{name}"'}
