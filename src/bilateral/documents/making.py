"""From what a reader gives to a finished document: cleaned, dated, its language told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce
from urllib.parse import urlsplit

from bilateral.documents.cleaning import clean
from bilateral.documents.language import told_apart
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.printed import dateline_date, printed_date, printed_title
from bilateral.documents.published import as_edtf, checked
from bilateral.documents.raw import Aside, Raw, Told, document_id
from bilateral.documents.tellings import chosen, gathered, telling
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Cut, Document


def from_text(
    text: str,
    published: str | None = None,
    title: str | None = None,
    source: str | None = None,
    name: str = "text",
) -> Document:
    """A text at hand as a document, cleaned like any other.

    Raises UsageError when ``published`` is no date, SourceError when the text is empty.
    """
    if not normalise(text):
        raise SourceError(name, "empty: it holds no text")
    raw = Raw(document_id(text.encode("utf-8", "replace")), name, text, "txt")
    told = Told(title=title, published=checked(published), published_from="option", source=source)
    *_, document = finish(raw, told, None, Settings())
    assert isinstance(document, Document)
    return document


def finish(raw: Raw, listed: Told, published: str | None, settings: Settings) -> Iterator[Document | SourceError]:
    """The document, after an error for each date that somebody told and that is none."""
    dates = []
    for told in (listed, *raw.around, raw.told):
        value = as_edtf(told.published) if told.published else None
        if told.published and value is None:
            yield bad_date(raw.name, told)
        dates.append(replace(told, published=value))
    yield made(raw, tuple(dates), published, settings)


def bad_date(name: str, told: Told) -> SourceError:
    """The error for a date that is none; the document itself is kept."""
    reason = f"{told.published_from} gives {told.published!r}, which is not a date such as 2017-09-22, 2017-09 or 2017"
    return SourceError(name, f"{reason}; the document is kept without it")


def made(raw: Raw, told: tuple[Told, ...], published: str | None, settings: Settings) -> Document:
    """The document that ``raw`` becomes, with all that is ``told`` of it, the surest first, and shown by it."""
    text = normalise(raw.text)
    cuts: tuple[Cut, ...] = ()
    uncoded = "too long" if len(text) > int(settings.number("max_characters")) else None
    if uncoded is None:
        text, cuts = clean(text)
    printed = telling("published", printed_date(cuts), "page", "printed line")
    dateline = telling("published", dateline_date(text), "page", "dateline")
    shown = Told(title=printed_title(text), tellings=printed + dateline)
    given = Told(published=published, published_from="option")
    tellings = gathered((*told, shown, given))
    day, published_from = chosen(tellings)
    known = reduce(Told.over, (*told, shown))
    language, uncoded = language_of(text, known.language, uncoded)
    return Document(
        id=raw.id,
        name=raw.name,
        text=text,
        title=one_line(known.title),
        source=one_line(known.source) or site(known.url, raw.format),
        url=one_line(known.url),
        published=day,
        published_from=published_from,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        format=raw.format,
        language=language,
        cuts=merged(cuts, raw.asides, text),
        uncoded=uncoded,
        tellings=tellings,
    )


def site(url: str | None, format: str) -> str | None:
    """The host of a page's address, which names its source where nothing better does."""
    try:
        return urlsplit(url).hostname if url and format == "html" else None
    except ValueError:
        return None


def merged(cuts: Iterable[Cut], asides: Iterable[Aside], text: str) -> tuple[Cut, ...]:
    """The cuts and the asides in the order of their places in the cleaned ``text``."""
    place = 0
    placed = list(cuts)
    for aside in asides:
        if aside.after and (at := text.find(aside.after, place)) >= 0:
            place = at + len(aside.after)
        placed.append(Cut(place, normalise(aside.text), aside.reason))
    return tuple(sorted(placed, key=lambda cut: cut.offset))


def language_of(text: str, told: str | None, uncoded: str | None) -> tuple[str | None, str | None]:
    """The language, and why the document is not coded: an earlier reason, or a language that is not English."""
    language = told_apart(text, told)
    if uncoded is None and language not in (None, "en"):
        uncoded = f"language {language}"
    return language, uncoded
