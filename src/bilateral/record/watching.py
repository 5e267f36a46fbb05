"""Feeds watched: looked into when they are due, and the articles they name fetched politely, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bilateral.documents.addresses import reader
from bilateral.documents.network import feeds, gdelt
from bilateral.documents.network.fetch import Answer, Bounds, FetchError, fetch
from bilateral.documents.network.page import bounds, read_answer
from bilateral.documents.network.robots import Robots
from bilateral.documents.raw import Told
from bilateral.documents.tellings import telling
from bilateral.engine.limit import TooSlow, within
from bilateral.errors import SourceError, UsageError
from bilateral.record import fetches
from bilateral.record.adding import Adder
from bilateral.record.fetches import Feed, Page
from bilateral.record.report import AddReport, WatchOptions, WatchReport
from bilateral.record.sources import Met, at_address
from bilateral.record.store import Store
from bilateral.settings import Settings
from bilateral.types.edtf import bounds as days

LARGEST_FEED, FEED_SECONDS = 5_000_000, 30.0
LONGEST = 86_400.0
MOST_TRIES = 5
BUNDLE = 20
FIRST_LOOK = timedelta(days=1)
QUERY = "gdelt:"


class Watcher:
    """One look after the other into feeds."""

    def __init__(self, store: Store, settings: Settings, options: WatchOptions) -> None:
        self._store = store
        self._settings = settings
        self._options = options
        self._robots = Robots(options.allow_private)
        self._last: dict[str, float] = {}
        self._report = WatchReport()

    def look(self, sources: Sequence[str], told: Callable[[WatchReport], None] | None = None) -> WatchReport:
        """Look into those feeds that are due, and add the articles that wait. Raises UsageError for no feed."""
        self._report = WatchReport()
        for url in dict.fromkeys(url for source in sources for url in feeds.feeds_of(source)):
            with self._store.write() as connection:
                feed = fetches.feed(connection, url)
            if feed.due <= fetches.moment():
                self._look_into(feed)
            else:
                self._report.resting += 1
        self._add_waiting(told)
        with self._store.read() as connection:
            self._report.waiting = fetches.count_waiting(connection)
        return self._report

    def _look_into(self, feed: Feed) -> None:
        self._report.feeds += 1
        try:
            if feed.url.startswith(QUERY):
                self._ask_gdelt(feed)
            else:
                self._read_feed(feed)
        except (FetchError, TooSlow) as error:
            reason = error.reason if isinstance(error, FetchError) else f"takes longer than {FEED_SECONDS:g} s to read"
            after = error.after if isinstance(error, FetchError) else None
            wait = after or min(self._options.every * 2 ** min(feed.tries, 16), LONGEST)
            with self._store.write() as connection:
                fetches.failed(connection, feed.url, reason, feed.tries + 1, fetches.moment(wait))
            self._report.troubles.append(SourceError(feed.url, f"{reason}; tried again in {wait / 60:.0f} minutes"))

    def _read_feed(self, feed: Feed) -> None:
        if not self._robots.allows(feed.url):
            raise FetchError("robots.txt of its site asks not to read it")
        asked = {"Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"}
        asked |= {"If-None-Match": feed.etag} if feed.etag else {}
        asked |= {"If-Modified-Since": feed.modified} if feed.modified else {}
        self._wait(feed.url)
        answer = fetch(feed.url, Bounds(LARGEST_FEED, FEED_SECONDS, self._options.allow_private), asked)
        named: list[Page] = []
        if answer.data is not None:
            with within(FEED_SECONDS):
                found = feeds.entries(answer.data, answer.url, answer.type)
                named = [Page(one.url, feed.url, one.title, one.published) for one in found]
        else:
            self._report.unchanged += 1
        with self._store.write() as connection:
            self._report.named += fetches.put(connection, named)
            version = (answer.etag or feed.etag, answer.modified or feed.modified)
            fetches.answered(connection, feed.url, version, fetches.moment(self._options.every))

    def _ask_gdelt(self, feed: Feed) -> None:
        query = feed.url.removeprefix(QUERY).strip()
        if not query:
            raise UsageError('write the question behind gdelt:, as in gdelt:"military cooperation"')
        endpoint = self._settings.text("gdelt_url")
        for end, found in gdelt.slices(endpoint, query, self._span(feed), self._get_slowly):
            named = [Page(one.url, feed.url, one.title, None) for one in found]
            with self._store.write() as connection:
                self._report.named += fetches.put(connection, named)
                due = fetches.moment(self._options.every)
                fetches.answered(connection, feed.url, (None, end.isoformat()), due)

    def _span(self, feed: Feed) -> tuple[datetime, datetime]:
        """From when to when GDELT is asked: as the user says, else from where the last look ended."""
        first, last = (day(text, side) for side, text in enumerate((self._options.since, self._options.until)))
        before = datetime.fromisoformat(feed.modified) if feed.modified else None
        now = datetime.now(UTC)
        begin = max(filter(None, (first, before)), default=now - FIRST_LOOK)
        return begin, max(last or now, begin)

    def _get_slowly(self, url: str) -> bytes:
        self._wait(url, self._settings.number("gdelt_pause"))
        return fetch(url, Bounds(LARGEST_FEED, FEED_SECONDS, self._options.allow_private)).data or b""

    def _wait(self, url: str, least: float = 0.0) -> None:
        """Let a host rest between two requests."""
        host = urlsplit(url).netloc.lower()
        pause = max(self._options.pause, least)
        time.sleep(max(0.0, self._last.get(host, -pause) + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    def _add_waiting(self, told: Callable[[WatchReport], None] | None) -> None:
        left = self._options.most
        while left > 0:
            with self._store.read() as connection:
                bundle = list(fetches.waiting(connection, min(BUNDLE, left)))
            if not bundle:
                return
            left -= len(bundle)
            read: list[str] = []
            adder = Adder(self._store, self._settings, None)
            report = adder.take(self._pages(bundle, adder, read), self._options.jobs)
            with self._store.write() as connection:
                fetches.done(connection, read)
            merge(self._report.added, report)
            if told is not None:
                told(self._report)

    def _pages(self, bundle: Sequence[Page], adder: Adder, read: list[str]) -> Generator[Met]:
        """What the pages hold; one that is not got is an error when it is given up, else it waits."""
        reads = reader(None, self._settings, adder.knows)
        for page in sorted(bundle, key=lambda page: page.url):
            try:
                answer = self._get(page)
            except FetchError as error:
                again = error.passing and page.tries + 1 < MOST_TRIES
                wait = error.after or min(self._options.every * 2**page.tries, LONGEST)
                with self._store.write() as connection:
                    due = fetches.moment(wait) if again else None
                    fetches.failed(connection, page.url, error.reason, page.tries + 1, due)
                if not again:
                    yield from at_address(page.url, [SourceError(page.url, error.reason)])
                continue
            told = Told(title=page.title, tellings=telling("published", page.published, "feed", page.feed))
            yield from at_address(page.url, read_answer(page.url, answer, told, reads))
            read.append(page.url)

    def _get(self, page: Page) -> Answer:
        if not self._robots.allows(page.url):
            raise FetchError("robots.txt of its site asks not to read it")
        self._wait(page.url, self._robots.delay(page.url))
        return fetch(page.url, bounds(self._settings, self._options.allow_private))


def day(text: str | None, side: int) -> datetime | None:
    """The beginning of a user's day, month or year, or its end. Raises UsageError."""
    if text is None:
        return None
    try:
        bound = days(text)[side]
    except ValueError:
        bound = None
    if bound is None:
        raise UsageError(f"{text!r} is no date such as 2017, 2017-10 or 2017-10-03")
    return datetime(bound.year, bound.month, bound.day, tzinfo=UTC) + timedelta(days=side)


def merge(into: AddReport, report: AddReport) -> None:
    """Add one report to another."""
    for name in ("read", "known", "uncoded", "mentions", "events", "seconds"):
        setattr(into, name, getattr(into, name) + getattr(report, name))
    for reason, number in report.why.items():
        into.why[reason] = into.why.get(reason, 0) + number
    into.failed += report.failed
    into.warnings = list(dict.fromkeys([*into.warnings, *report.warnings]))
