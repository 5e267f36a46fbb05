"""ProQuest: ``Document 3 of 40`` or a line of underscores above each article, then labelled fields, ``Full text:``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats.exports.article import Article, paragraphs

MARKS = ("ProQuest", "Full text:")
OPENING = re.compile(r"^[ \t]*(?:Document \d+ of \d+|_{20,})[ \t]*$", re.M)
LABEL = re.compile(r"^[ \t]*([A-Z][A-Za-z /()-]{2,40}?):[ \t]*(.*)$")
NAMES = {
    "title": "title",
    "publication title": "source",
    "publication date": "published",
    "language of publication": "language",
    "document url": "url",
}
LABELS = frozenset(
    "title author abstract links publication-title volume issue pages section publication-date publication-year year "
    "publisher place-of-publication country-of-publication publication-subject issn source-type e-issn "
    "language-of-publication document-type proquest-document-id document-url copyright last-updated database subject "
    "location people company-/-organization company identifier-/-keyword classification full-text dateline edition "
    "column first-page subject-heading number-of-pages publisher-url publication-info credit illustration".split()
)


def articles(text: str) -> Iterator[Article]:
    """The articles, when ``text`` is an export: pieces with a full text and a publication's name or date."""
    for piece in OPENING.split(text):
        found = fields_of(piece.strip("\n").split("\n"))
        if "full text" in found and ("publication title" in found or "publication date" in found):
            yield article(piece.strip("\n"), found)


def fields_of(lines: list[str]) -> dict[str, list[str]]:
    """The labelled fields, each with the lines that follow it; what stands above the first is called ``""``."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for line in lines:
        label = LABEL.match(line)
        if label and label[1].lower().replace(" ", "-") in LABELS:
            name = label[1].lower()
            found.setdefault(name, []).append(label[2])
        else:
            found[name].append(line)
    return found


def article(piece: str, found: dict[str, list[str]]) -> Article:
    """One article."""
    fields = {ours: " ".join(" ".join(found[theirs]).split()) for theirs, ours in NAMES.items() if theirs in found}
    if "title" not in fields:
        above = [line.strip() for line in found[""] if line.strip() and "ProQuest" not in line]
        fields |= {"title": above[0]} if above else {}
    if "source" in fields:  # "Dawn; Karachi [Karachi]22 Sep 2017." is the paper, its place and more
        fields["source"] = fields["source"].partition(";")[0].strip()
    return Article(piece, paragraphs(found["full text"]), fields)
