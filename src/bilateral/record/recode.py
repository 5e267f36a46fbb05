"""The present coder over the documents of a record: what it reads anew takes the place of what was read before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from bilateral import coding, engine
from bilateral.errors import SourceError
from bilateral.record import (
    codec,
    judge,
    keep_documents,
    keep_mentions,
    keep_offices,
    keep_words,
    linking,
    pulse,
    settling,
)  # fmt: skip
from bilateral.record.adding_mentions import CODER
from bilateral.record.ids import pieces
from bilateral.record.regroup import Regrouper
from bilateral.record.report import Progress, RecodeReport
from bilateral.record.schema import claims, documents, holdings, judged_pairs, judged_values, mentions, originals, runs
from bilateral.record.shelf import load_documents
from bilateral.record.sources import now
from bilateral.record.store import Store
from bilateral.settings import TABLE, Settings
from bilateral.types.document import Document
from bilateral.types.mention import Mention


class Recoder:
    """One ``recode``."""

    def __init__(self, store: Store, settings: Settings, progress: Callable[[Progress], None] | None) -> None:
        self._store = store
        self._settings = settings
        self._progress = progress
        self._regrouper = Regrouper(settings.number("merge_threshold"))
        self._made_by = coding.coder(settings.text("coder")).name_version, coding.model_version(settings)
        self._run: int | None = None
        self._report = RecodeReport()

    def recode(self, jobs: int, *, every: bool = False) -> RecodeReport:
        """Code what another coder (or all that ``every``) has coded; each document in a transaction of its own."""
        with self._store.read() as connection:
            before = {one.judgement.id for one in judge.log(connection) if one.state == "in force"}
            ids, self._report.known = self._due(connection, every)
        with closing(engine.run(jobs, self._documents(ids), self._settings)) as coded:
            for done, (document, outcome) in enumerate(coded, 1):
                if isinstance(outcome, SourceError):
                    self._report.failed.append(outcome)
                else:
                    self._replace(document, outcome)
                if self._progress:
                    mentions_now = self._report.kept + self._report.changed + self._report.come
                    self._progress(Progress(done, len(ids), document.name, mentions_now))
        with self._store.read() as connection:
            lapsed = {one.judgement.id for one in judge.log(connection) if one.state == "no longer applies"}
        self._report.lapsed = sorted(before & lapsed)
        return self._report

    def _due(self, connection: Connection, every: bool) -> tuple[list[str], int]:
        query = select(documents.c.id, runs.c.coder, runs.c.model).join(runs, runs.c.id == documents.c.run)
        query = query.where(documents.c.current, documents.c.uncoded.is_(None)).order_by(
            documents.c.name, documents.c.id
        )
        rows = connection.execute(query).all()
        due = [row.id for row in rows if every or (row.coder, row.model) != self._made_by]
        return due, len(rows) - len(due)

    def _documents(self, ids: Sequence[str]) -> Iterator[Document]:
        for piece in pieces(ids):
            with self._store.read() as connection:
                found = dict(load_documents(connection, piece))
            yield from (found[id] for id in piece)

    def _replace(self, document: Document, coded: coding.Coded) -> None:
        with self._store.write() as connection:
            pulse.beat(connection)
            self._regrouper.clear()
            if not keep_documents.counts(connection, document.id):
                return
            old, new = _read_before(connection, document.id), {mention.id: mention for mention in coded.mentions}
            keys = keep_offices.told_by(connection, [document.id])
            held = keep_offices.tenures_of(connection, keys)
            come, gone, again = self._exchange(connection, document, old, new)
            self._exchange_claims(connection, document, coded)
            fresh = keep_offices.told_by(connection, [document.id]) - keys
            held |= keep_offices.tenures_of(connection, fresh, without=[document.id])
            again |= keep_offices.naming(connection, keys | fresh, held)
            self._regrouper.regroup(connection, come, gone, again, keep_documents.age(connection))
            _delete(connection, sorted(old.keys() - new.keys()))
            if settling.is_judged(connection, [document.id], new.values()):
                settling.settle(connection, self._regrouper, [document.id])
        self._count(old, new)

    def _count(self, old: dict[str, Mention], new: dict[str, Mention]) -> None:
        self._report.documents += 1
        both = old.keys() & new.keys()
        alike = sum(_values(old[id]) == _values(new[id]) for id in both)
        self._report.kept += alike
        self._report.changed += len(both) - alike
        self._report.come += len(new.keys() - old.keys())
        self._report.gone += len(old.keys() - new.keys())

    def _exchange(
        self, connection: Connection, document: Document, old: dict[str, Mention], new: dict[str, Mention]
    ) -> tuple[list[Mention], list[Mention], set[str]]:
        """Put what is read now where something else was read; gives what came, what went, and what stood with it."""
        come = [new[id] for id in sorted(new.keys() - old.keys())]
        keep_mentions.insert_mentions(connection, come)
        gone: list[Mention] = []
        again: set[str] = set()
        for row in settling.rows(connection, document.id):
            if row.id not in old or old[row.id] == new.get(row.id):
                continue
            before, now_read = codec.load_mention(row.payload), new.get(row.id)
            if row.live:
                keep_mentions.set_aside(connection, document, [before])
                again |= linking.cut(connection, [row.id])
            if now_read is not None:
                settling.write(connection, now_read, now_read, row.live)
                come += [now_read] if row.live else []
                again |= {row.id} if row.live else set()
            elif row.live:
                gone.append(before)
        self._regrouper.lay(document, come)
        keep_mentions.set_live(connection, document, come, self._regrouper.numbers)
        return come, gone, again - {mention.id for mention in gone}

    def _exchange_claims(self, connection: Connection, document: Document, coded: coding.Coded) -> None:
        said = list(connection.execute(select(claims.c.id).where(claims.c.document == document.id)).scalars())
        keep_words.remove(connection, "claim", said)
        connection.execute(delete(claims).where(claims.c.document == document.id))
        connection.execute(delete(holdings).where(holdings.c.document == document.id))
        keep_mentions.insert_claims(connection, coded.claims, document.text)
        keep_offices.insert_holdings(connection, document, coded.mentions, coded.claims)
        run = self._begin(connection)
        connection.execute(update(documents).where(documents.c.id == document.id).values(run=run))

    def _begin(self, connection: Connection) -> int:
        if self._run is None:
            told = json.dumps({setting.name: self._settings[setting.name] for setting in TABLE})
            coder, model = self._made_by
            row = {"started": now(), "version": version("bilateral"), "coder": coder, "model": model, "settings": told}
            key = connection.execute(insert(runs), row).inserted_primary_key
            assert key is not None
            self._run = int(key[0])
        return self._run


def _delete(connection: Connection, ids: Sequence[str]) -> None:
    """Take away mentions that no event holds any more."""
    gone = [{"gone": id} for id in ids]
    pairs = judged_pairs.c
    wheres = (
        (judged_pairs, or_(pairs.one == bindparam("gone"), pairs.other == bindparam("gone"))),
        (judged_values, judged_values.c.mention == bindparam("gone")),
        (originals, originals.c.mention == bindparam("gone")),
        (mentions, mentions.c.id == bindparam("gone")),
    )
    for table, where in wheres if gone else ():
        connection.execute(delete(table).where(where), gone)


def _read_before(connection: Connection, document: str) -> dict[str, Mention]:
    """What a coder (no person) read of a document, as it was read."""
    query = select(mentions.c.payload, originals.c.payload.label("original"))
    query = query.outerjoin(originals, originals.c.mention == mentions.c.id)
    rows = connection.execute(query.where(mentions.c.document == document, mentions.c.coder != CODER))
    told = (codec.load_mention(row.original or row.payload) for row in rows)
    return {mention.id: mention for mention in told}


def _values(mention: Mention) -> object:
    return (
        mention.participants, mention.date, mention.place, mention.status, dict(mention.details), mention.speaker,
        mention.quotes, mention.plover,
    )  # fmt: skip
