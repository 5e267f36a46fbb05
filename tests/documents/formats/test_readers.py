"""Each reader gives the words and what the file tells of them, whatever the file is called."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import zipfile
from pathlib import Path

import pytest
from bench.readers import made, pdfs
from bench.readers.made import ACCORD, VISIT

from bilateral.errors import ExtraMissing
from bilateral.types.document import Document
from tests.documents.helpers import documents, errors, only, read

WHOLE = {
    "docx": made.docx(ACCORD),
    "odt": made.odt(ACCORD),
    "rtf": made.rtf("\n\n".join(ACCORD), ACCORD[0]),
    "eml": made.mail(ACCORD),
    "html": made.page(ACCORD).encode(),
    "pdf": pdfs.pdf([pdfs.column(ACCORD[1], 50, 780, 90)]),
}


def words(text: str) -> list[str]:
    return text.split()


def holds(document: Document, article: made.Article) -> bool:
    """Whether every paragraph of the article stands in the document, in its order."""
    squeezed = " ".join(words(document.text))
    places = [squeezed.find(" ".join(words(text))) for text in made.paragraphs(article)]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("format", WHOLE)
@pytest.mark.parametrize("ending", ["own", "txt", "pdf", "none"])
def test_the_content_decides_and_not_the_name(tmp_path: Path, format: str, ending: str) -> None:
    name = {"own": f"a.{format}", "none": "a"}.get(ending, f"a.{ending}")
    (tmp_path / name).write_bytes(WHOLE[format])
    document = only(tmp_path)
    assert document.format == format
    assert holds(document, ACCORD)


@pytest.mark.parametrize("format", ["docx", "odt", "rtf", "pdf"])
def test_the_day_a_file_was_made_is_kept_and_not_taken_for_its_date(tmp_path: Path, format: str) -> None:
    data = WHOLE[format]
    if format == "pdf":
        data = pdfs.pdf([pdfs.column(ACCORD[1], 50, 780, 90)], "/CreationDate (D:20210309080000Z) /Title (x.doc)")
    (tmp_path / f"a.{format}").write_bytes(data)
    document = only(tmp_path)
    assert document.published is None
    assert [(one.value, one.origin, one.certainty) for one in document.tellings if one.field == "published"] == [
        ("2021-03-09", "file", "weak")
    ]
    assert document.title in (ACCORD[0], None)


def test_a_deleted_word_and_a_note_are_not_the_article(tmp_path: Path) -> None:
    extra = (
        "<w:p><w:r><w:t>The border</w:t></w:r><w:del><w:r><w:delText> war</w:delText></w:r></w:del>"
        "<w:r><w:tab/><w:t>is quiet.</w:t></w:r></w:p>"
    )
    (tmp_path / "a.docx").write_bytes(made.docx(ACCORD, extra))
    assert only(tmp_path).text.endswith("The border is quiet.")


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = made.paragraphs(ACCORD)[0] + " " + made.paragraphs(ACCORD)[1], VISIT[1]
    page = [(50.0, 800.0, 18.0, "Two stories of the day"), *pdfs.column(left, 50, 760), *pdfs.column(right, 310, 760)]
    (tmp_path / "a.pdf").write_bytes(pdfs.pdf([page]))
    text = only(tmp_path).text
    assert text.startswith("Two stories of the day")
    squeezed = " ".join(words(text))
    assert left in squeezed
    assert all(paragraph in squeezed for paragraph in made.paragraphs(VISIT))
    assert squeezed.index(left) < squeezed.index(made.paragraphs(VISIT)[0])


def test_running_heads_are_kept_aside_and_parted_words_made_whole(tmp_path: Path) -> None:
    pages = [
        [
            (50.0, 820.0, 8.0, f"The Harbour Weekly, 2 March 2021, page {number}"),
            (50.0, 700.0, 10.0, f"{story} says that the two minis-"),
            (50.0, 688.0, 10.0, f"ters signed a paper of some weight in the town of {story}."),
            (290.0, 30.0, 8.0, str(number)),
        ]
        for number, story in enumerate(["Moss", "Horten", "Bodo", "Vardo"], 1)
    ]
    (tmp_path / "a.pdf").write_bytes(pdfs.pdf(pages))
    document = only(tmp_path)
    assert document.text.count("the two ministers signed") == 4
    assert "Weekly" not in document.text
    assert any("Harbour Weekly" in cut.text and cut.reason == "running head" for cut in document.cuts)


def test_a_pdf_without_letters_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdfs.pdf([[]]))
    [error] = errors(tmp_path)
    assert "OCR" in error.reason


def test_a_message_is_dated_by_its_head_and_what_is_attached_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(made.mail(ACCORD, {"visit.docx": made.docx(VISIT), "logo.png": b"\x89PNG"}))
    message, attached = documents(tmp_path)
    assert (message.title, message.source, message.published) == (ACCORD[0], "Harbour Wire", "2021-03-02")
    assert message.certainty == "likely"
    assert attached.name == "a.eml/visit.docx"
    assert holds(attached, VISIT)


def test_a_message_attached_to_another_is_read(tmp_path: Path) -> None:
    inner = made.mail(ACCORD).decode()
    head = "From: b@c\nDate: Tue, 09 Mar 2021 09:30:00 +0300\nMessage-ID: <1@c>\nMIME-Version: 1.0\n"
    parts = ("text/plain\n\nSee below.", f"message/rfc822\n\n{inner}")
    body = "".join(f"--b\nContent-Type: {part}\n" for part in parts)
    (tmp_path / "a.eml").write_text(f"{head}Content-Type: multipart/mixed; boundary=b\n\n{body}--b--\n")
    _, document = documents(tmp_path)
    assert (document.name, document.title) == ("a.eml/message1.eml", ACCORD[0])


@pytest.mark.parametrize("quoted", ["", "> "])
def test_a_message_that_passes_one_on_is_the_one_passed_on(tmp_path: Path, quoted: str) -> None:
    passed = (
        "From: The Gazette <news@gazette.example>\nDate: Tue, Mar 2, 2021 at 9:00 AM\n"
        f"Subject: {ACCORD[0]}\nTo: <b@c>\n\n{ACCORD[1]}"
    )
    body = "For the file.\n\n---------- Forwarded message ---------\n" + "".join(
        f"{quoted}{line}\n" for line in passed.split("\n")
    )
    (tmp_path / "a.eml").write_bytes(made.mail(("Fwd: see this", body)).replace(b"02 Mar 2021", b"09 Mar 2021"))
    document = only(tmp_path)
    assert (document.title, document.source, document.published) == (ACCORD[0], "The Gazette", "2021-03-02")
    assert holds(document, ACCORD) and "Forwarded" not in document.text
    assert [cut.text for cut in document.cuts] == ["For the file."]
    assert ("2021-03-09", "weak") in [(one.value, one.certainty) for one in document.tellings]


def test_a_message_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(made.mail(ACCORD, html=True))
    document = only(tmp_path)
    assert holds(document, ACCORD)
    assert "<p>" not in document.text


def test_each_message_of_a_mailbox_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "wire").write_bytes(made.mbox([ACCORD, VISIT]))
    found = documents(tmp_path)
    assert [document.name for document in found] == ["wire#1", "wire#2"]
    assert holds(found[0], ACCORD)
    assert holds(found[1], VISIT)


def test_the_same_message_alone_and_in_a_mailbox_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(made.mail(ACCORD) + b"\n\n")
    (tmp_path / "b.mbox").write_bytes(made.mbox([ACCORD]))
    one, other = documents(tmp_path)
    assert one.id == other.id


def test_each_chapter_of_a_book_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_bytes(made.epub([ACCORD, ("Contents", "One page."), VISIT]))
    found = documents(tmp_path)
    assert [document.name for document in found] == ["a.epub#c1.xhtml", "a.epub#c3.xhtml"]
    assert [document.title for document in found] == [ACCORD[0], VISIT[0]]
    assert found[0].published == "2021-03-02"
    assert found[0].source == "The Harbour Weekly"


def test_a_book_dated_the_day_it_was_made_has_no_date_of_publication(tmp_path: Path) -> None:
    data = made.epub([ACCORD])
    (tmp_path / "a.epub").write_bytes(data)
    assert only(tmp_path).published is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    day = only(tmp_path).published
    changed = f'<meta property="dcterms:modified">{day}T10:00:00Z</meta></metadata>'.encode()
    parts["OEBPS/book.opf"] = bytes(parts["OEBPS/book.opf"]).replace(b"</metadata>", changed)  # type: ignore[arg-type]
    (tmp_path / "a.epub").write_bytes(made.zipped(parts))
    assert only(tmp_path).published is None


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_gives_its_pages_by_their_addresses(tmp_path: Path, packed: bool) -> None:
    data = made.warc(
        [
            ("https://g.example/2021/03/02/accord", "text/html; charset=utf-8", made.page(ACCORD).encode()),
            ("https://g.example/logo.png", "image/png", b"\x89PNG" + bytes(50)),
            ("https://g.example/visit.docx", "application/octet-stream", made.docx(VISIT)),
        ],
        packed,
    )
    (tmp_path / ("a.warc.gz" if packed else "a.warc")).write_bytes(data)
    first, second = documents(tmp_path)
    assert first.name.endswith("#https://g.example/2021/03/02/accord")
    assert first.url == "https://g.example/2021/03/02/accord"
    assert holds(first, ACCORD)
    assert holds(second, VISIT)
    assert {first.published, second.published} == {None}  # the day of the crawl is no date of publication


def test_an_archive_is_read_as_a_folder_is_with_its_manifest(tmp_path: Path) -> None:
    parts: dict[str, bytes | str] = {
        "news/b.txt": VISIT[1],
        "news/a.html": made.page(ACCORD),
        "news/manifest.csv": "file,published,source\na.html,2021-03-02,The Gazette\n",
        "news/rows.jsonl": '{"id": "r1", "text": "Oman and Yemen signed a fishing accord in Muscat on Sunday."}\n',
        "__MACOSX/._a.txt": "x",
        "logo.png": b"\x89PNG",
    }
    (tmp_path / "a.zip").write_bytes(made.zipped(parts))
    (tmp_path / "b.tar").write_bytes(made.taped(parts))
    (tmp_path / "c.tar.gz").write_bytes(made.taped(parts, "w:gz"))
    found = documents(tmp_path)
    assert [document.name for document in found] == [
        *("a.zip/news/a.html", "a.zip/news/b.txt", "r1"),
        *("b.tar/news/a.html", "b.tar/news/b.txt", "r1"),
        *("c.tar.gz/news/a.html", "c.tar.gz/news/b.txt", "r1"),
    ]
    assert (found[0].published, found[0].source) == ("2021-03-02", "The Gazette")
    assert len({document.id for document in found}) == 3


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_one_packed_file_is_read_as_what_it_is(tmp_path: Path, ending: str, pack: object) -> None:
    (tmp_path / f"a.txt.{ending}").write_bytes(pack(VISIT[1].encode()))  # type: ignore[operator]
    assert holds(only(tmp_path), VISIT)


def test_a_table_tells_by_the_names_of_its_columns(tmp_path: Path) -> None:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerows([["Headline", "Date", "Full text", "Outlet"], [ACCORD[0], "2021-03-02", ACCORD[1], "The Gazette"]])
    rows.writerow([VISIT[0], "soon", VISIT[1], ""])
    (tmp_path / "a.csv").write_text(out.getvalue(), encoding="cp1252")
    first, error, second = read(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.title, first.published, first.source) == (
        "a.csv#1",
        ACCORD[0],
        "2021-03-02",
        "The Gazette",
    )
    assert holds(first, ACCORD)
    assert second.published is None
    assert "soon" in str(error)


def test_columns_of_other_names_are_told_by_a_setting(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'kop,tekst\n{VISIT[0]},"{VISIT[1]}"\n')
    [error] = errors(tmp_path / "a.csv")
    assert "--set columns=text=NAME" in error.reason
    assert read(tmp_path / "a.csv", columns="text=tekst,title=kop")[0].title == VISIT[0]  # type: ignore[union-attr]
    (tmp_path / "b.jsonl").write_text('{"tekst": "Oman and Yemen signed an accord."}\n')
    assert documents(tmp_path / "b.jsonl", columns="text=tekst")[0].text == "Oman and Yemen signed an accord."


def test_a_table_without_texts_in_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT[1])
    (tmp_path / "numbers.csv").write_text("year,sum\n2020,3\n")
    (tmp_path / "feed.xml").write_text("<rss><channel/></rss>")
    assert len(documents(tmp_path)) == 1


def test_a_dump_of_a_wiki_gives_its_articles(tmp_path: Path) -> None:
    text = (
        "{{date|March 2, 2021}}\n[[File:map.png|thumb|A map]]\n"
        "'''{{w|Kenya}}''' and {{w|Ethiopia|Addis Ababa's government}} signed an [[accord|border accord]] on "
        "Tuesday.<ref>x</ref>\n\nIt takes effect in May.\n\n== Sources ==\n*{{source|url=http://x|title=y}}\n"
        "[[Category:Kenya]]\n"
    )
    pages = [("Accord signed", "0", text), ("Talk:Accord", "1", "Nice."), ("Old", "0", "#REDIRECT [[Accord signed]]")]
    data = made.wiki(pages).replace("<ns>0</ns><id>3</id>", '<ns>0</ns><id>3</id><redirect title="x" />')
    (tmp_path / "dump.xml.bz2").write_bytes(bz2.compress(data.encode()))
    document = only(tmp_path)
    assert document.text.split("\n\n") == [
        "Kenya and Addis Ababa's government signed an border accord on Tuesday.",
        "It takes effect in May.",
    ]
    assert (document.published, document.published_from, document.certainty) == ("2021-03-02", "page", "likely")
    assert (document.source, document.url) == ("Wikinews", "https://en.wikinews.org/wiki/Accord_signed")
    assert ("updated", "2021-04-01") in {(one.field, one.value) for one in document.tellings}


def test_a_missing_package_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bilateral.documents.formats import whole

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(whole, "import_module", missing)
    with pytest.raises(ExtraMissing, match=r"bilateral\[documents\]"):
        whole.needed("pypdf", "PDF")
    (tmp_path / "a.rtf").write_bytes(WHOLE["rtf"])
    (tmp_path / "b.txt").write_text(VISIT[1])
    error, document = read(tmp_path)
    assert "pip install 'bilateral[documents]'" in str(error)
    assert isinstance(document, Document)
