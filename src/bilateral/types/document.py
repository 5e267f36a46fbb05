"""One article as read."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.types.edtf import bounds


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
class Telling:
    """What one place says of a document: a date of publication or of updating, a source.

    Attributes:
        field: ``published``, ``updated`` or ``source``.
        value: EDTF for a date, else a name.
        origin: ``manifest``, ``row``, ``metadata``, ``page``, ``feed``, ``option`` or ``file``.
        place: where exactly, in words: ``meta article:published_time``, ``header Date``, ``address``.
        certainty: ``certain``, ``likely``, or ``weak``, which is kept and never used.
    """

    field: str
    value: str
    origin: str
    place: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its cleaned text and what is known of it.

    Attributes:
        id: ``doc_`` and the first 24 hex digits of the SHA-256 of the bytes read (of the row, for a .jsonl).
        name: path below SOURCE as the user gave it; a row's ``id``, else ``file.jsonl#number``; or the URL.
        text: the cleaned text; every span of the record counts characters of this.
        title, source, url: as told by manifest, metadata or page; ``None`` when nobody tells.
        published: EDTF, never guessed; ``None`` when nothing gives it.
        published_from: what gave it: ``manifest``, ``metadata``, ``page``, ``row``, ``feed``, ``option``.
        retrieved: ISO 8601 time (UTC) at which the bytes were read.
        format: ``txt``, ``md``, ``html``, ``jsonl``, ``pdf``, ``docx`` ...
        language: ISO 639-1 code as told or detected, ``None`` when not told.
        cuts: the furniture taken out.
        uncoded: why the document is stored but not coded (``too long``...); ``None`` when it is coded.
        tellings: all that was told of its dates and source, by whom, contradictions included.
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
    tellings: tuple[Telling, ...] = ()

    @property
    def certainty(self) -> str | None:
        """How sure ``published`` is: ``certain``, ``likely``, or ``disputed`` where tellings contradict each other."""
        return certainty(self.published, self.tellings)


def certainty(published: str | None, tellings: tuple[Telling, ...]) -> str | None:
    """How sure a date of publication is, in view of all that was told."""
    told = [one for one in tellings if one.field == "published"]
    own = next((one.certainty for one in told if one.value == published), None)
    if own is None:
        return None
    weighty = {one.value for one in told if one.certainty != "weak"}
    return "disputed" if any(not agree(published or "", other) for other in weighty) else own


def agree(one: str, other: str) -> bool:
    """Whether two dates can both be true: they share a day, or lie a day apart, as clocks do."""
    (first, last), (from_, to) = bounds(one), bounds(other)
    before = last and from_ and (from_ - last).days > 1
    behind = to and first and (first - to).days > 1
    return not (before or behind)
