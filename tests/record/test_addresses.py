"""An address given as a source is fetched and becomes a document of that name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.readers import made

from bilateral.cli.main import run
from bilateral.record import Record
from tests.documents.network.serving import Site, serving

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit with his hosts there."
PAGE = (
    '<html lang="en"><head><title>Visit</title><meta property="article:published_time" content="2017-10-04">'
    f"</head><body><p>{VISIT}</p></body></html>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_a_page_is_added_and_known_the_next_time(record: Record, site: Site) -> None:
    url = site.give("/visit", PAGE)
    assert record.add(url, allow_private=True).read == 1
    [row] = record.documents()
    assert (row.name, row.url, row.published, row.title) == (url, url, "2017-10-04", "Visit")
    assert [item.document for event in record.events() for item in event.evidence] == [url]
    report = record.add(url, allow_private=True)
    assert (report.read, report.known) == (0, 1)


def test_a_page_that_changed_is_a_new_version(record: Record, site: Site) -> None:
    url = site.give("/visit", PAGE)
    record.add(url, allow_private=True)
    site.give("/visit", PAGE.replace("RUS", "CHN"))
    record.add(url, allow_private=True)
    assert [event.participants[1].country for event in record.events()] == ["CHN"]
    assert sorted(row.current for row in record.documents()) == [False, True]


def test_a_redirect_leads_to_the_address_of_the_page(record: Record, site: Site) -> None:
    site.give("/visit", PAGE)
    url = site.give("/short", "", status=301, Location="/visit")
    record.add(url, allow_private=True)
    assert [(row.name, row.url) for row in record.documents()] == [(url, f"{site.url}/visit")]


def test_files_of_many_articles_are_read_from_an_address_too(record: Record, site: Site) -> None:
    url = site.give("/all.zip", made.zipped({"a.txt": VISIT, "b.html": PAGE}), "application/zip")
    assert record.add(url, allow_private=True).read == 2
    assert [row.name for row in record.documents()] == [f"{url}/a.txt", f"{url}/b.html"]


def test_failures_are_listed_and_the_rest_goes_on(record: Record, site: Site, tmp_path: Path) -> None:
    urls = [site.give("/film", b"x", "video/mp4"), site.url + "/gone", site.give("/ok", PAGE)]
    (tmp_path / "a.txt").write_text(VISIT)
    report = record.add(*urls, tmp_path / "a.txt", allow_private=True)
    assert report.read == 2
    assert sorted(error.name for error in report.failed) == sorted(urls[:2])
    assert {failure.name for failure in record.failures()} == set(urls[:2])


def test_the_command_refuses_private_networks(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.give("/visit", PAGE)
    assert run(["add", str(tmp_path / "r.db"), url, "--set", "coder=fake"]) == 1
    assert "--allow-private allows it" in capsys.readouterr().out
    assert run(["add", str(tmp_path / "r.db"), url, "--set", "coder=fake", "--allow-private"]) == 0
    assert "1 document read" in capsys.readouterr().out
