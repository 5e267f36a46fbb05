"""The tables of what was told of documents, of removing them, and of what was fetched from the network."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table

from bilateral.record.schema import String, Text, metadata

tellings = Table(
    "tellings",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("field", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("origin", String(16), nullable=False),
    Column("place", Text, nullable=False),
    Column("certainty", String(16), nullable=False),
)
"""What was told of a document's dates and source, the surest first."""

removals = Table(
    "removals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("time", String(40), nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("act", String(16), nullable=False),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("addresses", Text, nullable=False),
)
"""``remove`` and ``restore``, one row each, never changed; the last of a document's says how it stands."""

fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("state", String(8), nullable=False, index=True),
    Column("told", Text, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("tries", Integer, nullable=False),
    Column("due", String(40), nullable=False),
    Column("time", String(40)),
    Column("reason", Text),
)
"""Feeds and the pages they name: ``kind`` feed or page, ``state`` waiting, done or failed, ``due`` not before."""
