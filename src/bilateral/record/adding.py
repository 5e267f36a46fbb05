"""Adding documents: read, code, store, one transaction a document, in the order of their names."""

from __future__ import annotations

import errno
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic

from sqlalchemy import distinct, func, select

from bilateral import engine
from bilateral.coding import Coded
from bilateral.documents import Known, checked
from bilateral.errors import BilateralError, RecordError, SourceError
from bilateral.record.keep_documents import is_stored
from bilateral.record.report import AddReport, Progress
from bilateral.record.schema import documents, event_mentions, mentions
from bilateral.record.sources import Met, meet, total
from bilateral.record.store import Store
from bilateral.record.writer import Writer
from bilateral.settings import Settings
from bilateral.types.document import Document


class Adder:
    """One ``add``."""

    def __init__(self, store: Store, settings: Settings, progress: Callable[[Progress], None] | None) -> None:
        self._store = store
        self._settings = settings
        self._progress = progress
        self._writer = Writer(store, settings)
        self._waiting: deque[Met] = deque()
        self._done = 0
        self._total: int | None = None
        self._report = AddReport()

    def add(
        self, sources: Sequence[str | Path], published: str | None, jobs: int, allow_private: bool = False
    ) -> AddReport:
        """Add all that ``sources`` hold."""
        if self._progress:
            self._total = total(sources)
        checked(published)
        return self.take(meet(sources, published, self._settings, self.knows, allow_private), jobs)

    def take(self, met: Generator[Met], jobs: int) -> AddReport:
        """Add what was met."""
        began = monotonic()
        try:
            with closing(met):
                self._code(met, jobs)
        except RecordError as error:
            raise type(error)(f"{error} ({self._report.read} documents of this add are kept)") from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            kept = f"{self._report.read} documents of this add are kept"
            raise RecordError(f"the disk is full ({kept}); make room and run this again") from error
        self._report.warnings = [*self._writer.warnings, *left_out(self._writer.kept_out)]
        self._report.events = self._events()
        self._report.seconds = monotonic() - began
        return self._report

    def _code(self, met: Iterator[Met], jobs: int) -> None:
        coded = engine.run(jobs, self._documents(met), self._settings)
        with closing(coded):
            for document, outcome in coded:
                while (first := self._waiting.popleft()).item is not document:
                    self._settle(first)
                self._keep(first, document, outcome)
        while self._waiting:
            self._settle(self._waiting.popleft())

    def _documents(self, met: Iterator[Met]) -> Iterator[Document]:
        """What is to be coded; the rest waits, so that all is settled in the order it was met."""
        for one in met:
            if isinstance(one.item, Document):
                self._waiting.append(one)
                yield one.item
            elif self._waiting:
                self._waiting.append(one)
            else:
                self._settle(one)

    def _settle(self, met: Met) -> None:
        if isinstance(met.item, Known):
            self._writer.know(met, met.item)
            self._report.known += 1
        elif isinstance(met.item, SourceError):
            self._fail(met, met.item)
        self._tell(met)

    def _keep(self, met: Met, document: Document, outcome: engine.Outcome) -> None:
        kept = outcome if isinstance(outcome, SourceError) else self._store_one(met, document, outcome)
        if isinstance(kept, SourceError):
            self._fail(met, kept)
        elif kept:
            self._report.read += 1
            if document.uncoded is not None:
                self._report.uncoded += 1
                self._report.why[document.uncoded] = self._report.why.get(document.uncoded, 0) + 1
        else:
            self._report.known += 1
        self._tell(met)

    def _store_one(self, met: Met, document: Document, coded: Coded) -> bool | SourceError:
        """Whether the document is new; an error when what was coded of it cannot be stored."""
        try:
            new = self._writer.keep(met, document, coded)
        except (BilateralError, OSError):
            raise
        except Exception as error:  # as in coding: a defect that one document meets must not stop the others
            return SourceError(
                document.name, f"could not be stored ({type(error).__name__}: {error}); please report it"
            )
        self._report.mentions += len(coded.mentions) if new else 0
        return new

    def _fail(self, met: Met, error: SourceError) -> None:
        self._writer.fail(met, error)
        self._report.failed.append(error)

    def _tell(self, met: Met) -> None:
        self._done += 1
        if self._progress:
            self._progress(Progress(self._done, self._total, met.item.name, self._report.mentions))

    def knows(self, id: str) -> bool:
        """Whether these bytes are stored."""
        with self._store.read() as connection:
            return is_stored(connection, id)

    def _events(self) -> int:
        """How many events the mentions of this adding belong to."""
        held = event_mentions.join(mentions, mentions.c.id == event_mentions.c.mention)
        held = held.join(documents, documents.c.id == mentions.c.document)
        query = select(func.count(distinct(event_mentions.c.event))).select_from(held)
        with self._store.read() as connection:
            return connection.execute(query.where(documents.c.run == self._writer.run)).scalar() or 0


def left_out(names: set[str]) -> Iterator[str]:
    """A warning when documents were met that a person has taken out."""
    if names:
        first = min(names)
        yield (
            f"{len(names):,} of the known documents ({first} ...) were removed from this record and stay out; "
            f"bring one back with: bilateral remove RECORD {first} --undo"
        )
