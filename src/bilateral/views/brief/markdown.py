"""A briefing as Markdown with footnotes, as Pandoc, GitHub and Obsidian read them."""

from __future__ import annotations

import re

from bilateral.views.brief.model import Brief, Line
from bilateral.views.footnotes import origin, quoted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_STARTS = re.compile(r"^(\d+)([.)])|^([-+=])")


def text(brief: Brief, figure: str | None = None) -> str:
    """The whole text; ``figure`` is the name of the file that holds the chart."""
    told = [f"# {escaped(brief.title)}", "", escaped(brief.subtitle), ""]
    for number, section in enumerate(brief.sections):
        told += [f"## {escaped(section.title)}", "", *(f"- {_line(line)}" for line in section.lines), ""]
        if number == 0 and figure and brief.chart:
            told += [f"![{escaped(brief.alternative)}](<{figure}>)", ""]
    for number, note in enumerate(brief.notes, 1):
        told += [f"[^{number}]: {escaped(origin(note))}: {escaped(quoted(note))}"]
    return "\n".join([*told, "", "---", "", escaped(brief.colophon), ""])


def escaped(text: str) -> str:
    """The text with nothing that Markdown takes for a mark."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _STARTS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _line(line: Line) -> str:
    head = f"**{escaped(line.head)}** " if line.head else ""
    return f"{head}{escaped(line.text)}{''.join(f'[^{number}]' for number in line.notes)}"
