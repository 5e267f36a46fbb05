"""The transactions of ``add``: each takes one document, with all that follows from it, or nothing of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version

from sqlalchemy import Connection, insert, select

from bilateral import coding
from bilateral.documents import Known
from bilateral.errors import SourceError
from bilateral.record import keep_copies, keep_documents, keep_mentions, keep_offices, pulse, settling
from bilateral.record.anew import merge_anew
from bilateral.record.keep_documents import Turn
from bilateral.record.keep_failures import Failures
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import runs
from bilateral.record.sources import Met, now
from bilateral.record.store import Store
from bilateral.settings import TABLE, Settings
from bilateral.types.document import Document
from bilateral.types.mention import Mention


class Writer:
    """Stores what was read and coded. ``warnings`` are what it noticed, ``run`` the number of this adding."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._regrouper = Regrouper(settings.number("merge_threshold"))
        self._failures = Failures(store)
        self._beat = 0
        self.run: int | None = None
        self.warnings: list[str] = []

    def keep(self, met: Met, document: Document, coded: coding.Coded) -> bool:
        """Store a document and what was coded; ``False`` when the same bytes were stored meanwhile."""
        _check(document, coded)
        with self._transaction() as connection:
            new = not keep_documents.is_stored(connection, document.id)
            run = self._begin_run(connection) if new else 0
            if new:
                keep_documents.insert_document(connection, document, run)
                keep_mentions.insert_mentions(connection, coded.mentions)
                keep_mentions.insert_claims(connection, coded.claims, document.text)
                keep_offices.insert_holdings(connection, document, coded.mentions, coded.claims)
                self._regrouper.lay(document, coded.mentions)
            turn = keep_documents.point(connection, met.address, document.id)
            self._turn(connection, turn, document.id if new else None)
            self._failures.settle(connection, met, document.id)
        self.run = run or self.run
        return new

    def know(self, met: Met, known: Known) -> None:
        """Note where a stored document was met again; nothing is written when it was met there before."""
        with self._store.read() as connection:
            met_before = keep_documents.leads_to(connection, met.address) == known.id
        if met_before and not self._failures.stale(met, known.id):
            return
        with self._transaction() as connection:
            self._turn(connection, keep_documents.point(connection, met.address, known.id))
            self._failures.settle(connection, met, known.id)

    def fail(self, met: Met, error: SourceError) -> None:
        """Note why a document could not be read; the same reason as before changes nothing."""
        if self._failures.is_new(met, error):
            with self._transaction() as connection:
                self._failures.note(connection, met, error)

    def _turn(self, connection: Connection, turn: Turn, new: str | None = None) -> None:
        """Let mentions follow their documents, and events their mentions; those of the document ``new`` are live."""
        if turn == Turn():
            return
        regrouper = self._regrouper
        regrouper.documents.drop(turn.renamed)
        moved = (*turn.come, *turn.gone)
        keys = keep_offices.told_by(connection, moved)
        held = keep_offices.tenures_of(connection, keys, without=turn.come, with_=turn.gone)
        gone = regrouper.told_in(connection, turn.gone)
        come = regrouper.told_in(connection, turn.come)
        for document, mentions in gone.items():
            keep_mentions.mark(connection, document, False)
            keep_mentions.set_aside(connection, document, mentions)
        for document, mentions in come.items():
            if document.id != new:
                keep_mentions.mark(connection, document, True)
            keep_mentions.set_live(connection, document, mentions, regrouper.numbers)
        again = {m.id for m in _all(regrouper.told_in(connection, turn.renamed))}
        again |= {m.id for m in _all(regrouper.told_in(connection, _copied(connection, turn)))}
        again |= keep_offices.naming(connection, keys, held)
        regrouper.regroup(connection, _all(come), _all(gone), again, keep_documents.age(connection))
        if settling.is_judged(connection, moved, _all(come)):
            settling.settle(connection, regrouper, moved)

    def _begin_run(self, connection: Connection) -> int:
        """The number of this adding, written down when it first stores something."""
        if self.run is not None:
            return self.run
        coder = coding.coder(self._settings.text("coder")).name_version
        model = coding.model_version(self._settings)
        self.warnings = list(_mixed(connection, coder, model))
        told = json.dumps({setting.name: self._settings[setting.name] for setting in TABLE})
        if _last_threshold(connection) not in (None, self._regrouper.threshold):
            merge_anew(connection, self._regrouper)
        row = {"started": now(), "version": version("bilateral"), "coder": coder, "model": model, "settings": told}
        key = connection.execute(insert(runs), row).inserted_primary_key
        assert key is not None
        return int(key[0])

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._store.write() as connection:
                number = pulse.beat(connection)
                if number != self._beat + 1:
                    self._regrouper.clear()
                self._beat = number
                yield connection
        except BaseException:
            self._regrouper.clear()
            raise


def _check(document: Document, coded: coding.Coded) -> None:
    """Raises ValueError for a mention or claim whose words do not stand in its document."""
    quotes = [(m.id, m.document, q) for m in coded.mentions for q in m.quotes]
    quotes += [(claim.id, claim.document, claim.quote) for claim in coded.claims]
    for id, owner, quote in quotes:
        if owner != document.id or quote.end > len(document.text):
            raise ValueError(f"{id} has no words in this document")


def _copied(connection: Connection, turn: Turn) -> list[str]:
    """Other documents of whose families some came or went: how many sources they are may have changed."""
    moved = {*turn.come, *turn.gone}
    if not keep_copies.any_copies(connection):
        return []
    return sorted(keep_copies.family_of(connection, sorted(moved)) - moved)


def _all(told: Mapping[Document, Sequence[Mention]]) -> list[Mention]:
    return [mention for mentions in told.values() for mention in mentions]


def _last_threshold(connection: Connection) -> float | None:
    """The threshold by which the record is merged."""
    told = connection.execute(select(runs.c.settings).order_by(runs.c.id.desc()).limit(1)).scalar()
    return float(json.loads(told)["merge_threshold"]) if told else None


def _mixed(connection: Connection, coder: str, model: str) -> Iterator[str]:
    """A warning for each other coder or model that made mentions of this record."""
    for other in connection.execute(select(runs.c.coder, runs.c.model).distinct().order_by(runs.c.coder, runs.c.model)):
        if (other.coder, other.model) != (coder, model):
            yield (
                f"this record holds mentions made by {other.coder} with {other.model}; these are made by {coder} with "
                f"{model}, and the two may tell the same sentence differently: for one measure throughout, "
                "make a new record from all the articles"
            )
