"""A record in one SQLite file: everything that is peculiar to SQLite."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bilateral.errors import NotARecord, NotFound, RecordBusy, RecordError
from bilateral.record.store import Store

APPLICATION_ID = 0x62_69_6C_61
"""``bila``: in the header of every record, so that another SQLite database is told from one."""

MAGIC = b"SQLite format 3\0"


class SqliteStore(Store):
    """One file; ``wait`` is how many seconds a writer waits for another."""

    def __init__(self, path: Path, *, create: bool, wait: float) -> None:
        self.path = path
        self.wait = wait
        _check_file(path, create)
        super().__init__(str(path))

    def connect(self) -> Engine:
        """An engine on the file; a write takes the lock when it begins, so that it never fails half way."""
        url = URL.create("sqlite", database=str(self.path))
        engine = create_engine(url, connect_args={"timeout": self.wait, "check_same_thread": False})
        event.listen(engine, "connect", self._opened)
        event.listen(engine, "begin", _begin)
        return engine

    def size(self) -> int:
        """Bytes of the file and of what is written but not yet moved into it."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def explain(self, error: DBAPIError) -> RecordError | None:
        """The known ways in which a file fails its user."""
        return _explain(error.orig, self.path, self.wait)

    def faults(self, connection: Connection) -> list[str]:
        """Of pages and indexes, of references that lead nowhere, of the full-text index."""
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            found.append(f"row {row} of {table} speaks of something that {parent} does not hold")
        return found

    def _opened(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun by _begin alone
        try:
            self._set_up(connection)
        except sqlite3.Error as error:
            connection.close()
            raise _explain(error, self.path, self.wait) or error from error

    def _set_up(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        if found != APPLICATION_ID:
            if found or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise NotARecord(_foreign(self.path))
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 8000")  # pages: moving them costs the waiting of the disk
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("bilateral_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_file(path: Path, create: bool) -> None:
    """Tell what can be told before SQLite sees the file."""
    if path.is_dir():
        raise NotARecord(f"{path} is a folder; a record is a file: give the name of one, such as {path / 'record.db'}")
    if not path.exists():
        if not create:
            raise NotFound(f"there is no record {path}; make one with: bilateral add {path} SOURCE")
        if not path.parent.is_dir():
            raise RecordError(f"cannot make {path}: there is no folder {path.parent}; make it first")
        if not os.access(path.parent, os.W_OK):
            raise RecordError(f"cannot make {path}: the folder {path.parent} is not yours to write in")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise RecordError(f"cannot open {path}: {error.strerror}; check its permissions") from error
    if head and head != MAGIC:
        raise NotARecord(_foreign(path))


def _foreign(path: Path) -> str:
    return f"{path} is not a record of bilateral, and was left as it is; give another name to make a new record"


def _explain(error: object, path: Path, wait: float) -> RecordError | None:
    text = str(error).lower()
    for words, kind, message in _MEANINGS:
        if any(word in text for word in words):
            return kind(message.format(path=path, wait=wait, error=error))
    return None


_MEANINGS: tuple[tuple[tuple[str, ...], type[RecordError], str], ...] = (
    (
        ("locked", "busy"),
        RecordBusy,
        "another process is writing to {path} and did not finish in {wait:g} seconds; try again later",
    ),
    (
        ("disk is full",),
        RecordError,
        "the disk is full: nothing more can be written to {path}; make room and run this again",
    ),
    (
        ("readonly", "read-only"),
        RecordError,
        "{path} cannot be written to; check the permissions of the file and of its folder",
    ),
    (
        ("not a database",),
        NotARecord,
        "{path} is not a record of bilateral, and was left as it is; give another name to make a new record",
    ),
    (
        ("malformed", "disk i/o"),
        RecordError,
        "{path} is damaged ({error}); use a copy, or make the record again from its articles",
    ),
    (
        ("unable to open",),
        RecordError,
        "cannot open {path}; check the permissions of the file and of its folder",
    ),
)
"""What the messages of SQLite mean to the user; anything else is a defect of ours."""
