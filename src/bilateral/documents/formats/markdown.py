"""Markdown: the words without the signs; links keep their text, headings stand on their own line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bilateral.documents.formats.whole import read_whole
from bilateral.documents.raw import File, Knows, Raw, Read, Told
from bilateral.settings import Settings

FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
FIELD = re.compile(r"^(\w+):[ \t]*(.+?)[ \t]*$", re.M)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.S)
TIGHT = {"list_item_close", "tr_close"}


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The one document of a Markdown file."""
    return read_whole(file, settings, knows, make)


def make(file: File, document: str, text: str) -> Raw:
    """Words, and the title: from the head fields, else the first heading of the first level."""
    front = FRONT.match(text)
    fields = head_fields(front[1]) if front else {}
    text = text[front.end() :] if front else text
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    told = Told(
        title=fields.get("title") or first_heading(tokens),
        published=fields.get("date") or fields.get("published"),
        published_from="metadata",
        source=fields.get("source"),
        url=fields.get("url"),
        language=fields.get("lang") or fields.get("language"),
    )
    words = "\n\n".join(blocks(tokens))
    return Raw(document, file.name, words if words.strip() else TAG.sub(" ", text), "md", told)


def head_fields(front: str) -> dict[str, str]:
    """The simple ``name: value`` lines between the ``---`` of a file's head."""
    return {match[1].lower(): match[2].strip("'\"") for match in FIELD.finditer(front)}


def first_heading(tokens: list[Token]) -> str | None:
    """The words of the first ``#`` heading."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return words(inline)
    return None


def blocks(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of each paragraph, heading, list item and table row."""
    row: list[str] = []
    depth = 0
    for token in tokens:
        depth += {"tr_open": 1, "tr_close": -1}.get(token.type, 0)
        if token.type == "inline":
            row.append(words(token))
        elif token.type in ("fence", "code_block"):
            row.append(token.content.strip())
        elif token.type == "html_block":
            row.append(TAG.sub(" ", token.content).strip())
        if not depth and any(row):
            yield " ".join(row)
            row = []


def words(inline: Token) -> str:
    """The words of one inline token and its children: no emphasis signs, no link targets, no pictures."""
    return "".join(piece(child) for child in inline.children or ())


def piece(token: Token) -> str:
    """What one inline child says."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
