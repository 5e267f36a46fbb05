"""A briefing for Word and LibreOffice (extra ``brief``)."""

from __future__ import annotations

import io
from typing import Any

from bilateral.errors import ExtraMissing
from bilateral.views.brief.model import Brief, Line
from bilateral.views.footnotes import origin, quoted
from bilateral.views.render import render

WIDTH_CM = 16


def document(brief: Brief) -> bytes:
    """The whole file. Raises ExtraMissing without python-docx."""
    try:
        from docx import Document
        from docx.shared import Cm
    except ImportError:
        raise ExtraMissing("a .docx needs python-docx; install it with: pip install 'bilateral[brief]'") from None
    out = Document()
    out.core_properties.title = brief.title
    out.add_heading(brief.title, 0)
    out.add_paragraph(brief.subtitle)
    for number, section in enumerate(brief.sections):
        out.add_heading(section.title, 1)
        for line in section.lines:
            _line(out.add_paragraph(style="List Bullet"), line)
        if number == 0 and brief.chart:
            out.add_picture(io.BytesIO(render(brief.chart, "png")), width=Cm(WIDTH_CM))
    out.add_heading("Notes", 1)
    for number, note in enumerate(brief.notes, 1):
        out.add_paragraph(f"{number}. {origin(note)}: {quoted(note)}")
    out.add_paragraph(brief.colophon)
    written = io.BytesIO()
    out.save(written)
    return written.getvalue()


def _line(paragraph: Any, line: Line) -> None:
    if line.head:
        paragraph.add_run(f"{line.head} ").bold = True
    paragraph.add_run(line.text)
    paragraph.add_run(",".join(str(number) for number in line.notes)).font.superscript = True
