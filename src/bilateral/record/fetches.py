"""Feeds and the pages they name, as a record keeps them: what waits, what was got, what failed and when it is due."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from bilateral.record.ids import pieces
from bilateral.record.reading_schema import fetches
from bilateral.record.schema import addresses

FEED, PAGE = "feed", "page"
WAITING, DONE, FAILED = "waiting", "done", "failed"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it stands: what its server said of its version, failures in a row, and when it is due."""

    url: str
    etag: str | None
    modified: str | None
    tries: int
    due: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a feed named, with what the feed told of it."""

    url: str
    feed: str
    title: str | None
    published: str | None
    tries: int = 0


def moment(after: float = 0.0) -> str:
    """The time in ``after`` seconds, as the record keeps it."""
    return (datetime.now(UTC) + timedelta(seconds=after)).isoformat(timespec="milliseconds")


def feed(connection: Connection, url: str) -> Feed:
    """How a feed stands, which is met for the first time if it is not kept."""
    columns = (fetches.c[name] for name in ("url", "etag", "modified", "tries", "due"))
    row = connection.execute(select(*columns).where(fetches.c.url == url)).first()
    if row is not None:
        return Feed(*row)
    due = moment()
    told = {"url": url, "kind": FEED, "state": WAITING, "told": "{}", "tries": 0, "due": due}
    connection.execute(insert(fetches), told)
    return Feed(url, None, None, 0, due)


def answered(connection: Connection, url: str, version: tuple[str | None, str | None], due: str) -> None:
    """A feed was read: its version, and when it is due again."""
    values = {"etag": version[0], "modified": version[1], "tries": 0, "due": due, "time": moment(), "reason": None}
    connection.execute(update(fetches).where(fetches.c.url == url).values(**values, state=DONE))


def failed(connection: Connection, url: str, reason: str, tries: int, due: str | None) -> None:
    """A feed or page was not got; without ``due`` it is not tried again."""
    state = WAITING if due else FAILED
    values = {"state": state, "reason": reason, "tries": tries, "due": due or moment(), "time": moment()}
    connection.execute(update(fetches).where(fetches.c.url == url).values(**values))


def done(connection: Connection, urls: Iterable[str]) -> None:
    """Pages were read."""
    for piece in pieces(urls):
        values = {"state": DONE, "time": moment(), "reason": None}
        connection.execute(update(fetches).where(fetches.c.url.in_(piece)).values(**values))


def put(connection: Connection, pages: Sequence[Page]) -> int:
    """Let pages wait that are neither kept nor read already; how many these are."""
    known: set[str] = set()
    for piece in pieces(page.url for page in pages):
        known.update(connection.execute(select(fetches.c.url).where(fetches.c.url.in_(piece))).scalars())
        known.update(connection.execute(select(addresses.c.path).where(addresses.c.path.in_(piece))).scalars())
    new = {page.url: page for page in pages if page.url not in known}
    rows = [
        {
            "url": page.url,
            "kind": PAGE,
            "state": WAITING,
            "told": json.dumps({"feed": page.feed, "title": page.title, "published": page.published}),
            "tries": 0,
            "due": moment(),
        }
        for page in new.values()
    ]
    if rows:
        connection.execute(insert(fetches), rows)
    return len(rows)


def waiting(connection: Connection, most: int) -> Iterator[Page]:
    """The pages that are due, those that have waited longest first."""
    where = fetches.c.kind == PAGE, fetches.c.state == WAITING, fetches.c.due <= moment()
    query = select(fetches.c.url, fetches.c.told, fetches.c.tries).where(*where).order_by(fetches.c.due, fetches.c.url)
    for row in connection.execute(query.limit(most)):
        yield Page(row.url, **json.loads(row.told), tries=row.tries)


def count_waiting(connection: Connection) -> int:
    """How many pages wait."""
    where = fetches.c.kind == PAGE, fetches.c.state == WAITING
    return connection.execute(select(func.count()).select_from(fetches).where(*where)).scalar() or 0
