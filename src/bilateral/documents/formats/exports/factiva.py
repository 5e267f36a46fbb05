"""Factiva: articles that end with ``Document ABCD000020170922ed9m0001x``, with field codes or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats.exports.article import Article, paragraphs
from bilateral.documents.published import as_edtf

MARKS = ("Document ",)
ENDING = re.compile(r"^(?:AN[ \t]+)?[ \t]*Document ([A-Za-z0-9]{4,10}\d{6,}[a-z0-9]{6,})[ \t]*$", re.M)
CODE = re.compile(
    r"^(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|CO|IN|NS|RE|IPD|IPC|PUB|AN|CR|SE|VOL|RF|CX)(?: {1,4}|\t|$)(.*)"
)
WORDS = re.compile(r"^[\d,]+ words$")
NAMES = {"HD": "title", "PD": "published", "SN": "source", "LA": "language"}
SHOWN = ("LP", "TD")


def articles(text: str) -> Iterator[Article]:
    """The articles, when ``text`` is an export: its number of words or field codes stand in every head."""
    ends = list(ENDING.finditer(text))
    start = 0
    for end in ends:
        piece = text[start : end.start()].strip("\n")
        start = end.end()
        made = coded(piece) or plain(piece)
        if made is not None:
            yield made


def coded(piece: str) -> Article | None:
    """An article with field codes."""
    parts: dict[str, list[str]] = {}
    code = ""
    for line in piece.split("\n"):
        if match := CODE.match(line):
            code = match[1]
            parts.setdefault(code, []).append(match[2])
        elif code:
            parts[code].append(line)
    if not {"HD", "WC", "PD"} <= parts.keys():
        return None
    body = [line for code in SHOWN for line in ([""] + parts[code] if parts.get(code) else [])]
    fields = {name: " ".join(" ".join(parts[code]).split()) for code, name in NAMES.items() if code in parts}
    return Article(piece, paragraphs(body), fields)


def plain(piece: str) -> Article | None:
    """An article without codes: title, number of words, date, time, newspaper, its code, language, rights, body."""
    lines = [line.strip() for line in piece.split("\n")]
    at = next((number for number, line in enumerate(lines) if WORDS.match(line)), None)
    if at is None:
        return None
    above = [line for line in lines[:at] if line]
    head: list[str] = []
    start = len(lines)
    for number in range(at + 1, len(lines)):
        if lines[number]:
            head.append(lines[number])
        if re.match(r"Copyright\b|\(c\)|©", lines[number], re.I) or (not lines[number] and len(head) >= 4):
            start = number + 1
            break
    return Article(piece, paragraphs(lines[start:]), of_head(above, head))


def of_head(above: list[str], head: list[str]) -> dict[str, str]:
    """The fields of the lines above and below the number of words."""
    titles = [line for line in above if not re.match(r"by\b", line, re.I)]  # a section may stand above it
    fields = {"title": max(titles, key=lambda line: len(line.split()))} if titles else {}
    day = next((number for number, line in enumerate(head) if as_edtf(line)), None)
    if day is None:
        return fields
    fields["published"] = head[day]
    rest = [line for line in head[day + 1 :] if not re.fullmatch(r"\d\d:\d\d(?: [A-Z]{2,4})?", line)]
    if rest:
        fields["source"] = rest[0]
    language = next((line for line in rest[1:4] if re.fullmatch(r"[A-Z][a-z]+", line)), None)
    return fields | ({"language": language} if language else {})
