"""Full-text search over documents, events and claims, with the words found in their surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, cast, column, desc, func, or_, select, table
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSQUERY

from bilateral.errors import UsageError
from bilateral.record import codec, evidence
from bilateral.record.schema import claims, documents, events, sought, texts
from bilateral.record.snippets import held, snippet
from bilateral.record.terms import Term, terms

SORTS = ("documents", "events", "claims")

Found = Select[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds all words asked for.

    Attributes:
        sort: ``document``, ``event`` or ``claim``; id: its id.
        document: the name of the document it stands in (of an event: of the report that has most of the words).
        published, source: of that document.
        snippet: the words found, between « and », with what stands around them.
    """

    sort: str
    id: str
    document: str
    published: str | None
    source: str | None
    snippet: str


def search(connection: Connection, query: str, of: str | None, limit: int | None) -> list[Hit]:
    """What holds all the words of ``query``, the best first. Raises UsageError when it holds none."""
    if of is not None and of not in SORTS:
        raise UsageError(f"cannot search {of!r}; there are: {', '.join(SORTS)}")
    asked = terms(query)
    found = select(sought.c.sort, sought.c.owner).where(_counts())
    if of is not None:
        found = found.where(sought.c.sort == of.removesuffix("s"))
    ways = {"sqlite": _fts5, "postgresql": _tsvector}
    rows = connection.execute(ways[connection.dialect.name](found, asked).limit(limit)).all()
    return [_SHOW[row.sort](connection, row.owner, asked) for row in rows]


def _fts5(found: Found, asked: Sequence[Term]) -> Found:
    index = table("sought_words", column("rowid"), column("rank"))
    match = " ".join(f'"{" ".join(term)}"' for term in asked)
    found = found.join(index, index.c.rowid == sought.c.id)
    found = found.where(sql("sought_words MATCH :match").bindparams(match=match))
    return found.order_by(index.c.rank, sought.c.sort, sought.c.owner)


def _tsvector(found: Found, asked: Sequence[Term]) -> Found:
    """The index knows which words there are; that those of a phrase stand together is looked up in the words."""
    single = dict.fromkeys(word for term in asked for word in term)
    wanted = cast(" & ".join(f"'{word}'" for word in single), TSQUERY)
    told = func.bilateral_words(sought.c.words)
    together = [sought.c.words.contains(f" {' '.join(term)} ") for term in asked if len(term) > 1]
    found = found.where(told.op("@@")(wanted), *together)
    return found.order_by(desc(func.ts_rank(told, wanted, 1)), sought.c.sort, sought.c.owner)


def _counts() -> ColumnElement[bool]:
    """Old versions of documents, and what they claim, are not found."""
    present = select(documents.c.id).where(documents.c.id == sought.c.owner, documents.c.current).exists()
    live = select(claims.c.id).where(claims.c.id == sought.c.owner, claims.c.live).exists()
    return or_(
        sought.c.sort == "event",
        and_(sought.c.sort == "document", present),
        and_(sought.c.sort == "claim", live),
    )


def _document(connection: Connection, id: str, asked: Sequence[Term]) -> Hit:
    row = connection.execute(_TOLD, {"id": id}).one()
    return Hit("document", id, row.name, row.published, row.source, _best((row.text, row.title or ""), asked))


def _claim(connection: Connection, id: str, asked: Sequence[Term]) -> Hit:
    claim = codec.load_claim(connection.execute(select(claims.c.payload).where(claims.c.id == id)).scalar_one())
    row = connection.execute(_TOLD, {"id": claim.document}).one()
    who = f"{claim.speaker.name}: " if claim.speaker else ""
    words = snippet(who + claim.quote.of(row.text), asked)
    return Hit("claim", id, row.name, row.published, row.source, words)


def _event(connection: Connection, id: str, asked: Sequence[Term]) -> Hit:
    payload = connection.execute(select(events.c.payload).where(events.c.id == id)).scalar_one()
    (event,) = evidence.with_evidence(connection, [payload])
    best = max(event.evidence, key=lambda item: held(item.quote, asked))
    return Hit("event", id, best.document, best.published, best.source, snippet(best.quote, asked))


def _best(told: Iterable[str], asked: Sequence[Term]) -> str:
    return snippet(max(told, key=lambda text: held(text, asked)), asked)


_TOLD = select(documents.c.name, documents.c.title, documents.c.published, documents.c.source, texts.c.text)
_TOLD = _TOLD.join(texts, texts.c.document == documents.c.id).where(documents.c.id == bindparam("id"))
_SHOW = {"document": _document, "claim": _claim, "event": _event}
