"""The record: what is added to it, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from sqlalchemy import Connection, delete, insert, select

from bilateral.record import (
    asking,
    called_first,
    checking,
    codec,
    counting,
    doubts,
    evidence,
    filters,
    fingerprint,
    judge,
    keep_copies,
    keep_offices,
    lookup,
    overview,
    pulse,
    queries,
    removals,
    roster,
    search,
    tallying,
    telling,
    told_claims,
    why,
)
from bilateral.record.counting import Counts
from bilateral.record.doubts import Doubt
from bilateral.record.filters import Asked
from bilateral.record.fingerprint import Fingerprint
from bilateral.record.judge import Judge, Logged
from bilateral.record.overview import DocumentRow, Failure, Info
from bilateral.record.queries import EVENTS, MENTIONS, Listing, Window
from bilateral.record.removals import Removal
from bilateral.record.report import AddReport, Progress, RecodeReport, WatchOptions, WatchReport
from bilateral.record.roster import ActorRow
from bilateral.record.schema import settings as kept_settings
from bilateral.record.search import Hit
from bilateral.record.store import Store
from bilateral.record.tallying import Sited, Tally, Tie
from bilateral.record.telling import Reports
from bilateral.record.telling import Told as ToldDocument
from bilateral.record.told_claims import ToldClaim
from bilateral.record.why import Why
from bilateral.settings import Settings
from bilateral.settings import lookup as lookup_setting
from bilateral.types.document import Document
from bilateral.types.event import Event
from bilateral.types.office import Holder, Tenure

Told = Callable[[Connection, list[str]], list[Event]]


class Record:
    """A store of documents, mentions and events. Close it, or use it in a ``with``.

    The listings take the same filters: ``between`` (two states, each as code, name or demonym), ``kind`` (``visit``,
    ``other:border``), ``status``, ``since`` and ``until`` (EDTF dates), ``about`` (part of a participant's name or id),
    ``min_confidence`` (0 to 1), ``overdue``, ``undated`` and (of events)
    ``disputed``.
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

    def counts(self, **asked: Unpack[Asked]) -> Counts:
        """How many events fit, and how many of them there are of each kind, status and year."""
        with self._store.read() as connection:
            return counting.counts(connection, filters.read(self._known(connection), asked))

    def latest(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """As :meth:`events`, the last ones first, undated ones still last."""
        return self._page(EVENTS, evidence.with_evidence, asked, Window(limit, offset, backwards=True))

    def events(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """Events that fit, by their dates, undated ones last; each with all its reports."""
        return self._page(EVENTS, evidence.with_evidence, asked, Window(limit, offset))

    def mentions(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """Mentions that fit, each in the shape of an event with one report; ``id`` is the mention's."""
        return self._page(MENTIONS, evidence.as_events, asked, Window(limit, offset))

    def every_event(self, **asked: Unpack[Asked]) -> Iterator[Event]:
        """As :meth:`events`, one after the other, in memory that does not grow with the record."""
        return self._stream(EVENTS, evidence.with_evidence, asked)

    def every_mention(self, **asked: Unpack[Asked]) -> Iterator[Event]:
        """As :meth:`mentions`, one after the other, in memory that does not grow with the record."""
        return self._stream(MENTIONS, evidence.as_events, asked)

    def bare_events(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[Event]:
        """As :meth:`events`, without their reports: much quicker where only what they are is drawn."""
        return self._page(EVENTS, lambda _, told: [codec.load_event(one) for one in told], asked, Window(limit, offset))

    def tallies(self, by: str = "month", *, kinds: bool = False, **asked: Unpack[Asked]) -> list[Tally]:
        """How many events that fit can have been when: by ``day``, ``month``, ``year``, status, and ``kinds``."""
        with self._store.read() as connection:
            return tallying.tallies(connection, filters.read(self._known(connection), asked), by, kinds=kinds)

    def sited(self, **asked: Unpack[Asked]) -> list[Sited]:
        """How many events that fit were at which place, by status, most first."""
        with self._store.read() as connection:
            return tallying.sited(connection, filters.read(self._known(connection), asked))

    def ties(self, **asked: Unpack[Asked]) -> list[Tie]:
        """In how many events that fit every two states and organisations take part together, most first."""
        with self._store.read() as connection:
            return tallying.ties(connection, filters.read(self._known(connection), asked))

    def event(self, id: str) -> Event:
        """The event whose id begins so; the id of one that became part of another leads there.

        Raises:
            NotFound: there is none.
            UsageError: there are several; the message lists them.
        """
        with self._store.read() as connection:
            return evidence.with_evidence(connection, [lookup.event_payload(connection, id)])[0]

    def event_of(self, mention: str) -> Event:
        """The event that a mention is part of. Raises NotFound."""
        with self._store.read() as connection:
            return evidence.with_evidence(connection, [lookup.payload_of_mention(connection, mention)])[0]

    def claims(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]) -> list[ToldClaim]:
        """Claims that fit, in the order of their documents' names; ``kind`` is a claim's kind."""
        with self._store.read() as connection:
            return told_claims.page(connection, self._known(connection), asked, limit, offset)

    def every_claim(self, **asked: Unpack[Asked]) -> Iterator[ToldClaim]:
        """As :meth:`claims`, one after the other."""
        with self._store.read() as connection:
            yield from told_claims.every(connection, self._known(connection), asked)

    def conflicts(
        self, *, field: str | None = None, limit: int | None = None, offset: int = 0, **asked: Unpack[Asked]
    ) -> list[Event]:
        """Events that fit of which reports disagree, in any field or in this one; each with its conflicts in it alone.

        ``field`` is ``date``, ``place``, ``status``, ``participants``, ``details.NAME`` (or just NAME), or ``first``.
        """
        stop = None if limit is None else offset + limit
        with self._store.read() as connection:
            wanted = replace(filters.read(self._known(connection), asked), disputed=field or "*")
            pages = queries.every(connection, EVENTS, wanted)
            told = (event for payloads in pages for event in evidence.with_evidence(connection, payloads))
            return list(islice(called_first.in_field(told, field), offset, stop))

    def why(self, id: str) -> list[Why]:
        """What holds the mentions of an event together: comparisons with their reasons, and judgements."""
        with self._store.read() as connection:
            return why.reasons(connection, lookup.event_payload(connection, id), self.settings())

    def offices(self, *, state: str | None = None) -> list[Tenure]:
        """Who held which office from when to when, as documents tell."""
        with self._store.read() as connection:
            return keep_offices.all_tenures(connection, self._code(connection, state))

    def who(self, office: str, *, state: str, on: str | None = None) -> list[Holder]:
        """Who held an office on a day (EDTF), or ever held it; ``office`` is a part of its name or id.

        Raises:
            NotFound: no document tells of such an office.
            UsageError: no such state, or ``on`` is no date.
        """
        with self._store.read() as connection:
            code = self._code(connection, state)
            assert code is not None
            return asking.who(connection, office, code, on)

    def search(self, query: str, *, of: str | None = None, limit: int | None = None) -> list[Hit]:
        """Documents, events and claims (or one of these sorts) that hold all the words of ``query``, the best first.

        The query is words; what stands between quotation marks is a phrase. Raises UsageError when it holds no word.
        """
        with self._store.read() as connection:
            return search.search(connection, query, of, limit)

    def copies(self) -> dict[str, list[str]]:
        """Ids of documents that are copies of others, each with all of its family, itself among them."""
        with self._store.read() as connection:
            return keep_copies.every(connection)

    def judge(self, *, author: str | None = None, reason: str = "") -> Judge:
        """What takes judgements, in the name of ``author`` (else of whoever runs this)."""
        return Judge(self._store, self.settings().number("merge_threshold"), author, reason)

    def judgements(self, *, last: int | None = None) -> list[Logged]:
        """All judgements (or the ``last`` ones) in the order in which they were made, with how they stand."""
        with self._store.read() as connection:
            return judge.log(connection, last)

    def recode(
        self, *, every: bool = False, jobs: int = 1, progress: Callable[[Progress], None] | None = None
    ) -> RecodeReport:
        """Read anew, with the present coder, the documents that another one has read (with ``every``, all)."""
        from bilateral.record.recode import Recoder  # reading a record needs no language model

        return Recoder(self._store, self.settings(), progress).recode(jobs, every=every)

    def check(self) -> list[str]:
        """What is wrong with the record: nothing, unless its file was damaged or a defect of ours has met it."""
        with self._store.read() as connection:
            return [*self._store.faults(connection), *checking.faults(connection)]

    def documents(self, *, limit: int | None = None, offset: int = 0) -> list[DocumentRow]:
        """Documents in the order of their names, without their texts."""
        with self._store.read() as connection:
            return list(overview.document_rows(connection, limit, offset))

    def document(self, id_or_name: str) -> Document:
        """A document with its text and what was cut from it. Raises NotFound, or UsageError for an ambiguous name."""
        with self._store.read() as connection:
            return lookup.document(connection, id_or_name)

    def told_by(self, id_or_name: str) -> ToldDocument:
        """A document with its mentions that count and their events. Raises as :meth:`document` does."""
        with self._store.read() as connection:
            return telling.told_by(connection, id_or_name)

    def reports(self, id: str) -> Reports:
        """An event with its mentions and their documents. Raises as :meth:`event` does."""
        with self._store.read() as connection:
            return telling.reports(connection, id)

    def actors(
        self, *, words: str | None = None, sort: str | None = None, limit: int | None = None, offset: int = 0
    ) -> list[ActorRow]:
        """Who takes part in events, most first: those with ``words`` in a name or id, of a sort (``person``, ...)."""
        with self._store.read() as connection:
            return roster.roster(connection, words, sort, limit, offset)

    def partners(self, state: str) -> dict[str, int]:
        """The states and organisations beside which a state takes part in events, most first."""
        with self._store.read() as connection:
            return roster.partners(connection, filters.state(state, self._known(connection)))

    def pairs(self, *, limit: int | None = None) -> list[tuple[str, str, int]]:
        """Pairs of states and organisations with the number of their events, most first."""
        with self._store.read() as connection:
            return roster.pairs(connection, limit)

    def doubts(self, sort: str, *, most: int = 500) -> list[Doubt]:
        """What a person should decide of one sort (``mention``, ``event``, ``actor``, ``value``), least certain first.

        Raises:
            UsageError: there is no such sort.
        """
        with self._store.read() as connection:
            return doubts.of(connection, sort, self.settings().number("merge_threshold"), most)

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

    def fingerprint(self) -> Fingerprint:
        """What the record is known by when it is cited; reads all of it."""
        in_force = self.settings()
        with self._store.read() as connection:
            return fingerprint.fingerprint(connection, in_force)

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

    def beat(self) -> int:
        """A number that changes with every writing: what was reckoned at another one may be out of date."""
        with self._store.read() as connection:
            return pulse.last(connection)

    def close(self) -> None:
        """Let go of the record."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _page(self, listing: Listing, told: Told, asked: Asked, window: Window) -> list[Event]:
        with self._store.read() as connection:
            wanted = filters.read(self._known(connection), asked)
            rows = queries.page(connection, listing, wanted, window)
            return told(connection, [payload for _, payload in rows])

    def _stream(self, listing: Listing, told: Told, asked: Asked) -> Iterator[Event]:
        with self._store.read() as connection:
            wanted = filters.read(self._known(connection), asked)
            for payloads in queries.every(connection, listing, wanted):
                yield from told(connection, payloads)

    def state(self, name: str) -> str:
        """The code of a state or organisation given as code, name or demonym. Raises UsageError when there is none."""
        with self._store.read() as connection:
            return filters.state(name, self._known(connection))

    def _code(self, connection: Connection, state: str | None) -> str | None:
        return filters.state(state, self._known(connection)) if state is not None else None

    @staticmethod
    def _known(connection: Connection) -> Callable[[str], bool]:
        return partial(overview.has_state, connection)
