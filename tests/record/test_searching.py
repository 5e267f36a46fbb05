"""Words are found, whatever signs stand around them; nothing a user types is syntax."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilateral.errors import UsageError
from bilateral.record import Record
from bilateral.record.snippets import snippet
from bilateral.record.terms import plain, terms, words
from tests.record.conftest import Articles

TEXTS = {
    "a": "On 2017-10-03 Ali Khan of PAK visited RUS. Four Mi-35M helicopters were delivered in Quetta. Café talk.",
    "b": "The U.S. will deliver one Mi-35 helicopter. Orlov of RUS fears PAK may deliver helicopters late.",
    "c": "A delivery of helicopter parts, thirty-five of them. OR, AND, NOT and NEAR are words too.",
}


@pytest.fixture
def full(record: Record, articles: Articles) -> Record:
    record.add(articles(**TEXTS))
    return record


def documents(record: Record, query: str) -> str:
    return "".join(sorted(hit.document[0] for hit in record.search(query, of="documents")))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("helicopters delivered", "ab"),
        ("HELICOPTER", "abc"),
        ("Mi-35", "b"),
        ("mi-35m", "a"),
        ("U.S.", "b"),
        ('"helicopters were delivered"', "a"),
        ('"delivered helicopters', "ab"),
        ('an "unclosed helicopter', ""),
        ("cafe", "a"),
        ("OR AND NOT", "c"),
        ("NEAR(words, 2)", ""),
        ("words*", "c"),
        ("owner:words", ""),
        ("'; DROP TABLE sought; --", ""),
        ("“helicopter parts”", "c"),
    ],
)
def test_queries(full: Record, query: str, found: str) -> None:
    assert documents(full, query) == found


def test_events_and_claims_are_found_by_their_words(full: Record) -> None:
    (event,) = full.search("Khan visited Russia", of="events")
    assert event.id == full.events()[0].id
    assert event.snippet == "On 2017-10-03 Ali «Khan» of PAK «visited» RUS."
    (claim,) = full.search("Orlov fears", of="claims")
    assert (claim.sort, claim.document) == ("claim", "b.txt")
    assert {hit.sort for hit in full.search("pak")} == {"document", "event", "claim"}
    assert len(full.search("pak", limit=1)) == 1


def test_old_versions_are_not_found(full: Record, articles: Articles) -> None:
    full.add(articles(b="Nothing of note."))

    assert documents(full, "helicopter") == "ac"
    assert full.search("fears") == []
    assert documents(full, "note") == "b"


def test_no_word_at_all(full: Record) -> None:
    for query in ("", '""', "?!", '"'):
        with pytest.raises(UsageError, match="no word"):
            full.search(query)
    with pytest.raises(UsageError, match="there are"):
        full.search("word", of="papers")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_any_text_is_a_query(full: Record, query: str) -> None:
    try:
        found = full.search(query)
    except UsageError:
        assert terms_of(query) == []
    else:
        assert all(hit.snippet for hit in found)


def terms_of(query: str) -> list[str]:
    return words(query)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deliver", "delivered"),
        ("treaty", "treaties"),
        ("provide", "providing"),
        ("stop", "stopped"),
        ("visit", "visits"),
    ],
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("state", "station"), ("king", "kin"), ("news", "newt"), ("mass", "mas")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_a_snippet_is_the_stretch_with_most_words() -> None:
    text = "Trade was low. " * 30 + "In May trade with Peru rose and the trade treaty was signed. " + "Rain fell. " * 30
    shown = snippet(text, terms("trade treaty peru"))

    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "«trade» with «Peru» rose and the «trade» «treaty»" in shown
    assert len(shown) < 260
