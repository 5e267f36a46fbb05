"""Taking a document out with all that rests on it, and bringing it back: each one transaction, written down."""

from __future__ import annotations

import getpass

from sqlalchemy import Connection, select, update

from bilateral.errors import RecordError
from bilateral.record import keep_documents, removals
from bilateral.record.lookup import document as look_up
from bilateral.record.removals import REMOVE, RESTORE, Place, Removal
from bilateral.record.schema import addresses
from bilateral.record.sources import now
from bilateral.record.store import Store
from bilateral.record.writer import Writer
from bilateral.settings import Settings


class Remover(Writer):
    """Removes and restores; the words, mentions and claims of what is removed stay stored and count no longer."""

    def remove(self, id_or_name: str, author: str, reason: str) -> Removal:
        """Take a document out. Raises NotFound, and RecordError when it is out already."""
        with self._transaction() as connection:
            document = look_up(connection, id_or_name)
            if removals.is_removed(connection, document.id):
                raise RecordError(f"{document.name} was removed already; bring it back with --undo")
            led = _leading(connection, document.id)
            _point(connection, led, False)
            act = Removal(REMOVE, document.id, document.name, author, now(), reason)
            removals.note(connection, act, led)
            self._turn(connection, keep_documents.settled(connection, document.id))
        return act

    def restore(self, id_or_name: str, author: str, reason: str) -> Removal:
        """Bring a document back to the addresses it had. Raises NotFound, and RecordError when that cannot be."""
        with self._transaction() as connection:
            document = look_up(connection, id_or_name)
            if not removals.is_removed(connection, document.id):
                raise RecordError(f"{document.name} is not removed; nothing to bring back")
            before = removals.places(connection, document.id)
            free = [(path, version) for path, version in before if not _taken(connection, path)]
            if before and not free:
                raise RecordError(f"{document.name} has a newer version where it was; remove that one first")
            _point(connection, free, True)
            act = Removal(RESTORE, document.id, document.name, author, now(), reason)
            removals.note(connection, act, free)
            self._turn(connection, keep_documents.settled(connection, document.id))
        return act


def remove(store: Store, settings: Settings, document: str, author: str | None, reason: str) -> Removal:
    """Take a document out of a record."""
    return Remover(store, settings).remove(document, author or account(), reason)


def restore(store: Store, settings: Settings, document: str, author: str | None, reason: str) -> Removal:
    """Bring it back."""
    return Remover(store, settings).restore(document, author or account(), reason)


def account() -> str:
    """The name of the account that works here."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def _leading(connection: Connection, document: str) -> list[Place]:
    """The addresses that lead to a document now."""
    where = addresses.c.document == document, addresses.c.current
    query = select(addresses.c.path, addresses.c.version).where(*where).order_by(addresses.c.path)
    return [(row.path, row.version) for row in connection.execute(query)]


def _taken(connection: Connection, path: str) -> bool:
    """Whether a path leads to some document now."""
    query = select(addresses.c.path).where(addresses.c.path == path, addresses.c.current)
    return connection.execute(query).first() is not None


def _point(connection: Connection, places: list[Place], current: bool) -> None:
    """Let addresses lead to their documents, or no longer."""
    for path, version in places:
        where = addresses.c.path == path, addresses.c.version == version
        connection.execute(update(addresses).where(*where).values(current=current))
