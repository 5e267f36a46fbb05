from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from bilateral.analysis.notes import Note
from bilateral.errors import UsageError
from bilateral.record import open_record
from bilateral.views.brief import Brief, Line, Section, compose, docx, html, markdown, pdf

NASTY = 'A <script>alert(1)</script> & [link](x) *b* _i_ `c` #1 \\ "q" $x$ </li>'
MADE = Brief(
    "Peru and Chile",
    "1 event",
    [Section("Where the relation stands", [Line(NASTY, (1,), "2019")])],
    [Note("a.txt", "Daily <b>News</b>", "2019-03-02", "doc_a", 0, 9, NASTY)],
    None,
    "Made from templates.",
)


@pytest.fixture(scope="module")
def brief(ruled: Path) -> Brief:
    with open_record(ruled) as record:
        return compose(record, {"between": ("IDN", "KAZ")})


def test_every_sentence_rests_on_words_of_a_document(brief: Brief, ruled: Path) -> None:
    lines = [line for section in brief.sections for line in section.lines]
    assert len(lines) > 15
    assert all(line.notes for line in lines)
    assert {number for line in lines for number in line.notes} == set(range(1, len(brief.notes) + 1))
    with open_record(ruled) as record:
        for note in brief.notes:
            assert record.text(note.document_id)[note.start : note.end] == note.quote


def test_the_sections_a_reader_looks_for(brief: Brief) -> None:
    titles = [section.title for section in brief.sections]
    assert titles[0] == "Where the relation stands"
    assert {"What is new", "What is planned", "On what the reports differ", "Who speaks how", "Chronology"} <= set(
        titles
    )


def test_both_sides_of_a_dispute(brief: Brief) -> None:
    told = next(section for section in brief.sections if section.title == "On what the reports differ")
    assert any("36" in line.text and "40" in line.text and len(line.notes) == 2 for line in told.lines)


def test_the_same_record_gives_the_same_page(brief: Brief, ruled: Path) -> None:
    with open_record(ruled) as record:
        again = compose(record, {"between": ("IDN", "KAZ")})
    assert html.page(again) == html.page(brief)


def test_what_was_before_is_left_out(ruled: Path) -> None:
    with open_record(ruled) as record:
        late = compose(record, {"between": ("IDN", "KAZ"), "since": "2019"})
    chronology = next(section for section in late.sections if section.title == "Chronology")
    assert all("2019" in (line.head or "") for line in chronology.lines)


def test_a_briefing_is_of_two_states(ruled: Path) -> None:
    with open_record(ruled) as record, pytest.raises(UsageError, match="between"):
        compose(record, {})


def test_a_page_whose_notes_are_there_and_that_loads_nothing(brief: Brief) -> None:
    page = lxml_html.document_fromstring(html.page(brief))
    ids = set(page.xpath("//@id"))
    assert {target[1:] for target in page.xpath("//sup/a/@href")} <= ids
    assert page.xpath("//figure/*[local-name()='svg']")
    assert not page.xpath("//script | //link | //img | //*[@src]")


def test_words_of_articles_are_no_markup_in_a_page() -> None:
    page = lxml_html.document_fromstring(html.page(MADE))
    assert not page.xpath("//script")
    assert NASTY in page.xpath("string(//section[1])")


def test_words_of_articles_are_no_marks_in_markdown() -> None:
    tokens = MarkdownIt().parse(markdown.text(MADE))
    inline = next(token for token in tokens if token.type == "inline" and "script" in token.content)
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    assert NASTY in "".join(child.content for child in inline.children or [])


def test_every_mark_in_markdown_has_its_note(brief: Brief) -> None:
    text = markdown.text(brief, "figure.svg")
    assert all(f"\n[^{number}]: " in text for number in range(1, len(brief.notes) + 1))
    assert "](<figure.svg>)" in text


@pytest.mark.parametrize("written", [MADE, replace(MADE, title="=1+1")])
def test_a_document_for_word_reads_back(written: Brief) -> None:
    reader = pytest.importorskip("docx")
    told = [paragraph.text for paragraph in reader.Document(BytesIO(docx.document(written))).paragraphs]
    assert told[0] == written.title
    assert any(NASTY in paragraph for paragraph in told)


def test_a_document_for_print_holds_words_and_chart(brief: Brief) -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    pages = pypdf.PdfReader(BytesIO(pdf.document(brief))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 1 <= len(pages) <= 3
    assert brief.sections[0].lines[0].text[:40] in text
    assert "<script>alert(1)</script>" in pypdf.PdfReader(BytesIO(pdf.document(MADE))).pages[0].extract_text()
