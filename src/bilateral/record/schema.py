"""The tables of a record. A change here needs a migration beside it (``record/migrations``).

``day`` is the sort key of everything dated: the earliest possible day, else the latest, else :data:`UNDATED`, which
sorts last. Payloads are JSON of the frozen dataclasses in ``types`` (see ``codec``); the columns beside them are
what is searched and sorted by.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy import String as PlainString
from sqlalchemy import Text as PlainText
from sqlalchemy.types import TypeEngine

VERSION = "0004"
"""The newest migration: what a record made now is stamped with."""

UNDATED = "9999-99-99"

NAMING = {"ix": "ix_%(table_name)s_%(column_0_N_name)s"}
metadata = MetaData(naming_convention=NAMING)

_BY_BYTES = PlainText(collation="C")
"""PostgreSQL sorts by the rules of some language unless it is told not to; a record sorts alike everywhere."""

Text: TypeEngine[str] = PlainText().with_variant(_BY_BYTES, "postgresql")


def String(length: int) -> TypeEngine[str]:  # noqa: N802  # stands for the class of that name
    """A short text; ``length`` tells a reader how short, and no database cuts it."""
    return PlainString(length).with_variant(_BY_BYTES, "postgresql")


def _when() -> list[Column[str]]:
    """The columns of a date: its bounds as ISO days, and the day to sort by."""
    return [
        Column("earliest", String(10)),
        Column("latest", String(10)),
        Column("day", String(10), nullable=False),
    ]


runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String(32), nullable=False),
    Column("version", String(32), nullable=False),
    Column("coder", String(80), nullable=False),
    Column("model", String(80), nullable=False),
    Column("settings", Text, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("published", String(80)),
    Column("published_from", String(16)),
    Column("retrieved", String(40)),
    Column("format", String(16), nullable=False),
    Column("language", String(16)),
    Column("uncoded", Text),
    Column("characters", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False, index=True),
    Index(None, "name", "id"),
)

texts = Table(
    "texts",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("cuts", Text, nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    Column("path", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, index=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("current", Boolean, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("path", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("time", String(40), nullable=False),
    Column("document", ForeignKey("documents.id")),
)
"""``document`` where one was kept all the same, without what could not be read of it."""

mentions = Table(
    "mentions",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("status", String(16), nullable=False),
    Column("what", String(40)),
    *_when(),
    Column("live", Boolean, nullable=False),
    Column("coder", String(80), nullable=False),
    Column("payload", Text, nullable=False),
    Index(None, "live", "day", "id", "latest"),
    Index(None, "live", "kind", "day", "id", "latest"),
    Index(None, "live", "status", "day", "id", "latest"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    *_when(),
    Column("live", Boolean, nullable=False),
    Column("payload", Text, nullable=False),
    Index(None, "live", "day", "id"),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", String(120), primary_key=True),
    Column("mention", ForeignKey("mentions.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("one", ForeignKey("mentions.id"), primary_key=True),
    Column("other", ForeignKey("mentions.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Mentions of two documents that merging takes for one event when it looks at the two alone; each link both ways."""

