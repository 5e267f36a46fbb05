"""Mentions and claims of a document: stored once, and live or set aside as the document counts or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bilateral import merging
from bilateral.record import codec, keep_words, links
from bilateral.record.columns import searched, when
from bilateral.record.ids import pieces
from bilateral.record.schema import blocks, claims, mentions
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.mention import Mention


def insert_mentions(connection: Connection, told: Iterable[Mention], *, live: bool = True) -> None:
    """Store the mentions of a new document."""
    rows = [
        {
            **searched(mention),
            **when(mention.date),
            "document": mention.document,
            "live": live,
            "coder": mention.coder,
            "payload": codec.dump_mention(mention),
        }
        for mention in {mention.id: mention for mention in told}.values()
    ]
    if rows:
        connection.execute(insert(mentions), rows)


def insert_claims(connection: Connection, told: Iterable[Claim], text: str) -> None:
    """Store the claims of a new document, which has this text."""
    once = {claim.id: claim for claim in told}.values()
    keep_words.insert_claims(connection, once, text)
    rows = [
        {
            "id": claim.id,
            "document": claim.document,
            "kind": claim.kind,
            **when(claim.date),
            "live": True,
            "payload": codec.dump_claim(claim),
        }
        for claim in once
    ]
    if rows:
        connection.execute(insert(claims), rows)


def ids_in(connection: Connection, document: str) -> list[str]:
    """The ids of a document's mentions, in order."""
    query = select(mentions.c.id).where(mentions.c.document == document).order_by(mentions.c.id)
    return list(connection.execute(query).scalars())


def living(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of some mentions that count."""
    found: set[str] = set()
    for piece in pieces(sorted(set(ids))):
        found.update(
            connection.execute(select(mentions.c.id).where(mentions.c.id.in_(piece), mentions.c.live)).scalars()
        )
    return found


def set_live(connection: Connection, document: Document, told: Sequence[Mention], numbers: links.ActorNumbers) -> None:
    """Put the mentions of a document where queries and comparisons find them."""
    insert_blocks(connection, document, told)
    links.tie(connection, "mentions", ((m.id, when(m.date)["day"], m.participants) for m in told), numbers)


def insert_blocks(connection: Connection, document: Document, told: Sequence[Mention]) -> None:
    """Put mentions where those are that they are compared with."""
    published = document.published
    rows = [{"block": block, "mention": m.id} for m in told for block in sorted(merging.blocks(m, published))]
    if rows:
        connection.execute(insert(blocks), rows)


def set_aside(connection: Connection, document: Document, told: Sequence[Mention]) -> None:
    """Take them away from there; they stay stored."""
    if told:
        gone = [{"gone": mention.id} for mention in told]
        connection.execute(delete(blocks).where(blocks.c.mention == bindparam("gone")), gone)
    links.untie(connection, "mentions", (mention.id for mention in told))


def mark(connection: Connection, document: Document, live: bool) -> None:
    """Let the mentions and claims of a document count, or no longer."""
    for table in (mentions, claims):
        connection.execute(update(table).where(table.c.document == document.id).values(live=live))
