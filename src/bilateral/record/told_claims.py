"""Claims with the words and the name of the document they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, Row, select

from bilateral.errors import UsageError
from bilateral.record import codec, filters
from bilateral.record.columns import fold
from bilateral.record.filters import Asked, Filters
from bilateral.record.schema import UNDATED, claims, documents, texts
from bilateral.types.claim import CLAIM_KINDS, Claim


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim, the name of its document, and its exact words."""

    claim: Claim
    document: str
    published: str | None
    source: str | None
    quote: str


def page(
    connection: Connection, known: Callable[[str], bool], asked: Asked, limit: int | None, offset: int
) -> list[ToldClaim]:
    """Claims that fit, in the order of their documents' names and of the text."""
    stop = None if limit is None else offset + limit
    return list(islice(every(connection, known, asked), offset, stop))


def every(connection: Connection, known: Callable[[str], bool], asked: Asked) -> Iterator[ToldClaim]:
    """All claims that fit, one after the other."""
    kind = asked.get("kind")
    if kind is not None and kind not in CLAIM_KINDS:
        raise UsageError(f"no kind of claim is called {kind!r}; there are: {', '.join(CLAIM_KINDS)}")
    if asked.get("status") is not None:
        raise UsageError("a claim has no status; leave --status out")
    wanted = filters.read(known, {**asked, "kind": None})
    query = select(claims, documents.c.name, documents.c.published, documents.c.source, texts.c.text)
    query = query.join(documents, documents.c.id == claims.c.document).join(texts, texts.c.document == documents.c.id)
    query = query.where(claims.c.live).order_by(documents.c.name, documents.c.id, claims.c.id)
    if kind is not None:
        query = query.where(claims.c.kind == kind)
    for row in connection.execute(query.execution_options(yield_per=200)):
        claim = codec.load_claim(row.payload)
        if _fits(row, claim, wanted):
            yield ToldClaim(claim, row.name, row.published, row.source, claim.quote.of(row.text))


def _fits(row: Row[tuple[str, ...]], claim: Claim, wanted: Filters) -> bool:
    if wanted.between and not set(wanted.between) <= {*claim.about, claim.speaker.country if claim.speaker else None}:
        return False
    if wanted.about and wanted.about not in fold(
        f"{claim.speaker.name}\n{claim.speaker.actor}" if claim.speaker else ""
    ):
        return False
    if wanted.until and row.day > wanted.until:
        return False
    return not wanted.since or (row.day != UNDATED and (row.latest is None or row.latest >= wanted.since))
