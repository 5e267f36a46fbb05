"""Furniture is cut and kept; sentences of the article stay."""

from __future__ import annotations

import pytest
from bench.cleaning.measure import PAGES, measured
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.documents import from_text
from bilateral.documents.cleaning import clean
from bilateral.documents.normalise import normalise
from bilateral.types.document import Cut

BODY = (
    "Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials said.",
    "The foreign ministers of the two countries had talked for four hours before the signing.",
    "Patrols will begin in May at three posts, and a joint command will sit in Moyale.",
)


def rebuilt(text: str, cuts: tuple[Cut, ...]) -> str:
    """The whole that text and cuts were, white space aside."""
    for cut in reversed(cuts):
        text = text[: cut.offset] + cut.text + text[cut.offset :]
    return "".join(text.split())


def cleaned(*lines: str) -> list[str]:
    return clean("\n\n".join(lines))[0].split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Read more: Traders hope for quieter nights",
        "Also read: Traders hope for quieter nights",
        "RELATED: Why the market closed",
        "Share this:",
        "Advertisement",
        "Sign up for our newsletter",
        "We use cookies to give you the best experience on our website.",
        "Photo: Reuters",
        "Soldiers at the post near Moyale. (AP Photo/Jane Doe)",
        "© 2021 The Gazette. All rights reserved.",
        "The writer is a lecturer at the University of Nairobi",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Tags: Kenya, Ethiopia",
        "▶",
    ],
)
def test_furniture_between_paragraphs_is_cut(line: str) -> None:
    assert cleaned(BODY[0], BODY[1], line, BODY[2]) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices in Nairobi rose after the signing.",
        "Read in full, the accord says nothing about trade.",
        "Subscribe to the plan or leave: that was the choice Ethiopia was given.",
        "Watch towers will be built on both sides of the border.",
        "Copyright law is not part of the accord.",
        "The authors of the accord left out the lake.",
        "The writer was arrested in Addis Ababa on Monday and later expelled to Kenya.",
        "Comments by the minister angered Somalia.",
        '"We will see what comes of it..."',
        "Nobody knows what comes next...",
        "Photographs of the signing were shown to both parliaments.",
        "Follow-up talks are planned in June.",
        "What next?",
        "A way out",
        "The opinions expressed by the delegates differed.",
        "Related talks on water failed in 2019.",
    ],
)
def test_sentences_and_headings_stay(line: str) -> None:
    assert cleaned(BODY[0], BODY[1], line, BODY[2]) == [BODY[0], BODY[1], line, BODY[2]]


def test_glued_furniture_is_taken_off() -> None:
    text, cuts = clean(BODY[0] + "Leave a Comment")
    assert text == BODY[0] and cuts == (Cut(len(BODY[0]), "Leave a Comment", cuts[0].reason),)


def test_a_run_of_truncated_lines_is_cut_and_one_alone_stays() -> None:
    teasers = [f"The town council of place number {n} has met to talk about…" for n in range(3)]
    assert cleaned(*BODY, *teasers) == list(BODY)
    assert cleaned(*BODY, teasers[0]) == [*BODY, teasers[0]]


def test_a_list_that_the_article_announces_stays() -> None:
    lines = [*BODY, "The posts that will be manned from the first of May are:", "Moyale", "Mandera", "Turkana"]
    assert cleaned(*lines) == lines


def test_a_pull_quote_is_cut_and_the_running_text_stays() -> None:
    pull = "Patrols will begin in May at three posts"
    assert cleaned(BODY[0], pull, BODY[1], BODY[2]) == list(BODY)


def test_a_sentence_like_another_but_for_a_number_stays() -> None:
    lines = [
        "Kenya and Ethiopia held a joint exercise near the town of Moyale in 2016.",
        "Kenya and Ethiopia held a joint exercise near the town of Moyale in 2017, and a larger one a year later.",
    ]
    assert cleaned(*lines) == lines


def test_comments_are_cut_to_the_end() -> None:
    body = BODY * 2
    lines = ["2 Comments", "Amina says:", "This should have happened years ago, if you ask me.", "Reply"]
    text, cuts = clean("\n".join((*BODY, "It takes effect at once, said both. " * 5, *lines)))
    assert [cut.reason for cut in cuts] == ["comment"] and "years ago" not in text
    assert cleaned("2 Comments", *body)[0] == BODY[0]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Kenya and Ethiopia signed a border accord\nin Nairobi on Tuesday, and it is to\ntake effect in May this year."
    )
    assert clean(text)[0] == " ".join(text.split())


def test_furniture_alone_is_shown_as_it_is() -> None:
    assert clean("Leave a Reply") == ("Leave a Reply", ())


def test_hidden_characters_go_and_words_stay() -> None:
    raw = "\ufeffPakistan\u00a0and\u200b Rus\u00adsia\r\nmet\x00\u202e in\tMoscow.\r"
    assert normalise(raw) == "Pakistan and Russia\nmet in Moscow."


def test_a_cut_stands_where_the_furniture_stood() -> None:
    document = from_text("\n\n".join((BODY[0], "Read more: Other news today", BODY[1])))
    [cut] = document.cuts
    assert document.text[: cut.offset] == BODY[0] and document.text[cut.offset :].strip() == BODY[1]


def test_made_pages_keep_the_article_and_lose_the_furniture() -> None:
    kept, cut = measured(sorted(PAGES.glob("*.txt")))
    assert kept >= 0.995 and cut >= 0.97


PIECES = st.sampled_from(
    [*BODY, "Leave a Reply", "Read more:", "Share", "Reply", "Amina says:", "More…", "|", "*", "", "…", "12:30"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=40), max_size=25).map("\n".join) | st.text(max_size=400))
def test_text_and_cuts_hold_every_character(raw: str) -> None:
    text = normalise(raw)
    kept, cuts = clean(text)
    assert rebuilt(kept, cuts) == "".join(text.split())
    assert all(0 <= cut.offset <= len(kept) for cut in cuts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_normalising_twice_changes_nothing(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    from tests.documents.helpers import read

    folder = tmp_path_factory.mktemp("any")
    for ending in ("txt", "md", "html", "jsonl"):
        (folder / f"a.{ending}").write_bytes(data)
    assert len(read(folder)) >= 4
