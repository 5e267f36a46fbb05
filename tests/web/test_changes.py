"""What changes the record: decisions and files, each only with its proof, each within its bounds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bilateral.web import create_app
from bilateral.web.rendering import tame
from bilateral.web.security.guard import Rules
from tests.web.conftest import HOME, proof_of

HOSTILE = (
    "LISBON, 4 October 2018 (Reuters) - <script>alert('x')</script> Foreign Minister <img src=x onerror=alert(1)> Ana "
    "Sousa of Portugal visited Morocco on 3 October 2018.\n\n\u202egnihton\u202c & \"quoted\" 'words' {{ 7 * 7 }}\n"
)


def waiting(client: TestClient, queue: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/review/{queue}").json()["waiting"]
    return found


def judged(client: TestClient, **told: Any) -> Any:
    return client.post("/api/judge", json=told, headers={"X-Bilateral-Proof": proof_of(client)})


def test_without_its_proof_nothing_is_changed(client: TestClient) -> None:
    before = client.get("/api/judgements").json()
    one = waiting(client, "mentions")[0]["one"]
    for headers in ({}, {"X-Bilateral-Proof": "guessed"}, {"X-Bilateral-Proof": ""}):
        assert client.post("/api/judge", json={"act": "reject", "one": one}, headers=headers).status_code == 403
    assert client.post("/judge", data={"act": "reject", "one": one}).status_code == 403
    assert client.post("/api/uploads", files={"files": ("a.txt", b"words")}).status_code == 403
    assert client.get("/api/judgements").json() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1.evil.example"},
    ],
)
def test_a_page_elsewhere_changes_nothing_even_with_the_proof(client: TestClient, headers: dict[str, str]) -> None:
    one = waiting(client, "mentions")[0]["one"]
    headers = {**headers, "X-Bilateral-Proof": proof_of(client)}
    assert client.post("/api/judge", json={"act": "reject", "one": one}, headers=headers).status_code == 403
    assert client.get("/api/judgements").json()["judgements"] == []


def test_every_way_to_change_something_asks_for_a_proof(client: TestClient) -> None:
    client.get("/")
    for path, ways in client.get("/api/openapi.json").json()["paths"].items():
        for method in set(ways) & {"post", "put", "patch", "delete"}:
            assert client.request(method, path, json={}).status_code == 403, path


def test_the_bearer_of_the_token_needs_no_proof(own: Path) -> None:
    with TestClient(create_app(str(own), token="t"), base_url=HOME, headers={"Authorization": "Bearer t"}) as program:
        one = waiting(program, "mentions")[0]["one"]
        assert program.post("/api/judge", json={"act": "accept", "one": one}).status_code == 201


def test_a_form_keeps_a_decision_and_goes_back(client: TestClient) -> None:
    one = waiting(client, "mentions")[0]["one"]
    sent = {"act": "reject", "one": one, "back": "/review/mentions?at=0", "proof": proof_of(client)}
    own_site = {"origin": "null", "sec-fetch-site": "same-origin"}
    answer = client.post("/judge", data=sent, headers=own_site, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review/mentions?at=0")
    (kept,) = client.get("/api/judgements").json()["judgements"]
    assert (kept["act"], kept["author"], kept["one"]) == ("reject", "Tester", [one])
    assert one not in [doubt["one"] for doubt in waiting(client, "mentions")]
    away = client.post("/judge", data={**sent, "act": "undo", "back": "//evil.example"}, follow_redirects=False)
    assert away.headers["location"] == "/"


def test_decisions_are_changed_and_taken_back(client: TestClient) -> None:
    one = waiting(client, "mentions")[0]["one"]
    first = judged(client, act="accept", one=one).json()
    judged(client, act="reject", one=one, instead_of=first["id"])
    last = client.get("/api/review/mentions").json()["decisions"]
    assert [told["act"] for told in last] == ["reject"]
    judged(client, act="undo")
    assert client.get("/api/review/mentions").json()["decisions"] == []
    assert one in [doubt["one"] for doubt in waiting(client, "mentions")]


def test_values_pairs_and_missed_events_are_decided(client: TestClient) -> None:
    value = waiting(client, "values")[0]
    assert judged(client, act="unsure", one=value["one"], field=value["field"]).status_code == 201
    assert value not in waiting(client, "values")
    event = client.get("/api/events?limit=1").json()["events"][0]
    assert judged(client, act="set", one=event["id"], field="place", value="Almaty").status_code == 201
    assert client.get(f"/api/event/{event['id']}").json()["event"]["place"]["name"] == "Almaty"
    document = client.get("/api/documents?limit=1").json()["documents"][0]
    told = {"act": "add", "one": document["id"], "start": 0, "end": 20, "kind": "visit", "who": ["IDN", "KAZ:host"]}
    assert judged(client, **told).status_code == 201
    assert len(client.get("/api/judgements").json()["judgements"]) == 3


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"act": "dance", "one": "x"}, 400),
        ({"act": "accept"}, 400),
        ({"act": "accept", "one": "mtn_none"}, 404),
        ({"act": "same", "one": "evt_none", "other": "evt_none"}, 404),
        ({"act": "set", "one": "evt_none", "field": "date", "value": "never"}, 400),
        ({"act": "set", "one": "evt_none", "field": "date", "value": "2018"}, 404),
        ({"act": "undo", "number": 99}, 404),
        ({"act": "undo", "number": 10**30}, 400),
        ({"act": "add", "one": "doc_none", "start": 5, "end": 1, "kind": "visit"}, 400),
    ],
)
def test_a_decision_that_makes_no_sense_is_told_so(client: TestClient, told: dict[str, Any], status: int) -> None:
    answer = judged(client, **told)
    assert answer.status_code == status
    assert answer.json()["error"]


def dropped(client: TestClient, files: list[tuple[str, tuple[str, bytes]]]) -> dict[str, Any]:
    """What became of files, when all is done."""
    answer = client.post("/api/uploads", files=files, headers={"X-Bilateral-Proof": proof_of(client)})
    assert answer.status_code == 202, answer.text
    until = time.monotonic() + 300
    while time.monotonic() < until:
        job: dict[str, Any] = client.get("/api/uploads").json()["uploads"][0]
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.2)
    raise AssertionError("not done in time")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    app = create_app(str(tmp_path / "new.db"), settings={"coder": "rules"}, rules=Rules(most_uploaded=200_000))
    with TestClient(app, base_url=HOME) as client:
        yield client


def test_dropped_files_are_added_and_hostile_words_stay_words(empty: TestClient) -> None:
    job = dropped(empty, [("files", ("../../<b>x</b>.txt", HOSTILE.encode())), ("files", ("b.exe", b"MZ\x00\x01"))])
    assert (job["state"], job["read"], len(job["failed"])) == ("done", 1, 1)
    (row,) = empty.get("/api/documents").json()["documents"]
    assert "/" not in row["name"] and "<" not in row["name"]
    paths = ["/", "/documents", f"/document/{row['id']}", "/events", "/review/mentions", "/search?q=Sousa"]
    paths += [f"/event/{one['id']}" for one in empty.get("/api/events").json()["events"]]
    for path in paths:
        text = empty.get(path).text
        assert "<script>alert" not in text and "<img" not in text, path
        assert "\u202e" not in text, path
    page = empty.get(f"/document/{row['id']}").text
    assert "&lt;script&gt;alert" in page and "{{ 7 * 7 }}" in page


def test_what_turns_words_around_is_shown_and_keeps_its_place() -> None:
    assert tame("a\u202eb\u2066c\x00d\ne") == "a\ufffdb\ufffdc\ufffdd\ne"
    assert tame("\u0627\u0644\u0633\u0644\u0627\u0645") == "\u0627\u0644\u0633\u0644\u0627\u0645"


def test_droppings_are_bounded(empty: TestClient) -> None:
    headers = {"X-Bilateral-Proof": proof_of(empty)}
    large = empty.post("/api/uploads", files={"files": ("a.txt", b"x" * 300_000)}, headers=headers)
    assert large.status_code == 413
    many = [("files", (f"{n}.txt", b"x")) for n in range(201)]
    assert empty.post("/api/uploads", files=many, headers=headers).status_code == 400
    assert empty.post("/api/uploads", files={"other": ("a.txt", b"x")}, headers=headers).status_code == 400
    assert empty.post("/api/uploads", json={}, headers=headers).status_code == 400
    long = empty.post("/api/judge", content=b"x" * 2_000_000, headers=headers)
    assert long.status_code == 413
    assert empty.get("/api/uploads").json()["uploads"] == []


def test_a_body_that_does_not_tell_its_length_is_bounded_too(empty: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * 50_000

    headers = {"X-Bilateral-Proof": proof_of(empty), "content-type": "application/json"}
    assert empty.post("/api/judge", content=endless(), headers=headers).status_code == 413
