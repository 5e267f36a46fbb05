"""Who gets in, and what may be changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bilateral.web import create_app
from bilateral.web.security.guard import Rules
from bilateral.web.security.hosts import allowed, is_loopback
from bilateral.web.security.secrets import Secrets
from tests.web.conftest import HOME

TOKEN = "known to few"
HELD = "12 documents"


@pytest.fixture
def guarded(ruled: Path) -> Iterator[TestClient]:
    app = create_app(str(ruled), token=TOKEN, rules=Rules(listening="0.0.0.0"))
    with TestClient(app, base_url="http://10.1.2.3:8250") as client:
        yield client


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "a b", "[::1"]
)
def test_a_foreign_name_does_not_lead_here(reading: TestClient, host: str) -> None:
    answer = reading.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert HELD not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8250", "localhost", "[::1]:9"])
def test_loopback_has_several_names(reading: TestClient, host: str) -> None:
    assert reading.get("/", headers={"host": host}).status_code == 200


def test_who_listens_everywhere_is_called_by_addresses_only() -> None:
    assert allowed("192.168.1.7:8250", "0.0.0.0")
    assert not allowed("rebound.example", "0.0.0.0")
    assert allowed("records.example", "records.example")
    assert not is_loopback("records.example")
    assert is_loopback("127.8.9.1")


def test_every_answer_has_its_headers(reading: TestClient) -> None:
    for path in ("/", "/no-such-page", "/api/openapi.json", "/static/style.css"):
        headers = reading.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(ruled: Path) -> None:
    with TestClient(create_app(str(ruled)), base_url=HOME) as client:
        cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


def test_without_the_token_nothing_is_shown(guarded: TestClient) -> None:
    asked = guarded.get("/", follow_redirects=False)
    assert asked.status_code == 303
    assert asked.headers["location"].startswith("/enter")
    assert guarded.get("/api/openapi.json").status_code == 401
    assert guarded.get("/enter?token=guessed").status_code == 401
    assert HELD not in guarded.get("/").text


def test_the_token_lets_in_once_and_for_all(guarded: TestClient) -> None:
    answer = guarded.get(f"/?token={TOKEN}")
    assert HELD in answer.text
    assert "token" not in str(answer.url)
    assert guarded.get("/").status_code == 200
    assert TOKEN not in str(guarded.cookies)


def test_programs_bring_the_token_in_a_header(guarded: TestClient) -> None:
    assert guarded.get("/api/openapi.json", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.get("/api/openapi.json", headers={"Authorization": "Bearer guessed"}).status_code == 401


@pytest.mark.parametrize("next", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_entering_leads_nowhere_else(guarded: TestClient, next: str) -> None:
    answer = guarded.get("/enter", params={"token": TOKEN, "next": next}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_proof_is_of_one_browser() -> None:
    secrets = Secrets()
    assert secrets.proves("one", secrets.proof("one"))
    assert not secrets.proves("other", secrets.proof("one"))
    assert not secrets.proves(None, secrets.proof(""))
    assert not Secrets().proves("one", secrets.proof("one"))


def test_what_goes_wrong_is_told_without_a_traceback(reading: TestClient) -> None:
    for path in ("/no-such-page", "/static/../app.py", "/static/none.js"):
        answer = reading.get(path)
        assert answer.status_code == 404
        assert "Traceback" not in answer.text
