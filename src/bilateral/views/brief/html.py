"""A briefing as one page that holds all it needs, for the screen and for paper."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from bilateral.views.brief.model import Brief, Line, Section
from bilateral.views.footnotes import origin, quoted
from bilateral.views.render import render


def page(brief: Brief) -> str:
    """The whole page."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    notes = "\n".join(
        f'<li id="note{number}"><cite>{escape(origin(note))}</cite>: {escape(quoted(note))}</li>'
        for number, note in enumerate(brief.notes, 1)
    )
    sections = [_section(section) for section in brief.sections]
    if brief.chart:
        sections.insert(1, _figure(brief))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="en"><head><meta charset="utf-8"><title>{escape(brief.title)}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>{style}</style></head><body>",
            f"<header><h1>{escape(brief.title)}</h1><p>{escape(brief.subtitle)}</p></header>",
            *sections,
            f'<section class="notes"><h2>Notes</h2><ol>{notes}</ol></section>',
            f"<footer>{escape(brief.colophon)}</footer>",
            "</body></html>\n",
        ]
    )


def _figure(brief: Brief) -> str:
    drawn = render(brief.chart or {}, "svg").decode()
    drawn = re.sub(r"<svg ", f'<svg role="img" aria-label="{escape(brief.alternative, quote=True)}" ', drawn, count=1)
    return f"<figure>{drawn}</figure>"


def _section(section: Section) -> str:
    lines = "\n".join(f"<li>{_line(line)}</li>" for line in section.lines)
    return f"<section><h2>{escape(section.title)}</h2><ul>{lines}</ul></section>"


def _line(line: Line) -> str:
    head = f"<b>{escape(line.head)}</b> " if line.head else ""
    marks = "".join(f'<a href="#note{number}">{number}</a>' for number in line.notes)
    return f"{head}{escape(line.text)}<sup>{marks}</sup>"
