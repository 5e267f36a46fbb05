"""One article as read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """Page furniture that was taken out of an article before coding.

    ``offset`` is where it stood: the character of the *cleaned* text it came before.
    ``reason`` is one word or two: ``reply form``, ``teaser``, ``pull quote``, ``comment``, ``byline``...
    """

    offset: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its cleaned text and what is known of it.

    Attributes:
        id: ``doc_`` and the first 24 hex digits of the SHA-256 of the bytes read (of the row, for a .jsonl).
        name: path below SOURCE as the user gave it; a .jsonl row's ``id``, else ``file.jsonl#number``.
        text: the cleaned text; every span of the record counts characters of this.
        title, source, url: as told by manifest, metadata or page; ``None`` when nobody tells.
        published: EDTF, never guessed; ``None`` when nothing gives it.
        published_from: what gave it: ``manifest``, ``metadata``, ``page``, ``row``, ``option``.
        retrieved: ISO 8601 time (UTC) at which the bytes were read.
        format: ``txt``, ``md``, ``html``, ``jsonl``.
        language: ISO 639-1 code as told or detected, ``None`` when not told.
        cuts: the furniture taken out.
        uncoded: why the document is stored but not coded (``too long``...); ``None`` when it is coded.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    retrieved: str | None = None
    format: str = "txt"
    language: str | None = None
    cuts: tuple[Cut, ...] = ()
    uncoded: str | None = None
