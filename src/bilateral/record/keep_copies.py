"""Which documents are copies of each other: they are kept, and their family counts as one source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, insert, select

from bilateral.documents.copies import are_copies, bands, shingles
from bilateral.record import schema
from bilateral.record.ids import pieces
from bilateral.record.schema import documents, texts
from bilateral.types.document import Document


def insert_copies(connection: Connection, document: Document) -> None:
    """Compare a new document with all that may be copies of it."""
    own = shingles(document.text)
    keys = bands(own)
    near: set[str] = set()
    for piece in pieces(map(str, keys)):
        near.update(connection.execute(_NEAR, {"bands": [int(key) for key in piece]}).scalars())
    if keys:
        rows = [{"band": key, "document": document.id} for key in sorted(set(keys))]
        connection.execute(insert(schema.bands), rows)
    for piece in pieces(sorted(near - {document.id})):
        query = select(texts.c.document, texts.c.text).where(texts.c.document.in_(piece))
        met = [row.document for row in connection.execute(query) if are_copies(own, shingles(row.text))]
        pairs = [pair for id in met for pair in ((id, document.id), (document.id, id))]
        if pairs:
            connection.execute(insert(schema.copies), [{"one": one, "other": other} for one, other in pairs])


def families(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The family of each document that has a copy among those that count, named after the smallest id in it."""
    found: dict[str, str] = {}
    copied = {id for piece in pieces(sorted(set(ids))) for id in connection.execute(_HAVING, {"ids": piece}).scalars()}
    for id in sorted(copied):
        if id not in found and (family := family_of(connection, [id])):
            found |= dict.fromkeys(family, min(family))
    return found


def family_of(connection: Connection, ids: Sequence[str]) -> set[str]:
    """The documents that count and are copies of these, directly or through others; empty where there are none."""
    found: set[str] = set()
    edge = list(ids)
    while edge:
        near = {id for piece in pieces(edge) for id in connection.execute(_COPIES, {"ids": piece}).scalars()}
        edge = sorted(near - found)
        found |= near
    return found | set(ids) if found else found


def every(connection: Connection) -> dict[str, list[str]]:
    """Each document that counts and has a copy, with its whole family."""
    found: dict[str, list[str]] = {}
    for id in connection.execute(_COPIED).scalars():
        if id not in found and (family := sorted(family_of(connection, [id]))):
            found |= dict.fromkeys(family, family)
    return found


def names_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """The names of the copies of each of these documents that count, in their order."""
    found: dict[str, list[str]] = {}
    for piece in pieces(ids):
        for id, name in connection.execute(_NAMES, {"ids": piece}):
            found.setdefault(id, []).append(name)
    return found


def any_copies(connection: Connection) -> bool:
    """Whether the record holds any copies at all: most do not, and then nothing is to be asked."""
    return connection.execute(_ANY).scalar() is not None


_IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_NEAR = select(schema.bands.c.document).where(schema.bands.c.band.in_(bindparam("bands", expanding=True))).distinct()
_COPIES = select(schema.copies.c.other).join(documents, documents.c.id == schema.copies.c.other)
_COPIES = _COPIES.where(schema.copies.c.one.in_(_IDS), documents.c.current).distinct()
_NAMES = select(schema.copies.c.one, documents.c.name).join(documents, documents.c.id == schema.copies.c.other)
_NAMES = _NAMES.where(schema.copies.c.one.in_(_IDS), documents.c.current).order_by(documents.c.name, documents.c.id)
_HAVING = select(schema.copies.c.one).where(schema.copies.c.one.in_(_IDS)).distinct()
_COPIED = select(schema.copies.c.one).join(documents, documents.c.id == schema.copies.c.one)
_COPIED = _COPIED.where(documents.c.current).distinct().order_by(schema.copies.c.one)
_ANY = select(schema.copies.c.one).limit(1)
