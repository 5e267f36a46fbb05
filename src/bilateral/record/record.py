"""The record: what is added to it, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from sqlalchemy import Connection, delete, insert, select

from bilateral.record import evidence, filters, lookup, overview, queries, removals, told_claims
from bilateral.record.filters import Asked
from bilateral.record.overview import DocumentRow, Failure, Info
from bilateral.record.queries import EVENTS, MENTIONS, Listing, Window
from bilateral.record.removals import Removal
from bilateral.record.report import AddReport, Progress, WatchOptions, WatchReport
from bilateral.record.schema import settings as kept_settings
from bilateral.record.store import Store
from bilateral.record.told_claims import ToldClaim
from bilateral.settings import Settings
from bilateral.settings import lookup as lookup_setting
from bilateral.types.document import Document
from bilateral.types.event import Event

Told = Callable[[Connection, list[str]], list[Event]]


class Record:
    """A store of documents, mentions and events. Close it, or use it in a ``with``.

    The listings take the same filters: ``between`` (two states, each as code, name or demonym), ``kind`` (``visit``,
    ``other:border``), ``status``, ``since`` and ``until`` (EDTF dates), ``about`` (part of a participant's name or id),
    ``min_confidence`` (0 to 1).
    """

    def __init__(self, store: Store, given: Mapping[str, str] | None = None) -> None:
        self._store = store
        self._given = Settings(given)

    def add(
        self,
        *sources: str | Path,
        published: str | None = None,
        jobs: int = 1,
        allow_private: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Read, code and store the articles of files, folders and addresses. What is known is not read again.

        ``published`` dates those that nothing else dates; ``jobs`` is how many processes code; ``allow_private`` lets
        addresses lead into private networks. Nothing is fetched but the addresses given. When this is stopped,
        by an error, Ctrl-C or the death of the process, all documents stored so far are kept: run it again to go on.
        """
        from bilateral.record.adding import Adder  # reading a record needs no language model

        return Adder(self._store, self.settings(), progress).add(sources, published, jobs, allow_private)

    def watch(
        self, *sources: str, options: WatchOptions | None = None, told: Callable[[WatchReport], None] | None = None
    ) -> WatchReport:
        """Look once into feeds (addresses, OPML files, ``gdelt:QUERY``) and add the articles they name.

        ``told`` hears of each bundle of articles as it is added. What was fetched, and what waits to be, is kept in the
        record: a later call goes on where an earlier one stopped.
        """
        from bilateral.record.watching import Watcher

        return Watcher(self._store, self.settings(), options or WatchOptions()).look(sources, told)

    def remove(self, document: str, *, reason: str = "", author: str | None = None) -> Removal:
        """Take a document out with all that rests on it: its mentions, claims and reports count no longer.

        It stays stored and out, also when its file is added again, until it is restored. ``document`` is its id or
        name; ``author`` is the account's name unless it is given. The act is kept in :meth:`removals`.

        Raises:
            NotFound: there is no such document. UsageError: its name is ambiguous. RecordError: it is out already.
        """
        from bilateral.record import removing

        return removing.remove(self._store, self.settings(), document, author, reason)

    def restore(self, document: str, *, reason: str = "", author: str | None = None) -> Removal:
        """Bring back what :meth:`remove` took out. Raises RecordError when there is a newer version in its place."""
        from bilateral.record import removing

        return removing.restore(self._store, self.settings(), document, author, reason)

    def removals(self) -> list[Removal]:
        """Every removing and restoring, in order."""
        with self._store.read() as connection:
            return removals.log(connection)

    def regroup(self) -> None:
        """Merge all mentions anew, as after a new version of merging; ids stay where they can, old ones redirect."""
        from bilateral.record.anew import regroup_all

        regroup_all(self._store, self.settings())

    def events(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """Events that fit, by their dates, undated ones last; each with all its reports."""
        return self._page(EVENTS, evidence.with_evidence, asked, limit, offset)

    def mentions(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """Mentions that fit, each in the shape of an event with one report; ``id`` is the mention's."""
        return self._page(MENTIONS, evidence.as_events, asked, limit, offset)

    def every_event(self, **asked: Unpack[Asked]) -> Iterator[Event]:
        """As :meth:`events`, one after the other, in memory that does not grow with the record."""
        return self._stream(EVENTS, evidence.with_evidence, asked)

    def every_mention(self, **asked: Unpack[Asked]) -> Iterator[Event]:
        """As :meth:`mentions`, one after the other, in memory that does not grow with the record."""
        return self._stream(MENTIONS, evidence.as_events, asked)

    def event(self, id: str) -> Event:
        """The event whose id begins so; the id of one that became part of another leads there.

        Raises:
            NotFound: there is none.
            UsageError: there are several; the message lists them.
        """
        with self._store.read() as connection:
            return evidence.with_evidence(connection, [lookup.event_payload(connection, id)])[0]

    def claims(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[ToldClaim]:
        """Claims that fit, in the order of their documents' names; ``kind`` is a claim's kind."""
        with self._store.read() as connection:
            return told_claims.page(connection, self._known(connection), asked, limit, offset)

    def every_claim(self, **asked: Unpack[Asked]) -> Iterator[ToldClaim]:
        """As :meth:`claims`, one after the other."""
        with self._store.read() as connection:
            yield from told_claims.every(connection, self._known(connection), asked)

    def documents(self, *, limit: int | None = None, offset: int = 0) -> list[DocumentRow]:
        """Documents in the order of their names, without their texts."""
        with self._store.read() as connection:
            return list(overview.document_rows(connection, limit, offset))

    def document(self, id_or_name: str) -> Document:
        """A document with its text and what was cut from it. Raises NotFound, or UsageError for an ambiguous name."""
        with self._store.read() as connection:
            return lookup.document(connection, id_or_name)

    def text(self, document_id: str) -> str:
        """The text of a document, which the spans of its mentions count. Raises NotFound."""
        with self._store.read() as connection:
            return lookup.text(connection, document_id)

    def failures(self) -> list[Failure]:
        """Documents that could not be read or coded, with the reason."""
        with self._store.read() as connection:
            return list(overview.failed(connection))

    def info(self) -> Info:
        """The record in numbers."""
        with self._store.read() as connection:
            return overview.info(connection, self._store.where, self._store.size())

    def settings(self) -> Settings:
        """The settings in force: given ones before the environment's before the record's own."""
        with self._store.read() as connection:
            rows = connection.execute(select(kept_settings.c.name, kept_settings.c.value))
            return self._given.stored({row.name: row.value for row in rows})

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting in the record. Raises UsageError for an unknown name or a value that does not fit."""
        lookup_setting(name).parse(value)
        with self._store.write() as connection:
            connection.execute(delete(kept_settings).where(kept_settings.c.name == name))
            connection.execute(insert(kept_settings), {"name": name, "value": value})

    def close(self) -> None:
        """Let go of the record."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _page(self, listing: Listing, told: Told, asked: Asked, limit: int | None, offset: int) -> list[Event]:
        with self._store.read() as connection:
            wanted = filters.read(self._known(connection), asked)
            rows = queries.page(connection, listing, wanted, Window(limit, offset))
            return told(connection, [payload for _, payload in rows])

    def _stream(self, listing: Listing, told: Told, asked: Asked) -> Iterator[Event]:
        with self._store.read() as connection:
            wanted = filters.read(self._known(connection), asked)
            for payloads in queries.every(connection, listing, wanted):
                yield from told(connection, payloads)

    @staticmethod
    def _known(connection: Connection) -> Callable[[str], bool]:
        return partial(overview.has_state, connection)
