"""Whether another process has written since this one did: what is kept at hand may then be out of date."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from bilateral.record.schema import pulse


def beat(connection: Connection) -> int:
    """Count this writing transaction; gives its number."""
    last = connection.execute(_LAST).scalar()
    if last is None:
        connection.execute(insert(pulse), {"id": 1, "beat": 1})
        return 1
    connection.execute(update(pulse).values(beat=last + 1))
    return int(last) + 1


def last(connection: Connection) -> int:
    """The number of the last writing transaction, 0 before the first."""
    return int(connection.execute(_LAST).scalar() or 0)


_LAST = select(pulse.c.beat)
