from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bilateral import coding
from bilateral.errors import UsageError
from bilateral.export import FORMATS, KINDS_OF_ROWS, event_object, format_of, rows, write
from bilateral.record import Record, open_record
from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.event import Conflict, ConflictValue, Event, Evidence
from bilateral.types.mention import Plover
from bilateral.types.span import Span
from tests.record.fake import FakeCoder

EVENT = Event(
    id="evt_1",
    kind="visit",
    plover=Plover("AGREE", None, ("military",)),
    score=-2.5,
    participants=(
        Participant("person:ana-ruiz", "Ana Ruiz", "ESP", "MIL", "Admiral", "visitor", "actor"),
        Participant("person:jan-bos", "Jan Bos", "NLD", "GOV", None, "host", "recipient", inferred=True),
    ),
    date="2019-05",
    earliest="2019-05-01",
    latest="2019-05-31",
    place=Place("Delft", "NLD", 2757345, 52.01, 4.36),
    status="planned",
    details={"title": "Harbour talks", "party": ["a", "b"]},
    confidence=0.8,
    evidence=(
        Evidence("a.txt", "doc_1", "Gazette", "2019-04-30", 4, 18, "Ana will visit",
                 Speaker("Bos", "person:bos", "Mayor"),
                 "planned", "2019-05", "mtn_1", "rules/1.0", {"date": (Span(9, 12),)}),
    ),
    conflicts=(Conflict("date", (ConflictValue("2019-05", (0,)), ConflictValue("2019-06", (1, 2))), "misprint"),),
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    coding.register("fake", FakeCoder)
    monkeypatch.setattr(coding, "model_version", lambda _: "no model")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "On 2017-10-03 Ali Khan of PAK visited RUS, with “friends”.\nOmar of PAK fears IND.\n"
    )
    (folder / "b.txt").write_text("=Today= On 2017-10-03 Ali Khan of PAK visited RUS once more in the rain.\n")
    (folder / "c.txt").write_text("On 2018 Wei Li of CHN attacked IND (denied) near the lake.\n")
    with open_record(tmp_path / "record.db", settings={"coder": "fake"}) as opened:
        opened.add(folder)
        yield opened


def written(record: Record, format: str, of: str | None = None, **asked: object) -> str:
    out = io.StringIO(newline="")
    write(record, format, of, out, **asked)  # type: ignore[arg-type]
    return out.getvalue()


def objects(record: Record, of: str, **asked: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in written(record, "jsonl", of, **asked).splitlines()]


def test_an_event_has_the_keys_of_the_contract_in_their_order() -> None:
    told = event_object(EVENT)

    assert " ".join(told) == (
        "id kind plover score participants date earliest latest place status details confidence evidence conflicts"
    )
    assert told["plover"] == {"event": "AGREE", "mode": None, "contexts": ["military"]}
    first, second = told["participants"]
    assert list(first) == ["actor", "name", "country", "sector", "office", "role", "side"]
    assert second["inferred"] is True
    assert list(told["place"]) == ["name", "country", "geonameid", "lat", "lon"]
    assert " ".join(told["evidence"][0]) == (
        "document source published start end quote attributed_to status date mention coder fields"
    )
    assert told["evidence"][0]["attributed_to"] == {"name": "Bos", "office": "Mayor"}
    assert told["evidence"][0]["fields"] == {"date": [[9, 12]]}
    assert told["conflicts"] == [
        {
            "field": "date",
            "values": [{"value": "2019-05", "evidence": [0]}, {"value": "2019-06", "evidence": [1, 2]}],
            "note": "misprint",
        }
    ]
    assert list(told["details"]) == ["party", "title"]


def test_what_is_not_known_is_null() -> None:
    told = event_object(replace(EVENT, place=None, date=None, earliest=None, latest=None, conflicts=()))

    assert (told["place"], told["date"], told["earliest"], told["conflicts"]) == (None, None, None, [])


@pytest.mark.parametrize(
    ("format", "of"), [(name, of) for name, form in FORMATS.items() if not form.binary for of in form.of]
)
def test_an_export_is_the_same_each_time(record: Record, format: str, of: str) -> None:
    assert written(record, format, of) == written(record, format, of) != ""


