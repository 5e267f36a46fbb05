"""Feeds are watched politely: what is known is not asked for again, what fails waits, and a stop loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bilateral.errors import UsageError
from bilateral.record import Record, WatchOptions, WatchReport, open_record, watching
from tests.documents.network.serving import Site, answer, serving

VISIT = "On 2017-10-0{} Ali Khan of PAK visited RUS for talks about trade and transit with his hosts there."
POLITE = WatchOptions(every=60.0, pause=0.0, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


class Clock:
    """A clock that tests set, for what is due and for what waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime.now().timestamp()
        self.slept: list[float] = []
        monkeypatch.setattr(watching.fetches, "moment", self.moment)
        monkeypatch.setattr(watching.time, "sleep", self.sleep)
        monkeypatch.setattr(watching.time, "monotonic", lambda: self.now)

    def moment(self, after: float = 0.0) -> str:
        return datetime.fromtimestamp(self.now + after).isoformat(timespec="milliseconds")

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def rss(site: Site, *names: str) -> str:
    items = "".join(
        f"<item><title>Story {name}</title><link>{site.url}/{name}</link>"
        "<pubDate>Tue, 03 Oct 2017 10:00:00 GMT</pubDate></item>"
        for name in names
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'


def page(name: str) -> str:
    number = sum(map(ord, name)) % 9 + 1
    return f"<html lang='en'><body><p>{VISIT.format(number)}</p><p>{name} is told here.</p></body></html>"


def feed(site: Site, *names: str, **headers: str) -> str:
    for name in names:
        site.give(f"/{name}", page(name))
    return site.give("/feed", rss(site, *names), "application/rss+xml", **headers)


def look(record: Record, *sources: str, options: WatchOptions = POLITE) -> WatchReport:
    return record.watch(*sources, options=options)


def test_the_articles_of_a_feed_are_added_with_what_it_tells(record: Record, site: Site) -> None:
    report = look(record, feed(site, "a", "b"))
    assert (report.feeds, report.named, report.added.read, report.waiting) == (1, 2, 2, 0)
    rows = record.documents()
    assert [row.name for row in rows] == [f"{site.url}/a", f"{site.url}/b"]
    assert [(row.title, row.published, row.published_from, row.certainty) for row in rows] == [
        ("Story a", "2017-10-03", "feed", "likely"),
        ("Story b", "2017-10-03", "feed", "likely"),
    ]
    assert rows[0].url == f"{site.url}/a"


def test_nothing_is_asked_twice(record: Record, site: Site, clock: Clock) -> None:
    url = feed(site, "a", ETag='"v1"', Last_Modified="Tue, 03 Oct 2017 10:00:00 GMT")
    look(record, url)
    assert look(record, url).feeds == 0  # not due yet
    plain = site.pages["/feed"]

    def changed(request: BaseHTTPRequestHandler) -> None:
        if request.headers["If-None-Match"] == '"v1"' and request.headers["If-Modified-Since"]:
            answer(request, b"", status=304)
        else:
            plain(request)

    site.pages["/feed"] = changed
    clock.now += 61
    report = look(record, url)
    assert (report.feeds, report.unchanged, report.added.read) == (1, 1, 0)
    site.give("/b", page("b"))
    site.give("/feed", rss(site, "a", "b"), "application/rss+xml")
    clock.now += 61
    assert look(record, url).added.read == 1
    assert site.paths().count("/a") == 1


def test_a_stop_in_the_middle_loses_nothing(tmp_path: Path, site: Site, clock: Clock) -> None:
    names = [f"p{number:02}" for number in range(45)]
    url = feed(site, *names, ETag='"v1"')
    settings = {"coder": "fake"}

    def stop(report: WatchReport) -> None:
        raise KeyboardInterrupt

    with open_record(tmp_path / "r.db", settings=settings) as record, pytest.raises(KeyboardInterrupt):
        record.watch(url, options=POLITE, told=stop)
    with open_record(tmp_path / "r.db", settings=settings) as record:
        assert 0 < len(record.documents()) < 45
        look(record, url)  # the feed itself is not due, and its articles still wait
        assert len(record.documents()) == 45
    assert all(site.paths().count(f"/{name}") == 1 for name in names)
    assert site.paths().count("/feed") == 1


def test_robots_are_kept_out_where_a_site_asks_for_it(record: Record, site: Site, clock: Clock) -> None:
    site.give("/robots.txt", "User-agent: *\nDisallow: /private*\nCrawl-delay: 7\n", "text/plain")
    url = feed(site, "a", "private-b", "c")
    report = look(record, url)
    assert report.added.read == 2
    assert [error.reason for error in report.added.failed] == ["robots.txt of its site asks not to read it"]
    assert "/private-b" not in site.paths()
    assert 7 in [round(seconds) for seconds in clock.slept]
    assert site.paths().count("/robots.txt") == 1
    assert look(record, url).added.failed == []  # it is not tried again


def test_a_host_rests_between_two_requests(record: Record, site: Site, clock: Clock) -> None:
    look(record, feed(site, "a", "b", "c"), options=WatchOptions(pause=3.0, allow_private=True))
    assert sum(clock.slept) == pytest.approx(9.0, abs=0.1)


def test_a_feed_that_fails_waits_longer_each_time(record: Record, site: Site, clock: Clock) -> None:
    url = site.give("/feed", "", status=503)
    waits = []
    for _ in range(4):
        report = look(record, url)
        assert report.troubles[0].reason.startswith("answers 503")
        waits.append(int(report.troubles[0].reason.rpartition("in ")[2].split()[0]))
        clock.now += waits[-1] * 60 - 5
        assert look(record, url).feeds == 0
        clock.now += 10
    assert waits == [1, 2, 4, 8]
    feed(site, "a")
    assert look(record, url).added.read == 1


def test_retry_after_is_kept_to(record: Record, site: Site, clock: Clock) -> None:
    url = site.give("/feed", "", status=429, Retry_After="3600")
    look(record, url)
    clock.now += 3590
    assert look(record, url).feeds == 0


def test_a_page_that_fails_is_tried_again_and_then_given_up(record: Record, site: Site, clock: Clock) -> None:
    url = feed(site, "a")
    site.give("/a", "", status=500)
    reports = []
    for _ in range(7):
        reports.append(look(record, url))
        clock.now += 100_000
    assert [len(report.added.failed) for report in reports] == [0, 0, 0, 0, 1, 0, 0]
    assert reports[0].waiting == 1
    assert reports[-1].waiting == 0
    assert site.paths().count("/a") == 5
    assert [failure.name for failure in record.failures()] == [f"{site.url}/a"]


def test_private_networks_are_refused_unless_allowed(record: Record, site: Site) -> None:
    report = look(record, feed(site, "a"), options=WatchOptions(pause=0.0))
    assert "--allow-private" in report.troubles[0].reason
    assert site.asked == []


def test_an_opml_file_names_feeds(record: Record, site: Site, tmp_path: Path) -> None:
    url = feed(site, "a")
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Other</title><entry><title>B</title>'
        '<link href="/b"/><published>2017-10-04T00:00:00Z</published></entry></feed>'
    )
    site.give("/b", page("b"))
    other = site.give("/atom", atom, "application/atom+xml")
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml><body><outline text="x"><outline xmlUrl="{url}"/></outline><outline xmlUrl="{other}"/></body></opml>'
    )
    assert look(record, str(opml)).added.read == 2
    assert {row.published for row in record.documents()} == {"2017-10-03", "2017-10-04"}


