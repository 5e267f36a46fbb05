"""Exports of the newspaper databases: many articles in one text, each with its head fields.

A database's layout is known by what its exports have and no article has; each module says which. They are told in
text of any kind: a text file, an RTF or a word processor's file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bilateral.documents.formats.exports import factiva, lexis, proquest
from bilateral.documents.formats.exports.article import Article
from bilateral.documents.normalise import normalise
from bilateral.documents.raw import File, Raw, document_id

LAYOUTS: tuple[tuple[str, Callable[[str], Iterator[Article]]], ...] = (
    ("proquest", proquest.articles),
    ("lexis", lexis.articles),
    ("factiva", factiva.articles),
)
MARKS = (*proquest.MARKS, *lexis.MARKS, *factiva.MARKS)


def split(file: File, text: str) -> list[Raw] | None:
    """The articles of an export as documents of their own; ``None`` when ``text`` is no export."""
    if not any(mark in text for mark in MARKS):
        return None
    text = normalise(text)
    for name, articles in LAYOUTS:
        if found := list(articles(text)):
            return [raw(file, number, article, name) for number, article in enumerate(found, 1)]
    return None


def raw(file: File, number: int, article: Article, format: str) -> Raw:
    """One article, known by the hash of its own part of the export."""
    known = document_id(article.whole.encode("utf-8", "replace"))
    return Raw(known, f"{file.name}#{number}", article.text, format, article.told())
