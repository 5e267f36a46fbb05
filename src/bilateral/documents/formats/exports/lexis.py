"""LexisNexis: the classic text export (``2 of 57 DOCUMENTS``) and that of Nexis Uni (``End of Document``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats.exports.article import Article, paragraphs
from bilateral.documents.published import as_edtf

MARKS = ("DOCUMENTS", "End of Document", "LOAD-DATE:", "Load-Date:")
OPENING = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+ DOCUMENTS?[ \t]*$", re.M)
ENDING = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
LABEL = re.compile(r"^[ \t]*([A-Z][A-Za-z-]{2,18}):[ \t]*(.*)$")
DATE = re.compile(
    r"\b((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:\d{1,2}, )?\d{4})\b"
)
RIGHTS = re.compile(r"^[ \t]*Copyright\b|All Rights Reserved", re.I)
BEFORE = frozenset("section length byline dateline highlight source language headline series".split())
BEHIND = frozenset(
    "load-date language url publication-type graphic subject organization person geographic city country company "
    "industry ticker correction correction-date document-type publication-type pub-type journal-code notes "
    "classification state".split()
)


CLOSING = frozenset(("graphic", "classification", "notes", "correction"))
"""Labels that stand alone on a line in exports of Nexis Uni, each behind the body."""
FRONT = 4
"""Lines above the date from which on they are not title and newspaper only, but the export's front page as well."""


def articles(text: str) -> Iterator[Article]:
    """The articles, when ``text`` is an export: several marks, or one and a head field that only exports have."""
    pieces = OPENING.split(text)[1:] if OPENING.search(text) else ENDING.split(text)[:-1]
    if re.search(r"^[ \t]*(?:LENGTH|Length|LOAD-DATE|Load-Date|BODY|Body):?", text, re.M):
        yield from (article(piece.strip("\n")) for piece in pieces if piece.strip())


def article(piece: str) -> Article:
    """One article: what stands above the first label is title, newspaper and date; labels stand around the body."""
    lines = piece.split("\n")
    fields: dict[str, str] = {}
    head, body, begun, over = [], [], False, False
    for line in lines:
        label = LABEL.match(line)
        name = label[1].lower() if label else ""
        if not begun and (name == "body" or line.strip().lower() == "body"):
            begun, body = True, [label[2]] if label else []
        elif not begun and name in BEFORE:
            fields[name] = label[2] if label else ""
        elif begun and name in BEHIND and label:
            fields.setdefault(name, label[2])
        elif begun and (over or line.strip().lower() in CLOSING):
            over = True
        elif begun and not RIGHTS.search(line):
            body.append(line)
        elif not begun:
            head.append(line)
    if not begun:  # no BODY label: the body is what follows the last field of the head
        head, body = without_label(head)
    return Article(piece, paragraphs(body), {**of_head(head), **told(fields)})


def without_label(lines: list[str]) -> tuple[list[str], list[str]]:
    """(head, body) of an article without the label: the body begins with the first line of many words."""
    start = next((at for at, line in enumerate(lines) if len(line.split()) > 15), len(lines))
    return lines[:start], [line for line in lines[start:] if not RIGHTS.search(line)]


def told(fields: dict[str, str]) -> dict[str, str]:
    """The labelled fields under our names."""
    names = {"headline": "title", "source": "source", "language": "language", "url": "url"}
    return {ours: fields[theirs] for theirs, ours in names.items() if fields.get(theirs)}


def of_head(lines: list[str]) -> dict[str, str]:
    """Title, newspaper and date out of the lines above the labels, which have no labels themselves.

    The classic export has newspaper, date, edition, title; that of Nexis Uni title, newspaper, date.
    """
    found = [line.strip() for line in lines if line.strip() and not RIGHTS.search(line)]
    dates = ((at, match[1]) for at, line in enumerate(found) if (match := DATE.match(line)) and as_edtf(match[1]))
    at, date = next(dates, (None, ""))
    if at is None:
        return {"title": found[0]} if found else {}
    above, below = found[:at], found[at + 1 :]
    names = {"published": date}
    if len(above) >= 2:
        return names | {"title": above[-2] if len(above) > FRONT else above[0], "source": above[-1]}
    if above:
        names["source"] = above[0]
    titles = [line for line in below if not re.search(r"\b(?:Edition|Final)\b", line) or len(line.split()) > 5]
    return names | ({"title": titles[0]} if titles else {})
