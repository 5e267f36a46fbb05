"""Which schema a record has, and how it is brought up to date. Alembic is imported only where it has work."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from bilateral.errors import NotARecord, RecordError
from bilateral.record import fulltext
from bilateral.record.schema import VERSION, metadata

NEWEST = VERSION
TABLE = "alembic_version"


def found(connection: Connection) -> str | None:
    """The schema version of a record; ``None`` when it has no tables yet."""
    if not inspect(connection).has_table(TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {TABLE}")).scalar()


def prepare(connection: Connection, where: str) -> None:
    """Make or migrate the tables, within the transaction of ``connection``."""
    version = found(connection)
    if version is None:
        _make(connection, where)
    elif version != NEWEST:
        _migrate(connection, version, where)


def _make(connection: Connection, where: str) -> None:
    if inspect(connection).get_table_names():
        raise NotARecord(f"{where} holds other tables and was left as it is; give another name to make a new record")
    fulltext.beside_the_tables()
    metadata.create_all(connection)
    connection.execute(text(f"CREATE TABLE {TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text(f"INSERT INTO {TABLE} VALUES (:version)"), {"version": NEWEST})


def _migrate(connection: Connection, version: str, where: str) -> None:
    from bilateral.record.migrations import is_known, upgrade  # Alembic is slow to import

    if not is_known(version):
        raise RecordError(
            f"{where} was written by a newer bilateral (schema {version}, this one knows {NEWEST}); "
            "upgrade with: pip install --upgrade bilateral"
        )
    upgrade(connection)
