"""What a record holds, in numbers and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select

from bilateral.record import codec, keep_copies, keep_tellings, removals, schema
from bilateral.record.ids import pieces
from bilateral.record.removals import Removal
from bilateral.record.schema import addresses, claims, documents, events, failures, mentions, runs, texts
from bilateral.types.document import Telling, certainty


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as a listing shows it, without its text.

    Attributes:
        names: all names under which these bytes are met now; ``name`` is the first of them.
        copies: names of the documents that count and are near-identical to it.
        current: ``False`` for the old version of a changed file, whose mentions no longer count.
        uncoded: why it is stored but not coded.
        certainty: how sure ``published`` is; tellings: all that was told of its dates and source.
        cut: words that were cut as furniture, by the reason.
        removed: who took it out when, and why; ``None`` for what is in.
    """

    id: str
    name: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    published_from: str | None
    retrieved: str | None
    format: str
    language: str | None
    characters: int
    mentions: int
    uncoded: str | None
    current: bool
    names: tuple[str, ...]
    copies: tuple[str, ...]
    certainty: str | None
    tellings: tuple[Telling, ...]
    cut: Mapping[str, int]
    removed: Removal | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read or coded, and why; ``time`` is when that was tried last."""

    name: str
    reason: str
    time: str


@dataclass(frozen=True, slots=True)
class Info:
    """A record in numbers.

    Attributes:
        documents: those that count; superseded: old versions of changed files; uncoded: stored but not coded.
        first, last: the earliest and latest day of any event.
        states: codes of states and organisations with the number of events they take part in, most first.
        coders: coder and model that made the mentions, each pair once.
        size: bytes on disk; schema: version of the tables.
    """

    path: str
    documents: int
    superseded: int
    uncoded: int
    failures: tuple[Failure, ...]
    mentions: int
    events: int
    claims: int
    first: str | None
    last: str | None
    states: tuple[tuple[str, int], ...]
    coders: tuple[tuple[str, str], ...]
    size: int
    schema: str


def info(connection: Connection, path: str, size: int) -> Info:
    """The record in numbers."""
    return Info(
        path=path,
        documents=_count(connection, documents, documents.c.current),
        superseded=_count(connection, documents, documents.c.current.is_(False)),
        uncoded=_count(connection, documents, documents.c.current, documents.c.uncoded.is_not(None)),
        failures=tuple(failed(connection)),
        mentions=_count(connection, mentions, mentions.c.live),
        events=_count(connection, events),
        claims=_count(connection, claims, claims.c.live),
        first=connection.execute(select(func.min(events.c.earliest))).scalar(),
        last=connection.execute(select(func.max(events.c.latest))).scalar(),
        states=tuple(_states(connection)),
        coders=tuple(_coders(connection)),
        size=size,
        schema=schema.VERSION,
    )


def document_rows(connection: Connection, limit: int | None, offset: int) -> Iterator[DocumentRow]:
    """Documents in the order of their names, old versions behind the present one."""
    table = documents.c
    told = select(func.count()).where(mentions.c.document == table.id).scalar_subquery()
    query = select(documents, told.label("mentions")).order_by(table.name, table.current.desc(), table.id)
    rows = connection.execute(query.limit(limit).offset(offset or None)).all()
    ids = [row.id for row in rows]
    names, tellings = _names(connection, ids), keep_tellings.tellings_of(connection, ids)
    cut, gone = _cut(connection, ids), removals.removed(connection, ids)
    copies = keep_copies.names_of(connection, ids)
    wanted = set(DocumentRow.__slots__)
    for row in rows:
        yield DocumentRow(
            **{name: value for name, value in row._mapping.items() if name in wanted},
            names=tuple(names.get(row.id, (row.name,))),
            copies=tuple(copies.get(row.id, ())),
            certainty=certainty(row.published, tellings.get(row.id, ())),
            tellings=tellings.get(row.id, ()),
            cut=cut.get(row.id, {}),
            removed=gone.get(row.id),
        )


def failed(connection: Connection) -> Iterator[Failure]:
    """What could not be read, in the order of names."""
    query = select(failures.c.name, failures.c.reason, failures.c.time).order_by(failures.c.name, failures.c.path)
    return (Failure(*row) for row in connection.execute(query))


def has_state(connection: Connection, code: str) -> bool:
    """Whether a state or organisation takes part in any event."""
    states = schema.event_states.c
    query = select(states.first).where(states.first == code, states.second == code).limit(1)
    return connection.execute(query).scalar() is not None


def _names(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = select(addresses.c.document, addresses.c.name).where(addresses.c.current).distinct()
    for piece in pieces(ids):
        where = addresses.c.document.in_(piece)
        for document, name in connection.execute(query.where(where).order_by(addresses.c.document, addresses.c.name)):
            found.setdefault(document, []).append(name)
    return found


def _cut(connection: Connection, ids: list[str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for piece in pieces(ids):
        query = select(texts.c.document, texts.c.cuts).where(texts.c.document.in_(piece))
        for document, cuts in connection.execute(query):
            words: Counter[str] = Counter()
            for cut in codec.load_cuts(cuts):
                words[cut.reason] += len(cut.text.split())
            found[document] = dict(words.most_common())
    return found


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0


def _states(connection: Connection) -> list[tuple[str, int]]:
    table = schema.event_states.c
    number = func.count()
    query = select(table.first, number).where(table.first == table.second).group_by(table.first)
    return [(code, events) for code, events in connection.execute(query.order_by(number.desc(), table.first))]


def _coders(connection: Connection) -> list[tuple[str, str]]:
    query = select(runs.c.coder, runs.c.model).distinct().order_by(runs.c.coder, runs.c.model)
    return [(coder, model) for coder, model in connection.execute(query)]
