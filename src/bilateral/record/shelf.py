"""Mentions and documents at hand while documents are added: read from the store once, kept for the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from sqlalchemy import Connection, select

from bilateral.record import codec
from bilateral.record.ids import pieces
from bilateral.record.schema import documents, mentions, texts
from bilateral.types.document import Document
from bilateral.types.mention import Mention

T = TypeVar("T")
Loader = Callable[[Connection, list[str]], Iterable[tuple[str, T]]]


class Shelf(Generic[T]):
    """Things by id, the longest unused put away first. Nothing on it ever changes in the store but by :meth:`drop`."""

    def __init__(self, loader: Loader[T], most: int) -> None:
        self._loader = loader
        self._most = most
        self._things: OrderedDict[str, T] = OrderedDict()

    def get(self, connection: Connection, ids: Iterable[str]) -> dict[str, T]:
        """The things of these ids, in their order; each must exist."""
        wanted = list(dict.fromkeys(ids))
        for piece in pieces(id for id in wanted if id not in self._things):
            self._things.update(self._loader(connection, piece))
        found = {id: self._things[id] for id in wanted}
        for id in wanted:
            self._things.move_to_end(id)
        while len(self._things) > self._most:
            self._things.popitem(last=False)
        return found

    def put(self, id: str, thing: T) -> None:
        """Lay a thing at hand that was just stored."""
        self._things[id] = thing

    def drop(self, ids: Iterable[str]) -> None:
        """Put away what has changed."""
        for id in ids:
            self._things.pop(id, None)

    def clear(self) -> None:
        """Put all away: a transaction was rolled back."""
        self._things.clear()


def load_mentions(connection: Connection, ids: list[str]) -> Iterable[tuple[str, Mention]]:
    """Mentions by id."""
    rows = connection.execute(select(mentions.c.id, mentions.c.payload).where(mentions.c.id.in_(ids)))
    return [(id, codec.load_mention(payload)) for id, payload in rows]


def load_documents(connection: Connection, ids: list[str]) -> Iterable[tuple[str, Document]]:
    """Documents with their texts, without what was cut from them, by id."""
    columns = [*(documents.c[name] for name in STORED), texts.c.text]
    rows = connection.execute(select(*columns).join_from(documents, texts).where(documents.c.id.in_(ids)))
    return [(row.id, Document(**row._mapping)) for row in rows]


STORED = (
    "id", "name", "title", "source", "url", "published", "published_from", "retrieved", "format", "language", "uncoded",
)  # fmt: skip
"""The attributes of a document that are columns of their own."""
