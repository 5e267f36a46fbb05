"""Charts at their addresses: on a page, as specification, picture and rows; and the pages timeline, map and network."""

from __future__ import annotations

import csv
import json
import re
from typing import Any
from urllib.parse import parse_qs

import pytest
import vl_convert
from fastapi.testclient import TestClient

from bilateral.views.render import NOWHERE, VERSION
from bilateral.web.asking import Wanted
from bilateral.web.charts import CHARTS, View, query

ASKED = {"relation": "between=IDN&between=KAZ", "place": "event={event}"}
"""What the charts need to be asked for, where that is anything."""


@pytest.fixture(scope="module")
def sited(reading: TestClient) -> str:
    """An event whose place has coordinates."""
    events = reading.get("/api/events").json()["events"]
    found: str = next(one["id"] for one in events if one["place"] and one["place"]["lat"] is not None)
    return found


def read(client: TestClient, path: str) -> Any:
    """The JSON of an address, asked for again while it is being reckoned."""
    for _ in range(200):
        if (answer := client.get(path)).status_code != 202:
            assert answer.status_code == 200, answer.text
            return answer.json()
    raise AssertionError(f"{path} is never ready")


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_compiles_without_a_warning(
    reading: TestClient, sited: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    told = read(reading, f"/api/charts/{name}?{ASKED.get(name, '').format(event=sited)}")
    spec = json.dumps(told["specification"])
    assert vl_convert.vegalite_to_svg(spec, vl_version=VERSION, show_warnings=True, allowed_base_urls=NOWHERE)
    assert "WARN" not in "".join(capfd.readouterr())
    assert told["summary"]
    assert told["rows"]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_on_a_page_has_its_words_and_its_rows(reading: TestClient, sited: str, name: str) -> None:
    page = reading.get(f"/charts/{name}?{ASKED.get(name, '').format(event=sited)}")
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert re.search(rf'data-spec="/charts/{name}\.json', page.text)
    assert "as a table" in page.text


def test_a_part_of_a_page_has_no_heading_of_a_page(reading: TestClient) -> None:
    part = reading.get("/charts/histogram", headers={"X-Part": "1"})
    assert part.status_code in (200, 202)
    assert "<h1" not in part.text


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_pictures(reading: TestClient, ending: str, begins: bytes) -> None:
    answer = reading.get(f"/charts/histogram.{ending}")
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"].endswith(f'"bilateral-histogram.{ending}"')


def test_rows_as_csv_are_those_of_the_chart(reading: TestClient) -> None:
    rows = list(csv.DictReader(reading.get("/charts/network.csv").text.splitlines()))
    told = read(reading, "/api/network")["rows"]
    assert [(row["first"], row["events"]) for row in rows] == [(row["first"], str(row["events"])) for row in told]


def test_what_a_page_draws_has_both_grounds_and_loads_outlines_from_here_alone(reading: TestClient) -> None:
    spec = read(reading, "/charts/map.json?width=400")
    assert {"light", "dark"} <= set(spec["usermeta"]["bilateral"])
    assert spec["width"] == 400
    address = spec["layer"][0]["data"]["url"]
    assert address.startswith("/charts/outlines.json?v=")
    assert reading.get(address).json()["type"] == "Topology"
    assert "datasets" not in spec


def test_the_filters_of_an_address_hold_for_its_chart(reading: TestClient) -> None:
    every = read(reading, "/api/timeline")
    some = read(reading, "/api/timeline?kind=visit&since=2018")
    assert {row["kind"] for row in some["rows"]} == {"visit"} < {row["kind"] for row in every["rows"]}
    assert some["first"] == "2018-01-01"


@pytest.mark.parametrize(
    "path",
    ["/charts/pie", "/charts/pie.svg", "/charts/map.gif", "/charts/histogram?by=decade", "/charts/map?width=wide",
     "/charts/relation", "/charts/place", "/charts/place?event=none", "/map?show=Atlantis", "/api/charts/pie"],
)  # fmt: skip
def test_what_is_no_chart_is_told_in_words(reading: TestClient, path: str) -> None:
    answer = reading.get(path)
    assert 400 <= answer.status_code < 500
    assert "Traceback" not in answer.text


def test_a_timeline_keeps_its_state_in_its_address(reading: TestClient) -> None:
    page = reading.get("/timeline?kind=visit&since=2018&until=2018&by=month").text
    text = page[page.index('<nav class="steps"') :]  # above it is the button that drops every filter
    addresses = [
        parse_qs(found) for found in re.findall(r'class="button" href="\?([^"]*)"', text.replace("&amp;", "&"))
    ]
    assert {address["by"][0] for address in addresses if "by" in address} == {"year", "month", "day"}
    assert all(address["kind"] == ["visit"] for address in addresses)
    assert any(address.get("since", [""])[0] < "2018" for address in addresses)
    assert 'aria-current="true">months' in text


def test_undated_events_are_counted_and_reachable(reading: TestClient) -> None:
    told = read(reading, "/api/timeline")["undated"]
    assert told > 0
    assert f"{told} event" in reading.get("/timeline").text
    assert '/events?undated=1"' in reading.get("/timeline").text


def test_a_map_shows_what_is_asked_for(reading: TestClient) -> None:
    world, state = (read(reading, f"/charts/map.json?show={show}") for show in ("world", "Kazakhstan"))
    assert world["projection"]["type"] == "equalEarth"
    assert -80 < state["projection"]["rotate"][0] < -50
    assert "borders are as the data gives them" in reading.get("/map").text


def test_the_map_of_an_event_is_of_its_place_alone(reading: TestClient, sited: str) -> None:
    told = reading.get(f"/api/event/{sited}").json()["event"]
    (row,) = read(reading, f"/api/charts/place?event={sited}")["rows"]
    assert (row["name"], row["events"]) == (told["place"]["name"], 1)
    assert f'data-spec="/charts/place.json?event={sited}"' in reading.get(f"/event/{sited}").text


def test_an_address_without_changes_is_the_same() -> None:
    wanted, view = Wanted(kind="visit", since="2018"), View(by="month")
    assert query(wanted, view) == "?kind=visit&since=2018&by=month"
    assert query(wanted, view, by=None, since=None) == "?kind=visit"
