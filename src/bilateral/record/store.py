"""The database under a record: connections and transactions. What differs between databases is in its back ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bilateral.errors import NotFound, RecordError
from bilateral.record import versions


class Store(ABC):
    """One database that holds one record."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.engine = self.connect()

    @abstractmethod
    def connect(self) -> Engine:
        """An engine whose transactions are as :meth:`read` and :meth:`write` want them."""

    @abstractmethod
    def size(self) -> int:
        """Bytes the record takes."""

    @abstractmethod
    def explain(self, error: DBAPIError) -> RecordError | None:
        """What a database error means to the user; ``None`` when it is a defect of ours."""

    @abstractmethod
    def faults(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong with its pages, indexes and references."""

    @final
    def prepare(self, *, create: bool = True) -> None:
        """Make the tables of a new record (or raise NotFound), or bring those of an older one up to date."""
        with self.read() as connection:
            found = versions.found(connection)
        if found is None and not create:
            raise NotFound(f"there is no record in {self.where}; make one with: bilateral add {self.where} SOURCE")
        if found != versions.NEWEST:
            with self.write() as connection:
                versions.prepare(connection, self.where)

    @final
    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout."""
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @final
    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is kept as a whole, or not at all; one writer at a time."""
        with self._told(), self.engine.connect() as plain:
            connection = plain.execution_options(bilateral_writes=True)
            with connection.begin():
                yield connection

    @final
    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            told = self.explain(error)
            if told is None:
                raise
            raise told from error