events = Table(
    "events",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("origin", String(40), nullable=False),
    Column("made", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("status", String(16), nullable=False),
    Column("what", String(40)),
    *_when(),
    Column("payload", Text, nullable=False),
    Index(None, "day", "id", "latest"),
    Index(None, "kind", "day", "id", "latest"),
    Index(None, "status", "day", "id", "latest"),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    Column("event", ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("mention", ForeignKey("mentions.id"), nullable=False, unique=True),
    sqlite_with_rowid=False,
)

redirects = Table(
    "redirects",
    metadata,
    Column("old", String(40), primary_key=True),
    Column("new", String(40), nullable=False, index=True),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index(None, "actor", "name", unique=True),
)
"""Every name under which an actor was read; ``folded`` is what ``about`` looks into."""


def _pairs(table: str, owner: Table) -> Table:
    """States that take part together, in the order of the code; a state beside itself stands for it alone."""
    return Table(
        table,
        metadata,
        Column("first", String(20), primary_key=True),
        Column("second", String(20), primary_key=True),
        Column("day", String(10), primary_key=True),
        Column("owner", ForeignKey(owner.c.id), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


def _named(table: str, owner: Table) -> Table:
    """Which of the actors take part."""
    return Table(
        table,
        metadata,
        Column("actor", ForeignKey("actors.id"), primary_key=True),
        Column("day", String(10), primary_key=True),
        Column("owner", ForeignKey(owner.c.id), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


mention_states = _pairs("mention_states", mentions)
event_states = _pairs("event_states", events)
mention_actors = _named("mention_actors", mentions)
event_actors = _named("event_actors", events)

event_conflicts = Table(
    "event_conflicts",
    metadata,
    Column("event", ForeignKey("events.id"), primary_key=True),
    Column("field", String(80), primary_key=True),
    sqlite_with_rowid=False,
)
"""In which fields the reports of an event disagree."""

marks = Table(
    "marks",
    metadata,
    Column("id", ForeignKey("events.id"), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("status", String(16), nullable=False),
    Column("what", String(40)),
    *_when(),
    Column("month", String(7)),
    Column("score", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("place", Text),
    Column("country", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Index(None, "month", "status", "kind", "day", "latest"),
    sqlite_with_rowid=False,
)
"""What charts count of each event; events are not read for it, as their payloads are long.

``month`` is the one in which it was, ``None`` where it can have been in several.
"""

firsts = Table(
    "firsts",
    metadata,
    Column("event", ForeignKey("events.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Events that a report calls the first ever; whether an earlier one is told is looked up when they are shown."""

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Pieces of the MinHash of each document: two that share one may be copies of each other."""

copies = Table(
    "copies",
    metadata,
    Column("one", ForeignKey("documents.id"), primary_key=True),
    Column("other", ForeignKey("documents.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Documents that are near-identical; each pair both ways."""

holdings = Table(
    "holdings",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", String(20), nullable=False),
    Column("office", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index(None, "state", "office"),
    sqlite_with_rowid=False,
)
"""What each document tells of who holds which office when; it counts while its document does."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("time", String(40), nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("act", String(16), nullable=False),
    Column("payload", Text, nullable=False),
)
"""Decisions of persons, in the order in which they were made: rows are added, never changed or taken away."""

judged_documents = Table(
    "judged_documents",
    metadata,
    Column("document", String(40), primary_key=True),
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which documents a judgement speaks of."""

judged_pairs = Table(
    "judged_pairs",
    metadata,
    Column("one", ForeignKey("mentions.id"), primary_key=True),
    Column("other", ForeignKey("mentions.id"), primary_key=True),
    Column("same", Boolean, nullable=False),
    Column("judgement", ForeignKey("judgements.id"), nullable=False),
    sqlite_with_rowid=False,
)
"""Mentions that judgements in force call one event, or two; each pair both ways."""

judged_values = Table(
    "judged_values",
    metadata,
    Column("mention", ForeignKey("mentions.id"), primary_key=True),
    Column("field", String(80), primary_key=True),
    Column("value", Text, nullable=False),
    Column("judgement", ForeignKey("judgements.id"), nullable=False),
    sqlite_with_rowid=False,
)
"""Values that judgements in force give to the event of a mention."""

originals = Table(
    "originals",
    metadata,
    Column("mention", ForeignKey("mentions.id"), primary_key=True),
    Column("payload", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the coder read where a judgement has corrected it."""

sought = Table(
    "sought",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sort", String(10), nullable=False),
    Column("owner", String(80), nullable=False),
    Column("words", Text, nullable=False),
    Index(None, "owner", "sort"),
)
"""The words of documents, events and claims as search compares them; the databases' own indexes lie beside it."""

pulse = Table("pulse", metadata, Column("id", Integer, primary_key=True), Column("beat", Integer, nullable=False))
"""One row that each writing transaction counts on: by it a process sees that another one wrote."""
