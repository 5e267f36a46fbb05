"""A record in a PostgreSQL database: everything that is peculiar to PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from bilateral.errors import ExtraMissing, RecordBusy, RecordError, UsageError
from bilateral.record.store import Store

WRITER = 0x62_69_6C_61
"""The advisory lock that a writer holds, together with the number of the schema that the record is in."""


class PostgresStore(Store):
    """The schema that the address leads to; ``wait`` is how many seconds a writer waits for another."""

    def __init__(self, address: str, *, wait: float) -> None:
        self.url = _url(address)
        self.wait = wait
        super().__init__(self.url.render_as_string(hide_password=True).replace("+psycopg", "", 1))

    def connect(self) -> Engine:
        """An engine whose reading transactions see one state, and whose writing ones come one after the other."""
        try:
            engine = create_engine(self.url)
        except ImportError as error:
            raise ExtraMissing("a record in PostgreSQL needs: pip install 'bilateral[postgres]'") from error
        event.listen(engine, "begin", self._begin)
        return engine

    def size(self) -> int:
        """Bytes of the tables and their indexes."""
        query = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = {}"
        with self.read() as connection:
            return int(connection.execute(text(query.format(_SCHEMA))).scalar() or 0)

    def explain(self, error: DBAPIError) -> RecordError | None:
        """The known ways in which a database fails its user."""
        state = str(getattr(error.orig, "sqlstate", None) or "")
        if state == "55P03":
            return RecordBusy(
                f"another process is writing to {self.where} and did not finish in {self.wait:g} seconds; "
                "try again later"
            )
        if state.startswith(("08", "28", "3D", "57P")) or error.connection_invalidated or not state:
            reason = " ".join(str(error.orig).split())
            return RecordError(f"cannot reach {self.where} ({reason}); check the address, and that the server runs")
        if state.startswith("53"):
            return RecordError(
                f"the server of {self.where} has no room left ({error.orig}); make some and run this again"
            )
        if state.startswith("42501"):
            return RecordError(f"you may not write to {self.where}; ask for the right to make tables there")
        return None

    def faults(self, connection: Connection) -> list[str]:
        """Nothing that a query could tell: PostgreSQL keeps references itself, and checks pages when it reads them."""
        return []

    def _begin(self, connection: Connection) -> None:
        if not connection.get_execution_options().get("bilateral_writes"):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(self.wait * 1000)}ms'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER}, {_SCHEMA}::oid::bigint::bit(32)::int)")


_SCHEMA = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise UsageError(f"{address} is no address; give one such as postgresql://user@host:5432/database") from None
