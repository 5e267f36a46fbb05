from __future__ import annotations

import pytest

from bilateral.errors import NotFound, UsageError
from bilateral.record import Record, queries
from bilateral.record.filters import Filters
from bilateral.record.queries import Listing
from tests.record.conftest import Articles

TEXTS = {
    "a": "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade.",
    "b": "On 2016-05 José Peña of MEX visited PAK with forty merchants.",
    "c": "On 2018-01-01 Ali Khan of PAK attacked IND (denied) with a long speech and a stick.",
    "d": "On some-day Wei Zhang of CHN visited RUS (planned) to see the ice of the lake.",
}


@pytest.fixture
def full(record: Record, articles: Articles) -> Record:
    record.add(articles(**TEXTS))
    return record


def listed(record: Record, **asked: object) -> list[str]:
    """The documents of the events that fit, in order."""
    return [event.evidence[0].document[0] for event in record.events(**asked)]  # type: ignore[arg-type]


def test_events_come_by_date_and_undated_ones_last(full: Record) -> None:
    assert listed(full) == ["b", "a", "c", "d"]


@pytest.mark.parametrize("pair", [("PAK", "RUS"), ("Russia", "Pakistan"), ("Pakistani", "russian")])
def test_states_are_given_as_code_name_or_demonym(full: Record, pair: tuple[str, str]) -> None:
    assert listed(full, between=pair) == ["a"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "attack"}, "c"),
        ({"kind": "visit", "status": "planned"}, "d"),
        ({"status": "denied"}, "c"),
        ({"since": "2017"}, "ac"),
        ({"until": "2017-10-02"}, "b"),
        ({"since": "2016-05-20", "until": "2016-05-21"}, "b"),
        ({"since": "2017-10-03", "until": "2017-10-03"}, "a"),
        ({"about": "jose pena"}, "b"),
        ({"about": "KHAN"}, "ac"),
        ({"about": "person:wei"}, "d"),
        ({"about": "100%"}, ""),
        ({"between": ("PAK", "IND"), "kind": "visit"}, ""),
        ({"min_confidence": 0.8}, "bacd"),
        ({"min_confidence": 0.81}, ""),
        ({"min_confidence": 0.5, "kind": "attack"}, "c"),
        ({"limit": 2, "offset": 1}, "ac"),
    ],
)
def test_filters(full: Record, asked: dict[str, object], found: str) -> None:
    assert "".join(listed(full, **asked)) == found
    assert "".join(m.evidence[0].document[0] for m in full.mentions(**asked)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"between": ("PAK", "Atlantis")}, "Atlantis"),
        ({"between": ("PAK", "Pakistan")}, "two states"),
        ({"kind": "party"}, "visit"),
        ({"kind": "other:party"}, "border"),
        ({"status": "maybe"}, "planned"),
        ({"since": "last week"}, "2017-10-03"),
    ],
)
def test_a_filter_that_is_none_is_told(full: Record, asked: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        listed(full, **asked)


def test_streams_tell_the_same_as_pages(full: Record) -> None:
    assert list(full.every_event()) == full.events()
    assert list(full.every_mention(kind="visit")) == full.mentions(kind="visit")


def test_an_event_is_found_by_the_beginning_of_its_id(full: Record) -> None:
    for event in full.events():
        assert full.event(event.id) == full.event(event.id[:12]) == event
    with pytest.raises(UsageError, match="several"):
        full.event("evt_")
    with pytest.raises(NotFound, match="bilateral events"):
        full.event("evt_xyz")
    with pytest.raises(NotFound):
        full.event("")


def test_an_id_that_was_merged_away_leads_to_the_event(record: Record, articles: Articles) -> None:
    record.add(articles(a="On 2017-10-03 Ali Khan of PAK visited RUS.", b="On 2017-12-24 Ali Khan of PAK visited RUS."))
    early, late = record.events()
    record.add(articles(a="Corrected: On 2017-12-24 Ali Khan of PAK visited RUS."))

    (event,) = record.events()
    assert {record.event(early.id).id, record.event(late.id).id} == {event.id}


def test_documents_by_id_and_name(full: Record) -> None:
    document = full.document("a.txt")
    assert full.document(document.id) == document
    assert full.text(document.id) == document.text
    with pytest.raises(NotFound, match="bilateral documents"):
        full.document("z.txt")
    with pytest.raises(NotFound):
        full.text("doc_0")


def test_a_name_of_two_documents_is_ambiguous(record: Record, articles: Articles) -> None:
    record.add(articles("one", a=TEXTS["a"]), articles("two", a=TEXTS["b"]))
    with pytest.raises(UsageError, match="several documents"):
        record.document("a.txt")


def test_info_counts(full: Record) -> None:
    info = full.info()
    assert (info.documents, info.mentions, info.events, info.claims) == (4, 4, 4, 0)
    assert (info.first, info.last) == ("2016-05-01", "2018-01-01")
    assert info.states[:2] == (("PAK", 3), ("RUS", 2))
    assert info.coders == (("fake/1.0", "no model"),)
    assert info.size > 0


def test_claims_have_their_words_and_are_filtered(record: Record, articles: Articles) -> None:
    record.add(articles(a="Omar of PAK fears IND more than rain.", b="Lena of DEU fears RUS in winter."))

    first, second = record.claims()
    assert (first.document, first.quote) == ("a.txt", "Omar of PAK fears IND more than rain.")
    assert record.claims(between=("Germany", "Russia")) == record.claims(about="lena") == [second]
    assert record.claims(kind="forecast") == record.claims(since="2016") == []
    with pytest.raises(UsageError, match="assessment"):
        record.claims(kind="visit")


def test_a_part_of_a_name_that_very_many_share_finds_the_same(full: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [listed(full, about=name) for name in ("khan", "rus", "person:", "nobody")]
    monkeypatch.setattr(queries, "FEW", 0)
    assert [listed(full, about=name) for name in ("khan", "rus", "person:", "nobody")] == few


ASKED = [
    Filters(),
    Filters(kind="visit"),
    Filters(status="planned"),
    Filters(between=("PAK", "RUS")),
    Filters(between=("PAK", "RUS"), kind="visit", since="2017-01-01"),
    Filters(since="2017-01-01"),
    Filters(until="2017-01-01"),
    Filters(kind="visit", since="2017-01-01"),
]


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize("listing", [queries.EVENTS, queries.MENTIONS])
@pytest.mark.parametrize("filters", ASKED)
def test_a_page_comes_in_the_order_of_an_index(full: Record, listing: Listing, filters: Filters) -> None:
    """Nothing is sorted and no table is read through, so that a page costs the same in a large record."""
    with full._store.read() as connection:
        query = queries.page_query(connection, listing, filters, queries.Window(100))
        compiled = query.compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert all("INDEX" in step or "PRIMARY KEY" in step for step in plan), plan
