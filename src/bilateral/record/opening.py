"""From what the user calls a record to an open one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bilateral.errors import UsageError
from bilateral.record.record import Record
from bilateral.record.sqlite import SqliteStore
from bilateral.record.store import Store

WAIT = 30.0


def open_record(
    path: str | Path, *, create: bool = True, settings: Mapping[str, str] | None = None, wait: float = WAIT
) -> Record:
    """Open the record at ``path``, and make it when there is none and ``create`` allows it.

    ``path`` is a file, or the address of a PostgreSQL database (``postgresql://user@host/name``), which must exist.

    ``settings`` hold for this opening only, before all others. A writer waits ``wait`` seconds for another one.

    Raises:
        NotARecord: the file is something else.
        NotFound: there is none, and ``create`` is false.
        ExtraMissing: the driver of PostgreSQL is not installed.
        RecordBusy: another process is writing for longer than ``wait``.
        RecordError: it cannot be opened or made.
    """
    store = _store(path, create, wait)
    try:
        store.prepare(create=create)
        return Record(store, settings)
    except BaseException:
        store.close()
        raise


def _store(path: str | Path, create: bool, wait: float) -> Store:
    scheme, address, _ = str(path).partition("://")
    if not address:
        return SqliteStore(Path(path), create=create, wait=wait)
    if scheme not in ("postgresql", "postgres"):
        raise UsageError(f"{path} is no record: give a file, such as record.db, or postgresql://user@host/database")
    from bilateral.record.postgres import PostgresStore  # its driver is an extra

    return PostgresStore(str(path), wait=wait)
