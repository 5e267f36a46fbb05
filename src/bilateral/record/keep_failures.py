"""What could not be read or coded: listed until it can."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from bilateral.errors import SourceError
from bilateral.record.schema import failures
from bilateral.record.sources import Met
from bilateral.record.store import Store


class Failures:
    """The failures of a record, by the paths where they were met, at hand while documents are added."""

    def __init__(self, store: Store) -> None:
        with store.read() as connection:
            rows = connection.execute(select(failures.c.path, failures.c.reason, failures.c.document))
            self._known: dict[str, tuple[str, str | None]] = {row.path: (row.reason, row.document) for row in rows}
        self._met_now: set[str] = set()

    def is_new(self, met: Met, error: SourceError) -> bool:
        """Whether this path has not failed for this reason before."""
        self._met_now.add(met.address.path)
        return self._known.get(met.address.path, ("", None))[0] != error.reason

    def note(self, connection: Connection, met: Met, error: SourceError) -> None:
        """Write a failure down, in place of an earlier one."""
        path = met.address.path
        connection.execute(delete(failures).where(failures.c.path == path))
        row = {"path": path, "name": error.name, "reason": error.reason, "time": met.time}
        connection.execute(insert(failures), row)
        self._known[path] = error.reason, None

    def stale(self, met: Met, document: str) -> bool:
        """Whether what is listed for this path has nothing to do with the document that is read there."""
        return met.address.path in self._known and self._known[met.address.path][1] != document

    def settle(self, connection: Connection, met: Met, document: str) -> None:
        """A document was read: what failed before is over, what failed just now is a fault of this document."""
        path = met.address.path
        if path not in self._known:
            return
        if path in self._met_now:
            connection.execute(update(failures).where(failures.c.path == path).values(document=document))
            self._known[path] = self._known[path][0], document
        else:
            connection.execute(delete(failures).where(failures.c.path == path))
            del self._known[path]