@pytest.mark.parametrize("content", [None, "Dear diary", "<opml><body/></opml>"])
def test_what_is_no_feed_is_wrong_use(record: Record, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "feeds.opml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UsageError):
        look(record, str(path))


@pytest.mark.parametrize(
    "content",
    [
        "<html><body>no feed</body></html>",
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
        "<rss>" * 50_000,
        "",
        "<rss><channel><item><link>file:///etc/passwd</link></item><item><link>javascript:x</link></item></channel></rss>",
    ],
)
def test_a_broken_or_hostile_feed_names_nothing(record: Record, site: Site, content: str) -> None:
    report = look(record, site.give("/feed", content, "application/rss+xml"))
    assert (report.named, report.added.read) == (0, 0)


def test_a_feed_that_never_ends_is_a_trouble(record: Record, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"<rss><channel>")
        while True:
            request.wfile.write(b"<item><link>http://x.example/</link></item>" * 1000)

    site.pages["/feed"] = endless
    monkeypatch.setattr(watching, "LARGEST_FEED", 300_000)
    assert "larger than" in look(record, site.url + "/feed").troubles[0].reason


def test_gdelt_is_asked_in_slices_with_pauses(record: Record, site: Site, clock: Clock) -> None:
    """It answers with 250 articles at most; there are 40 an hour of one day, and each has its page."""
    spans: list[float] = []

    def gdelt(request: BaseHTTPRequestHandler) -> None:
        asked = {name: value for name, (value,) in parse_qs(urlsplit(request.path).query).items()}
        begin, end = (datetime.strptime(asked[name], "%Y%m%d%H%M%S") for name in ("startdatetime", "enddatetime"))
        assert (asked["query"], asked["mode"], asked["maxrecords"]) == ("Kenya accord", "artlist", "250")
        spans.append((end - begin).total_seconds() / 3600)
        first, last = (int((moment - datetime(2021, 3, 2)).total_seconds() // 90) for moment in (begin, end))
        found = [{"url": f"{site.url}/n{number}", "title": "x"} for number in range(first, last)][:250]
        answer(request, json.dumps({"articles": found}).encode(), "application/json")

    class Pages(dict):  # type: ignore[type-arg]
        def get(self, path: str, default: object = None) -> object:
            if path.startswith("/doc?"):
                return gdelt
            return (lambda request: answer(request, page(path).encode())) if path.startswith("/n") else None

    site.pages = Pages()
    record._given._given["gdelt_url"] = f"{site.url}/doc"
    options = WatchOptions(every=60, pause=0, most=30, since="2021-03-02", until="2021-03-02", allow_private=True)
    report = look(record, "gdelt:Kenya accord", options=options)
    assert report.named == 960
    assert (report.added.read, report.waiting) == (30, 930)
    assert min(spans) == 6.0
    assert clock.slept.count(5.0) >= len(spans) - 1
    before = len(spans)
    clock.now += 61
    assert look(record, "gdelt:Kenya accord", options=options).named == 0
    assert len(spans) <= before + 1  # it goes on where the last look ended
