"""Documents and their addresses: what is stored once, and under which names it was met.

A document counts while some address leads to it. When an address comes to lead to other bytes, the document it led to
before stays, but counts only if another address still leads to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from bilateral.record import codec, keep_copies, keep_words
from bilateral.record.schema import addresses, documents, texts
from bilateral.record.shelf import STORED
from bilateral.types.document import Document


@dataclass(frozen=True, slots=True)
class Address:
    """Where a document was met: an absolute path (of a row: with its name behind), and the name the user knows."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What a new address changes: which documents count from now on, no longer do, or have another name."""

    come: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()


def is_stored(connection: Connection, document: str) -> bool:
    """Whether these bytes were stored before."""
    return connection.execute(_STORED, {"id": document}).scalar() is not None


def leads_to(connection: Connection, address: Address) -> str | None:
    """The document that an address leads to now."""
    return next((row.document for row in _versions(connection, address) if row.current), None)


def insert_document(connection: Connection, document: Document, run: int) -> None:
    """Store a document; it counts once an address leads to it."""
    seq = age(connection) + 1
    told = {name: getattr(document, name) for name in STORED}
    row = {**told, "seq": seq, "characters": len(document.text), "current": False, "run": run}
    connection.execute(insert(documents), row)
    cuts = codec.dump_cuts(document.cuts)
    connection.execute(insert(texts), {"document": document.id, "text": document.text, "cuts": cuts})
    keep_words.insert_document(connection, document)
    keep_copies.insert_copies(connection, document)


def counts(connection: Connection, document: str) -> bool:
    """Whether some address leads to a document now."""
    return bool(connection.execute(select(documents.c.current).where(documents.c.id == document)).scalar())


def point(connection: Connection, address: Address, document: str) -> Turn:
    """Let ``address`` lead to ``document``."""
    versions = _versions(connection, address)
    before = next((row.document for row in versions if row.current), None)
    if before == document:
        return Turn()
    if before is not None:
        connection.execute(update(addresses).where(addresses.c.path == address.path).values(current=False))
    version = max((row.version for row in versions), default=0) + 1
    row = {"path": address.path, "name": address.name, "version": version, "document": document, "current": True}
    connection.execute(insert(addresses), row)
    one = _turn(connection, document)
    other = _turn(connection, before) if before is not None else Turn()
    return Turn(one.come + other.come, one.gone + other.gone, one.renamed + other.renamed)


def _turn(connection: Connection, document: str) -> Turn:
    """Bring what is stored of a document in line with the addresses that lead to it."""
    old = connection.execute(_MET, {"id": document}).one()
    counts, name = old.met_as is not None, old.met_as or old.name
    if (counts, name) == (old.current, old.name):
        return Turn()
    connection.execute(update(documents).where(documents.c.id == document).values(current=counts, name=name))
    if counts == old.current:
        return Turn(renamed=(document,))
    return Turn(come=(document,)) if counts else Turn(gone=(document,))


def age(connection: Connection) -> int:
    """The number of the youngest document: how old what is made now is."""
    return connection.execute(_YOUNGEST).scalar() or 0


def _versions(connection: Connection, address: Address) -> Sequence[Any]:
    return connection.execute(_VERSIONS, {"path": address.path}).all()


def _met_query() -> Select[tuple[bool, str, str]]:
    """How a document stands, and the first name it is met under now."""
    name = select(func.min(addresses.c.name)).where(addresses.c.document == documents.c.id, addresses.c.current)
    columns = (documents.c.current, documents.c.name, name.scalar_subquery().label("met_as"))
    return select(*columns).where(documents.c.id == bindparam("id"))


_STORED = select(documents.c.id).where(documents.c.id == bindparam("id"))
_VERSIONS = select(addresses.c.version, addresses.c.document, addresses.c.current).where(
    addresses.c.path == bindparam("path")
)
_YOUNGEST = select(func.max(documents.c.seq))
_MET = _met_query()
"""Made once: making a query takes longer than running it."""
