"""Mentions as judgements know them, found again after the document was coded anew or has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from bilateral.merging.families import family
from bilateral.record import codec
from bilateral.record.ids import pieces
from bilateral.record.schema import addresses, documents, mentions, originals, texts
from bilateral.types.judgement import Anchor
from bilateral.types.mention import Mention
from bilateral.types.span import Span

OVERLAP = 0.5
"""Share of the shorter of two quotes that both must have for one to be found by the other."""


def anchor(connection: Connection, mention: Mention) -> Anchor:
    """``mention`` as a judgement keeps it."""
    text = connection.execute(select(texts.c.text).where(texts.c.document == mention.document)).scalar_one()
    return Anchor(mention.id, mention.document, mention.kind, mention.quotes, mention.quotes[0].of(text))


def resolve(connection: Connection, sought: Anchor) -> str | None:
    """The mention that now stands where this one stood; ``None`` when there is none."""
    for document in present(connection, sought.document):
        quotes = sought.quotes if document == sought.document else _moved(connection, document, sought)
        if found := _best(_mentions(connection, document), sought, quotes):
            return found
    return None


def present(connection: Connection, document: str) -> list[str]:
    """The document itself if it counts, and what its addresses lead to now."""
    ids = lineage(connection, [document])
    found = [*ids & {document}, *sorted(ids - {document})]
    query = select(documents.c.id).where(documents.c.id.in_(found), documents.c.current)
    counting = set(connection.execute(query).scalars())
    return [id for id in found if id in counting]


def lineage(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Documents and all other versions that their addresses ever led to."""
    found = set(ids)
    for piece in pieces(sorted(found)):
        paths = select(addresses.c.path).where(addresses.c.document.in_(piece))
        found.update(connection.execute(select(addresses.c.document).where(addresses.c.path.in_(paths))).scalars())
    return found


def _mentions(connection: Connection, document: str) -> Iterator[Mention]:
    """The mentions of a document as the coder read them."""
    query = select(mentions.c.payload, originals.c.payload.label("original"))
    query = query.outerjoin(originals, originals.c.mention == mentions.c.id).where(mentions.c.document == document)
    for row in connection.execute(query.order_by(mentions.c.id)):
        yield codec.load_mention(row.original or row.payload)


def _moved(connection: Connection, document: str, sought: Anchor) -> tuple[Span, ...]:
    """Where the first quote stands in another version of the document."""
    text = connection.execute(select(texts.c.text).where(texts.c.document == document)).scalar_one()
    at = text.find(sought.words)
    return (Span(at, at + len(sought.words)),) if sought.words and at >= 0 else ()


def _best(told: Iterable[Mention], sought: Anchor, quotes: Sequence[Span]) -> str | None:
    ranked = []
    for mention in told:
        if mention.id == sought.mention:
            return mention.id
        shared = overlap(mention.quotes, quotes)
        if shared >= OVERLAP and family(mention.kind) == family(sought.kind):
            ranked.append((mention.kind != sought.kind, -shared, mention.id))
    return min(ranked)[2] if ranked else None


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The part of the shorter of two lists of spans that both cover."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    shorter = min(sum(span.end - span.start for span in spans) for spans in (one, other)) if one and other else 0
    return shared / shorter if shorter else 0.0
