"""What search looks through: the words of documents, events and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, insert

from bilateral.knowledge.states import display
from bilateral.record.columns import Row
from bilateral.record.schema import sought
from bilateral.record.terms import words
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.event import Event


def insert_document(connection: Connection, document: Document) -> None:
    """A document: its title and text."""
    _insert(connection, [_row("document", document.id, f"{document.title or ''}\n{document.text}")])


def insert_claims(connection: Connection, told: Iterable[Claim], text: str) -> None:
    """Claims: who says what."""
    rows = [
        _row("claim", claim.id, f"{claim.speaker.name if claim.speaker else ''}\n{claim.quote.of(text)}")
        for claim in told
    ]
    _insert(connection, rows)


def insert_events(connection: Connection, told: Iterable[Event]) -> None:
    """Events with their evidence: what, who, where, and in which words."""
    _insert(connection, [_row("event", event.id, "\n".join(_said(event))) for event in told])


def remove(connection: Connection, sort: str, owners: Sequence[str]) -> None:
    """Take words away."""
    if owners:
        gone = [{"gone": owner} for owner in owners]
        connection.execute(delete(sought).where(sought.c.owner == bindparam("gone"), sought.c.sort == sort), gone)


def _insert(connection: Connection, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(sought), rows)


def _row(sort: str, owner: str, text: str) -> Row:
    return {"sort": sort, "owner": owner, "words": f" {' '.join(words(text))} "}


def _said(event: Event) -> Iterator[str]:
    yield event.kind
    for one in event.participants:
        yield from (one.name, one.office or "", display(one.country) if one.country else "")
    yield event.place.name if event.place else ""
    for value in event.details.values():
        yield " ".join(value) if isinstance(value, list) else str(value)
    yield from dict.fromkeys(item.quote for item in event.evidence)
