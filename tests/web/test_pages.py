"""Every page and its twin: what they show, and what they say where there is nothing to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bilateral.web import create_app
from tests.web.conftest import HOME

PAGES = (
    "/", "/events", "/events?kind=visit&since=2018&limit=5", "/events?undated=1", "/events?overdue=1",
    "/events?disputed=1", "/events?between=Indonesia&between=KAZ", "/relation/IDN/KAZ",
    "/relation/Indonesia/Kazakhstan?status=planned", "/relation/IDN/KAZ/third", "/documents", "/review/mentions",
    "/review/events", "/review/actors", "/review/values", "/actors", "/actors?q=wibowo&sort=person",
    "/actor/state:IDN", "/actor/person:surya-wibowo", "/offices", "/offices?state=Kazakhstan", "/claims",
    "/claims?kind=assessment", "/forecasts", "/search?q=memorandum", "/search?q=", "/api",
)  # fmt: skip
DATA = (
    "/api/start", "/api/events", "/api/relation/IDN/KAZ", "/api/relation/IDN/KAZ/third", "/api/documents",
    "/api/review/mentions", "/api/review/events", "/api/review/actors", "/api/review/values", "/api/actors",
    "/api/actor/state:IDN", "/api/offices", "/api/claims", "/api/forecasts", "/api/search?q=memorandum",
    "/api/judgements", "/api/uploads", "/api/go?q=Indonesia", "/api/openapi.json",
)  # fmt: skip


def some_event(client: TestClient, query: str = "") -> str:
    id: str = client.get(f"/api/events{query}").json()["events"][0]["id"]
    return id


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens(reading: TestClient, path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert '<html lang="en">' in answer.text


@pytest.mark.parametrize("path", DATA)
def test_a_twin_answers(reading: TestClient, path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code in (200, 202)
    assert answer.json()


def test_every_page_has_a_twin(reading: TestClient) -> None:
    twins = set(reading.get("/api/openapi.json").json()["paths"])
    for name in ("events", "event/{id}", "document/{id}", "review/{name}", "actor/{id}", "claims", "search"):
        assert f"/api/{name}" in twins


def test_nothing_in_a_page_is_inline_or_elsewhere(reading: TestClient) -> None:
    for path in (*PAGES, f"/event/{some_event(reading)}"):
        text = reading.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", text), path
        assert not re.search(r'(?:src|action)="(?:https?:)?//', text), path
        assert not re.search(r'<link[^>]*href="(?:https?:)?//', text), path


def test_the_start_says_what_is_held_and_what_needs_an_eye(reading: TestClient) -> None:
    told = reading.get("/api/start").json()
    text = reading.get("/").text
    assert f"{told['record']['events']} events from 12 documents" in text
    for one in told["needs"]:
        assert f'href="{one["address"]}"><b>{one["number"]}</b>' in text
        assert one["number"] > 0
    assert told["needs"][1]["number"] == reading.get("/api/events?disputed=1").json()["counts"]["events"]


def test_an_event_shows_values_words_and_conflicts(reading: TestClient) -> None:
    told = reading.get("/api/events?disputed=1&kind=agreement").json()["events"][0]
    text = reading.get(f"/event/{told['id']}").text
    for side in told["conflicts"][0]["values"]:
        quote = told["evidence"][side["evidence"][0]]["quote"].split()[:3]
        assert " ".join(quote) in " ".join(re.sub("<.*?>", "", text).split())
    assert 'data-lights="date"' in text
    assert re.search('<mark class="date" data-keys="[^"]*date', text)
    assert "Why these are one event" in text


def test_an_event_is_found_by_the_beginning_of_its_id(reading: TestClient) -> None:
    id = some_event(reading)
    answer = reading.get(f"/event/{id[:12]}", follow_redirects=False)
    assert answer.headers["location"] == f"/event/{id}"


def test_a_document_shows_all_its_text_once(reading: TestClient) -> None:
    for row in reading.get("/api/documents").json()["documents"]:
        page = reading.get(f"/document/{row['id']}").text
        article = page.split('<article class="text"')[1].split("</article>")[0].partition(">")[2]
        shown = re.sub("<.*?>", "", re.sub(r"(?s)<details.*?</details>", "", article))
        for sign, plain in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
            shown = shown.replace(sign, plain)
        assert shown.split() == reading.get(f"/api/document/{row['id']}").json()["text"].split()


def test_facets_lead_to_as_many_as_they_say(reading: TestClient) -> None:
    told = reading.get("/api/relation/IDN/KAZ").json()
    for kind, number in told["counts"]["kinds"].items():
        events = reading.get(f"/api/relation/IDN/KAZ?kind={kind}").json()["events"]
        assert len(events) == number
    dates = [event["earliest"] or event["latest"] or "9999" for event in told["events"]]
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/event/evt_none", 404, "no event has an id"),
        ("/document/none", 404, "no document has the id or name"),
        ("/actor/person:nobody", 404, "no actor"),
        ("/review/weather", 404, "mentions, events, actors, values"),
        ("/relation/IDN/Atlantis", 400, "no state is called"),
        ("/relation/IDN/Indonesia", 400, "a relation has two states"),
        ("/events?kind=party", 400, "no kind is called"),
        ("/events?since=yesterday", 400, "since takes a date"),
        ("/events?limit=1000000", 400, "limit is a whole number"),
        ("/events?offset=-1", 400, "offset is a whole number"),
        ("/events?between=IDN", 400, "between takes two states"),
        ("/events?min-confidence=nan", 400, "min_confidence is a share"),
        ("/claims?status=planned", 400, "a claim has no status"),
        ("/no/such/page", 404, "there is no such page"),
    ],
)
def test_what_cannot_be_shown_is_told_in_words(reading: TestClient, path: str, status: int, words: str) -> None:
    answer = reading.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text
    twin = reading.get(f"/api{path}")
    assert twin.status_code == status
    assert "error" in twin.json()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(str(tmp_path / "new.db")), base_url=HOME) as client:
        yield client


def test_an_empty_record_shows_three_ways_to_begin(empty: TestClient) -> None:
    text = empty.get("/").text
    assert text.count('<li class="card">') == 3
    assert "bilateral add" in text and "bilateral demo" in text and 'type="file"' in text


@pytest.mark.parametrize(
    "path", [path for path in PAGES if not path.startswith(("/relation", "/actor/", "/events?b", "/offices?"))]
)
def test_pages_of_an_empty_record_open(empty: TestClient, path: str) -> None:
    assert empty.get(path).status_code == 200
