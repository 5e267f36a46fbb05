"""Every format is read back by a reader of its own, and tells what the record does."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bilateral.export.gdelt import COLUMNS
from bilateral.export.headline import HAPPENED
from bilateral.knowledge import plover
from tests.export.reading import events, exported

OF_ALL = ["events", "mentions", "claims", "documents", "actors"]


@pytest.mark.parametrize("of", OF_ALL)
def test_parquet_has_the_rows_of_json_lines(ruled: Path, of: str) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
    table = pq.read_table(io.BytesIO(exported(ruled, "parquet", of)))
    lines = exported(ruled, "jsonl", of).splitlines()
    assert table.num_rows == len(lines) > 0


def test_parquet_is_as_nested_as_json_lines(ruled: Path) -> None:
    pl = pytest.importorskip("polars", reason="the extra `frames` is not installed")
    pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    frame = pl.read_parquet(io.BytesIO(exported(ruled, "parquet")))
    told = {one["id"]: one for one in map(json.loads, exported(ruled, "jsonl").splitlines())}
    for row in frame.iter_rows(named=True):
        one = told[row["id"]]
        assert (row["earliest"].isoformat() if row["earliest"] else None) == one["earliest"]
        assert [item["quote"] for item in row["evidence"]] == [item["quote"] for item in one["evidence"]]
        assert [who["actor"] for who in row["participants"]] == [who["actor"] for who in one["participants"]]
        assert row["plover"] == one["plover"]


def test_an_empty_record_has_the_same_parquet_columns(ruled: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
    full, none = (pq.read_schema(io.BytesIO(exported(ruled, "parquet", about=who))) for who in (None, "nobody at all"))
    assert full == none


def test_plover_json_keeps_lists_of_actors_and_marks_what_has_not_happened(ruled: Path) -> None:
    records = json.loads(exported(ruled, "plover"))
    known = events(ruled)
    assert {one["id"] for one in records} == set(known)
    for one in records:
        event = known[one["id"]]
        assert one["event"] in plover.event_types()
        assert one["quadCode"] in {1, 2, 3, 4}
        assert ("future" in one["mode"]) == (event.status in ("planned", "proposed"))
        assert all(set(who) <= {"code", "sector", "identifier", "actorText", "office"} for who in one["source"])
        assert [report["text"] for report in one["reports"]] == [item.quote for item in event.evidence]


def test_gdelt_rows_have_its_61_columns_and_tell_only_what_happened(ruled: Path) -> None:
    pl = pytest.importorskip("polars", reason="the extra `frames` is not installed")
    text = exported(ruled, "gdelt")
    frame = pl.read_csv(
        text.encode(), separator="\t", has_header=False, new_columns=list(COLUMNS), quote_char=None,
        infer_schema=False,
    )  # fmt: skip
    assert frame.width == 61
    assert frame["GLOBALEVENTID"].n_unique() == frame.height > 0
    assert frame["GLOBALEVENTID"].cast(pl.Int64).min() >= 0
    happened = [event for event in events(ruled).values() if event.status in HAPPENED]
    days = {event.earliest.replace("-", "") for event in happened if event.earliest and event.earliest == event.latest}
    assert set(frame["SQLDATE"].drop_nulls()) <= days
    assert set(frame["QuadClass"]) <= set("1234")
    assert {code[:2] for code in frame["EventCode"]} == set(frame["EventRootCode"])


def test_gdelt_makes_no_day_of_a_month(ruled: Path) -> None:
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in exported(ruled, "gdelt").splitlines()]
    vague = [row for row in rows if row["MonthYear"] and not row["SQLDATE"]]
    assert vague
    assert all(row["FractionDate"] == "" and row["Year"] == row["MonthYear"][:4] for row in vague)


def test_geojson_has_a_valid_feature_an_event(ruled: Path) -> None:
    geojson = pytest.importorskip("geojson", reason="its reader is not installed")
    told = geojson.loads(exported(ruled, "geojson"))
    assert told.is_valid, told.errors()
    known = events(ruled)
    assert [feature["id"] for feature in told["features"]] == list(known)
    placed = [feature for feature in told["features"] if feature["geometry"]]
    assert placed
    for feature in placed:
        place = known[feature["id"]].place
        assert place
        assert feature["geometry"]["coordinates"] == pytest.approx([place.lon, place.lat], abs=1e-5)


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_graph_has_states_and_an_edge_an_act(ruled: Path, format: str) -> None:
    networkx = pytest.importorskip("networkx")
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[format]
    graph = read(io.BytesIO(exported(ruled, format).encode()))
    assert graph.nodes["IDN"]["label"] == "Indonesia"
    assert graph.nodes["IDN"]["sort"] == "state"
    known = events(ruled)
    for a, b, told in graph.edges(data=True):
        event = known[told["event"]]
        assert {a, b} <= {p.country for p in event.participants}
        assert told["status"] == event.status
    between = [told for a, b, told in graph.edges(data=True) if {a, b} == {"IDN", "KAZ"}]
    assert len(between) > 5
    assert any(told["direction"] == "joint" for told in between)


def test_gexf_says_from_when_to_when(ruled: Path) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_gexf(io.BytesIO(exported(ruled, "gexf").encode()))
    dated = [told for *_, told in graph.edges(data=True) if "start" in told and "end" in told]
    assert dated
    assert all(told["start"] == told["earliest"] and told["end"] == told["latest"] for told in dated)


def test_a_calendar_has_no_entry_longer_than_a_month(ruled: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    text = exported(ruled, "ics")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    entries = icalendar.Calendar.from_ical(text).walk("VEVENT")
    known = events(ruled)
    assert entries
    for entry in entries:
        event = known[str(entry["UID"]).removesuffix("@bilateral")]
        assert entry.decoded("DTSTART").isoformat() == event.earliest
        assert 1 <= (entry.decoded("DTEND") - entry.decoded("DTSTART")).days <= 31
        if event.status in ("planned", "proposed"):
            assert entry["STATUS"] == "TENTATIVE"
            assert f"({event.status})" in entry["SUMMARY"]
        assert event.evidence[0].quote.split()[0] in entry["DESCRIPTION"]


def test_a_month_in_a_calendar_says_that_the_day_is_not_told(ruled: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    months = {id for id, event in events(ruled).items() if event.date and len(event.date) == len("2018-10")}
    entries = icalendar.Calendar.from_ical(exported(ruled, "ics")).walk("VEVENT")
    vague = [entry for entry in entries if str(entry["UID"]).removesuffix("@bilateral") in months]
    assert vague
    assert all("day not told" in entry["SUMMARY"] for entry in vague)


def test_bibtex_has_an_entry_a_document(ruled: Path) -> None:
    pybtex = pytest.importorskip("pybtex.database", reason="its reader is not installed")
    read = pybtex.parse_string(exported(ruled, "bibtex"), "bibtex")
    documents = [json.loads(line) for line in exported(ruled, "jsonl", "documents").splitlines()]
    assert len(read.entries) == len(documents)
    by_id = {entry.fields["note"].split(", doc")[-1].replace("\\_", "_"): entry for entry in read.entries.values()}
    for row in documents:
        entry = by_id[row["id"].removeprefix("doc")]
        assert entry.fields.get("date") == row["published"]
        assert entry.fields.get("url") == row["url"]
        assert entry.type == ("article" if row["source"] else "misc")


def test_json_ld_leads_from_every_event_to_the_words_of_its_documents(ruled: Path) -> None:
    rdflib = pytest.importorskip("rdflib", reason="its reader is not installed")
    graph = rdflib.Graph().parse(data=exported(ruled, "jsonld"), format="json-ld")
    found = graph.query(
        """
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        SELECT ?event ?words ?document ?coder WHERE {
            ?event a sem:Event ; prov:wasDerivedFrom ?report .
            ?report prov:wasDerivedFrom ?quote ; prov:wasGeneratedBy/prov:wasAssociatedWith ?coder .
            ?quote prov:wasQuotedFrom ?document ; oa:hasSelector/oa:exact ?words .
        }"""
    )
    told = {(str(row.event), str(row.words), str(row.document)) for row in found}
    known = events(ruled).values()
    wanted = {
        (f"urn:bilateral:{event.id}", item.quote, f"urn:bilateral:{item.document_id}")
        for event in known
        for item in event.evidence
    }
    assert told == wanted
    assert {str(row.coder) for row in found} == {"urn:bilateral:coder:rules/1.0"}


def test_timeline_dates_are_as_exact_as_told(ruled: Path) -> None:
    slides: list[dict[str, Any]] = json.loads(exported(ruled, "timeline"))["events"]
    known = events(ruled)
    assert {slide["unique_id"] for slide in slides} == {id for id, e in known.items() if e.earliest or e.latest}
    for slide in slides:
        date = known[slide["unique_id"]].date or ""
        if date.count("-") < 2 and "/" not in date and date.isdigit():
            assert slide["start_date"] == {"year": int(date)}
        assert "<script" not in slide["text"]["text"]
        assert slide["text"]["headline"]
