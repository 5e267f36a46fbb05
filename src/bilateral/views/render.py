"""Specifications to pictures, here and with nothing loaded from elsewhere."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from bilateral.errors import UsageError

FORMATS = ("svg", "png", "pdf", "html")
VERSION = "5.21"
NOWHERE: list[str] = []
"""The addresses a chart may load from."""


def format_of(name: str) -> str:
    """The format of a chart by the ending of its file. Raises UsageError for one that is none."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise UsageError(f"cannot draw {name}: give a name that ends in {', '.join(f'.{one}' for one in FORMATS)}")
    return ending


def render(spec: dict[str, Any], format: str) -> bytes:
    """A Vega-Lite specification as ``svg``, ``png``, ``pdf`` or a page that holds all it needs (``html``)."""
    import vl_convert as vlc  # a renderer of its own: slow to load

    told = json.dumps(spec)
    if format == "html":
        return vlc.vegalite_to_html(told, vl_version=VERSION, bundle=True, renderer="svg").encode()
    if format == "svg":
        return vlc.vegalite_to_svg(told, vl_version=VERSION, allowed_base_urls=NOWHERE).encode()
    if format == "png":
        return bytes(vlc.vegalite_to_png(told, vl_version=VERSION, scale=2, allowed_base_urls=NOWHERE))
    return bytes(vlc.vegalite_to_pdf(told, vl_version=VERSION, allowed_base_urls=NOWHERE))
