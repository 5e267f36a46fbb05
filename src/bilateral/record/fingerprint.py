"""What a record is known by when it is cited: hashes of what it holds, of what read it, and of the settings.

They do not depend on the order of adding, on the database or on the ids of events: the same documents read by the same
coder with the same judgements give the same hash on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from bilateral.record import judgement_codec, judgement_log
from bilateral.record.schema import claims, documents, mentions, runs
from bilateral.settings import TABLE, Settings

ELSEWHERE = frozenset({"gdelt_url", "gdelt_pause"})
"""Settings of what is fetched: what has come is in the record."""
SHOWN = 12
"""Figures of a hash that are shown of its parts."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """SHA-256 of the documents with what they tell and what was judged; of coders and models; of settings."""

    record: str
    coder: str
    settings: str

    @property
    def whole(self) -> str:
        """One hash of all three."""
        return _hash((self.record, self.coder, self.settings))

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {getattr(self, name)[:SHOWN]}" for name in self.__slots__)
        return f"sha256:{self.whole} ({parts})"


def fingerprint(connection: Connection, settings: Settings) -> Fingerprint:
    """The hashes of a record as it stands."""
    told = hashlib.sha256()
    for query in (_DOCUMENTS, _MENTIONS, _CLAIMS):
        for row in connection.execute(query.execution_options(yield_per=2000)):
            told.update(_line(row))
    for one in judgement_log.in_force(connection, judgement_log.every(connection)):
        told.update(f"{one.act}\0{judgement_codec.dump(one)}\n".encode())
    made = (f"{row.coder}\0{row.model}" for row in connection.execute(_RUNS))
    values = (f"{setting.name}\0{settings[setting.name]}" for setting in TABLE if setting.name not in ELSEWHERE)
    return Fingerprint(told.hexdigest(), _hash(sorted(made)), _hash(sorted(values)))


def _line(row: Row[tuple[str, ...]]) -> bytes:
    return ("\0".join("" if value is None else str(value) for value in row) + "\n").encode("utf-8", "surrogatepass")


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


_DOCUMENTS = select(documents.c.id, documents.c.name, documents.c.source, documents.c.published)
_DOCUMENTS = _DOCUMENTS.where(documents.c.current).order_by(documents.c.id)
_MENTIONS = select(mentions.c.id, mentions.c.payload).where(mentions.c.live).order_by(mentions.c.id)
_CLAIMS = select(claims.c.id, claims.c.payload).where(claims.c.live).order_by(claims.c.id)
_RUNS = select(runs.c.coder, runs.c.model).distinct().join(documents, documents.c.run == runs.c.id)
_RUNS = _RUNS.where(documents.c.current)
