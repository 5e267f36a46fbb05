"""Lists of articles from the GDELT DOC API, which gives 250 at most: time is cut until that is enough for a slice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlencode

from bilateral.documents.addresses import is_address
from bilateral.documents.network.feeds import Entry
from bilateral.documents.network.fetch import FetchError
from bilateral.documents.normalise import one_line

MOST = 250
SHORTEST = timedelta(minutes=15)
"""GDELT's own step."""
STAMP = "%Y%m%d%H%M%S"

Get = Callable[[str], bytes]


def slices(
    endpoint: str, query: str, span: tuple[datetime, datetime], get: Get
) -> Iterator[tuple[datetime, list[Entry]]]:
    """(end of a slice, its articles), the earliest first; a slice that holds too many is cut in two.

    ``get`` fetches an address and keeps the pace that the service asks for. Raises FetchError.
    """
    waiting = [span]
    while waiting:
        begin, end = waiting.pop()
        found = articles(get(address(endpoint, query, begin, end)))
        if len(found) >= MOST and end - begin > SHORTEST:
            middle = begin + (end - begin) / 2
            waiting += [(middle, end), (begin, middle)]
        else:
            yield end, found


def address(endpoint: str, query: str, begin: datetime, end: datetime) -> str:
    """The request for one slice."""
    asked = {
        "query": query,
        "mode": "artlist",
        "format": "json",
        "maxrecords": str(MOST),
        "sort": "dateasc",
        "startdatetime": begin.strftime(STAMP),
        "enddatetime": end.strftime(STAMP),
    }
    return f"{endpoint}?{urlencode(asked)}"


def articles(data: bytes) -> list[Entry]:
    """The articles of an answer. Raises FetchError when it is none: the service writes its complaints as text."""
    try:
        told = json.loads(data.decode("utf-8", "replace"), strict=False) if data.strip() else {}
        found = [item for item in told.get("articles", []) if isinstance(item, dict)]
    except (ValueError, AttributeError, RecursionError):
        words = one_line(data[:200].decode("utf-8", "replace"))
        raise FetchError(f"GDELT answers: {words}") from None
    entries = (Entry(str(item.get("url") or ""), one_line(str(item.get("title") or ""))) for item in found)
    return [entry for entry in entries if is_address(entry.url)]
