"""The box that finds: each sort of words leads to its page."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("", "/"),
        ("Indonesia", "/actor/state:IDN"),
        ("kazakh", "/actor/state:KAZ"),
        ("Indonesia Kazakhstan", "/relation/IDN/KAZ"),
        ("Kazakhstan and Indonesia", "/relation/KAZ/IDN"),
        ("IDN-KAZ", "/relation/IDN/KAZ"),
        ("Indonesia, Kazakhstan Oct 2018", "/relation/IDN/KAZ?since=2018-10&until=2018-10"),
        ("visits Indonesia Kazakhstan 2018", "/relation/IDN/KAZ?since=2018&until=2018&kind=visit"),
        ("Trinidad and Tobago", "/actor/state:TTO"),
        ("Surya Wibowo", "/actor/person:surya-wibowo"),
        ("visits", "/events?kind=visit"),
        ("embargoes 2019", "/events?since=2019&until=2019&kind=embargo"),
        ("planned", "/events?status=planned"),
        ("border", "/events?kind=other%3Aborder"),
        ("8 October 2018", "/events?since=2018-10-08&until=2018-10-08"),
        ("2018-10-08", "/events?since=2018-10-08&until=2018-10-08"),
        ("rice husks", "/search?q=rice+husks"),
    ],
)
def test_words_lead_to_their_page(reading: TestClient, words: str, address: str) -> None:
    answer = reading.get("/go", params={"q": words}, follow_redirects=False)
    assert answer.headers["location"] == address
    assert reading.get(answer.headers["location"]).status_code == 200


def test_an_id_leads_to_its_event(reading: TestClient) -> None:
    id = reading.get("/api/events?limit=1").json()["events"][0]["id"]
    for words in (id, id.removeprefix("evt_")[:10]):
        assert reading.get("/api/go", params={"q": words}).json() == {"address": f"/event/{id}"}


@pytest.mark.parametrize("words", ["31 February 2018", "2018-99", "' OR 1=1 --", "%", "\u202eevil", "9" * 200])
def test_odd_words_do_no_harm(reading: TestClient, words: str) -> None:
    assert reading.get("/go", params={"q": words}).status_code < 500