@pytest.mark.parametrize("format", ["plover", "gdelt", "geojson", "graphml", "gexf", "ics", "jsonld", "timeline"])
def test_a_format_for_events_holds_nothing_else(record: Record, format: str) -> None:
    with pytest.raises(UsageError, match="not claims"):
        written(record, format, "claims")


def test_what_to_write_need_not_be_said(record: Record) -> None:
    assert written(record, "csv") == written(record, "csv", "events")
    assert written(record, "bibtex") == written(record, "bibtex", "documents")


@pytest.mark.parametrize(
    ("name", "format"), [("a/B.GeoJSON", "geojson"), ("x.plover.json", "plover"), ("x.json", None), ("events", None)]
)
def test_the_ending_of_a_file_tells_its_format(name: str, format: str | None) -> None:
    assert format_of(name) == format


def test_events_and_mentions(record: Record) -> None:
    visit, attack = objects(record, "events")

    assert [item["document"] for item in visit["evidence"]] == ["a.txt", "b.txt"]  # type: ignore[attr-defined]
    assert attack["status"] == "denied"
    mentions = objects(record, "mentions")
    assert len(mentions) == 3
    assert all(str(mention["id"]).startswith("mtn_") and list(mention) == list(visit) for mention in mentions)


def test_filters_and_limit(record: Record) -> None:
    assert len(objects(record, "events", kind="attack", between=("China", "IND"))) == 1
    assert len(objects(record, "mentions", limit=2)) == 2
    assert [row["name"] for row in objects(record, "documents", status="denied")] == ["c.txt"]
    assert objects(record, "actors", about="wei li", limit=1)[0]["mentions"] == 1


def test_claims_documents_and_actors(record: Record) -> None:
    (claim,) = objects(record, "claims")
    assert " ".join(claim) == "id document kind speaker about date start end quote"
    assert claim["speaker"] == {"actor": "person:omar", "name": "Omar", "office": None, "country": "PAK"}
    assert claim["quote"] == "Omar of PAK fears IND."
    assert [row["mentions"] for row in objects(record, "documents")] == [1, 1, 1]
    actors = {row["actor"]: row for row in objects(record, "actors")}
    assert (actors["person:ali-khan"]["mentions"], actors["person:ali-khan"]["first"]) == (2, "2017-10-03")


def test_csv_has_one_row_an_event_and_readable_words(record: Record) -> None:
    visit, attack = csv.DictReader(io.StringIO(written(record, "csv", "events")))

    assert (visit["actors"], visit["recipients"], visit["countries"]) == ("Ali Khan (PAK)", "RUS", "PAK; RUS")
    assert visit["documents"] == "2"
    assert "a.txt: “On 2017-10-03 Ali Khan of PAK visited RUS, with “friends”.”" in visit["evidence"]
    assert attack["score"] == "-9.5"


@pytest.mark.parametrize("of", KINDS_OF_ROWS)
def test_csv_has_its_columns_also_without_rows(tmp_path: Path, record: Record, of: str) -> None:
    with open_record(tmp_path / "empty.db") as empty:
        assert written(empty, "csv", of).splitlines()[0] == written(record, "csv", of).splitlines()[0]
    assert written(record, "csv", of).count("\n") > 1


@pytest.mark.parametrize("cell", ["=1+1", "+3", "-3 soldiers", "@sum", "\tx"])
def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(cell: str) -> None:
    assert rows.safe(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    assert [rows.safe(cell) for cell in ("a=b", "", None, -2.5)] == ["a=b", "", None, -2.5]


def test_csv_marks_formulas(record: Record) -> None:
    told = event_object(replace(EVENT, participants=(replace(EVENT.participants[0], name="=cmd()"),)))
    assert str(rows.safe(rows.event_row(told)["actors"])).startswith("'=")


@pytest.mark.parametrize(("format", "of"), [("yaml", "events"), ("csv", "wishes")])
def test_an_unknown_format_or_kind_is_told(record: Record, format: str, of: str) -> None:
    with pytest.raises(UsageError, match="there are"):
        written(record, format, of)
