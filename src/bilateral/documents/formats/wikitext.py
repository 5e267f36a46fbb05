"""The words of a page written in MediaWiki's markup, and the day its date template gives."""

from __future__ import annotations

import re
from typing import Any

from bilateral.documents.formats.whole import needed
from bilateral.documents.published import as_edtf

FILES = re.compile(r"^(?:file|image|category|media)\s*:|^[a-z-]{2,12}:(?=\S)", re.I)
HEADING = re.compile(r"^(=+)\s*(.*?)\s*=+\s*$")
UNSEEN = frozenset(("ref", "gallery", "table", "score", "math", "timeline", "templatedata"))
NO_WORDS = re.compile(r"^[\s*#:;|-]*$")


def plain(text: str) -> tuple[str, str | None]:
    """(the words, EDTF day).

    A template that stands in a line of words is replaced by its last unnamed value, which is what it shows on
    Wikinews and its sisters; one that has its line to itself is furniture. A section without words loses its heading.
    """
    parser = needed("mwparserfromhell", "MediaWiki dumps")
    code = parser.parse(text, skip_style_tags=True)
    day = replace_templates(code, text)
    for tag in code.filter_tags(recursive=False, matches=lambda tag: str(tag.tag).strip().lower() in UNSEEN):
        code.remove(tag)
    for link in code.filter_wikilinks(recursive=False):
        if FILES.match(str(link.title).strip().lstrip(":")):
            code.remove(link)
    lines = with_words(str(code).splitlines())
    stripped = parser.parse("\n".join(lines), skip_style_tags=True).strip_code(normalize=True, collapse=True)
    return "\n".join(stripped.replace("'''", "").replace("''", "").splitlines()), day


def replace_templates(code: Any, text: str) -> str | None:
    """Put what they show in the place of templates; the day that one of them is for, if any is."""
    day: str | None = None
    for template in code.filter_templates(recursive=False):
        values = [str(value.value).strip() for value in template.params if not value.showkey]
        if day is None and len(values) == 1:
            day = as_edtf(values[0])
        code.replace(template, values[-1] if values and words_beside(text, str(template)) else "")
    return day


def words_beside(text: str, template: str) -> bool:
    """Whether there are words before or behind the template in its line."""
    at = text.find(template)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    behind = text[at + len(template) :].partition("\n")[0]
    return at >= 0 and not NO_WORDS.match(re.sub(r"\{\{[^{}]*\}\}", "", before + behind))


def with_words(lines: list[str]) -> list[str]:
    """The lines without list signs, without empty items, and without headings that no words stand under."""
    kept: list[str] = []
    waiting: list[tuple[int, str]] = []
    for line in lines:
        if heading := HEADING.match(line):
            level = len(heading[1])
            waiting = [one for one in waiting if one[0] < level] + [(level, heading[2])]
        elif not NO_WORDS.match(line):
            kept += [f"\n{text}\n" for _, text in waiting]
            kept.append(re.sub(r"^[*#:;]+\s*", "", line))
            waiting = []
        elif not line.strip():
            kept.append("")
    return kept
