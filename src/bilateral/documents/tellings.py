"""Who tells what of a document's dates and source, how sure each is, and which date is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.documents.normalise import one_line
from bilateral.documents.published import as_edtf
from bilateral.documents.raw import Told
from bilateral.types.document import Telling

ORIGINS = ("manifest", "row", "metadata", "page", "feed", "option", "file")
"""The surest first. A ``file`` tells when it was made, which need not be when the article came out."""

CERTAINTY = {
    "manifest": "certain",
    "row": "certain",
    "metadata": "certain",
    "page": "likely",
    "feed": "likely",
    "option": "certain",
    "file": "weak",
}


def telling(field: str, text: str | None, origin: str, place: str) -> tuple[Telling, ...]:
    """The telling that ``text`` makes, or nothing when it holds no name or no plain date."""
    value = one_line(text) if field == "source" else as_edtf(text or "")
    return (Telling(field, value, origin, place, CERTAINTY[origin]),) if value else ()


def gathered(told: Iterable[Told]) -> tuple[Telling, ...]:
    """All that was told, the surest origins first, each date or source once an origin and place."""
    found = [one for part in told for one in (*plain(part), *part.tellings)]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: ORIGINS.index(one.origin))))


def plain(told: Told) -> Iterator[Telling]:
    """The date and the source that somebody told without saying where exactly."""
    origin = told.published_from or "metadata"
    if told.published:
        yield from telling("published", told.published, origin, origin)
    if told.source and told.published_from:
        yield from telling("source", told.source, origin, origin)


def chosen(tellings: Iterable[Telling]) -> tuple[str | None, str | None]:
    """(date of publication, origin): the surest telling's, and nothing where there are only weak ones."""
    for one in tellings:
        if one.field == "published" and one.certainty != "weak":
            return one.value, one.origin
    return None, None
