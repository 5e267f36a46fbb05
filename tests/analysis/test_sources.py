from __future__ import annotations

from bilateral.analysis.sources import independent
from tests.analysis.making import report

LONG = "The two ministers signed the memorandum on defence cooperation in Lima on Monday, an official said."


def test_a_newspaper_counts_once() -> None:
    assert independent([report("A", "One thing."), report("A", "Another thing.")]) == ("A",)


def test_printed_words_of_another_are_not_a_second_source() -> None:
    first, copy = report("Agency", LONG, published="2019-01-01"), report("Paper", LONG.upper(), published="2019-01-02")
    assert independent([copy, first]) == ("Agency",)


def test_copies_of_an_article_are_one_source_whatever_each_quotes() -> None:
    first = report("Agency", "The ministers met.", published="2019-01-01", family="doc_a")
    copy = report("Paper", "They met in Lima.", published="2019-01-02", family="doc_a")
    assert independent([copy, first]) == ("Agency",)
    own = report("Paper", "Our reporter saw them meet.", published="2019-01-03")
    assert independent([copy, first, own]) == ("Agency", "Paper")


def test_few_words_may_agree_by_chance() -> None:
    assert set(independent([report("A", "They met in Lima."), report("B", "They met in Lima.")])) == {"A", "B"}


def test_who_copies_and_adds_nothing_of_their_own_never_leaves_an_event_without_source() -> None:
    assert independent([report("A", LONG), report("A", LONG)]) == ("A",)
    assert independent([]) == ()
