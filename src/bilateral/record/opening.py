"""From what the user calls a record to an open one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bilateral.errors import RecordError
from bilateral.record.record import Record
from bilateral.record.sqlite import SqliteStore
from bilateral.record.store import Store

WAIT = 30.0


def open_record(
    path: str | Path, *, create: bool = True, settings: Mapping[str, str] | None = None, wait: float = WAIT
) -> Record:
    """Open the record at ``path``, and make it when there is none and ``create`` allows it.

    ``settings`` hold for this opening only, before all others. A writer waits ``wait`` seconds for another one.

    Raises:
        NotARecord: the file is something else.
        NotFound: there is none, and ``create`` is false.
        RecordBusy: another process is writing for longer than ``wait``.
        RecordError: it cannot be opened or made.
    """
    store = _store(path, create, wait)
    try:
        store.prepare()
        return Record(store, settings)
    except BaseException:
        store.close()
        raise


def _store(path: str | Path, create: bool, wait: float) -> Store:
    if "://" in str(path):
        raise RecordError(f"{path} is an address, and a record is a file; give the name of one, such as record.db")
    return SqliteStore(Path(path), create=create, wait=wait)
