"""Files that ship with the app: how pages look, and what they run."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from bilateral.web import bundle

router = APIRouter(include_in_schema=False)

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
"""An address changes with the file."""


@router.get("/static/charts-bundle.js")
def charts_bundle() -> Response:
    """The script that draws charts."""
    return Response(bundle.script(), media_type="text/javascript", headers=FOREVER)


@router.get("/static/{name}")
def static_file(name: str) -> Response:
    """A file of the package."""
    folder = files("bilateral.web").joinpath("static")
    if name not in {one.name for one in folder.iterdir()} or PurePath(name).suffix not in TYPES:
        raise HTTPException(404, "there is no such file")
    content = folder.joinpath(name).read_bytes()
    return Response(content, media_type=TYPES[PurePath(name).suffix], headers=FOREVER)
