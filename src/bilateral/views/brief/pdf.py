"""A briefing for print, set by Typst (extra ``brief``); its text goes in as data, never as markup."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from bilateral.errors import ExtraMissing
from bilateral.views.brief.model import Brief
from bilateral.views.footnotes import origin, quoted
from bilateral.views.render import render


def document(brief: Brief) -> bytes:
    """The whole file. Raises ExtraMissing without typst."""
    try:
        import typst
    except ImportError:
        raise ExtraMissing("a .pdf needs typst; install it with: pip install 'bilateral[brief]'") from None
    template = files(__package__).joinpath("page.typ").read_bytes()
    figure = render(brief.chart, "svg").decode() if brief.chart else ""
    return bytes(typst.compile(template, sys_inputs={"brief": json.dumps(_data(brief)), "figure": figure}))


def _data(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "colophon": brief.colophon,
        "sections": [
            {
                "title": section.title,
                "lines": [
                    {"head": line.head or "", "text": line.text, "notes": ",".join(map(str, line.notes))}
                    for line in section.lines
                ],
            }
            for section in brief.sections
        ],
        "notes": [f"{origin(note)}: {quoted(note)}" for note in brief.notes],
    }
