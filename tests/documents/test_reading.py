"""Order, names, ids, streaming, and who tells what of a document."""

from __future__ import annotations

import hashlib
import json
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from bilateral.documents import Known, count, from_text, read_source
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document
from tests.documents.helpers import SENTENCES, documents, errors, only, read


def test_names_are_paths_below_the_source_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/b/c.md", ".hidden.txt", ".git/x.txt", "B.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SENTENCES)
    names = [document.name for document in documents(tmp_path)]
    assert names == sorted(names) == ["B.TXT", "a.txt", "a/b/c.md", "a/z.txt", "b.txt"]


def test_the_id_is_the_hash_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + SENTENCES.encode())
    expected = hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest()[:24]
    assert only(tmp_path).id == f"doc_{expected}"
    assert only(tmp_path / "a.txt").name == "a.txt"


def test_a_row_is_known_by_its_own_bytes_wherever_it_stands(tmp_path: Path) -> None:
    row = json.dumps({"text": SENTENCES, "id": "k7"})
    (tmp_path / "a.jsonl").write_text(row + "\n")
    (tmp_path / "b.jsonl").write_bytes(b"\xef\xbb\xbf\r\n" + row.encode() + b"\r\n" + b'{"text": "Peru met Chile."}')
    first, second, third = documents(tmp_path)
    assert (first.id, first.name) == (second.id, second.name) == (first.id, "k7")
    assert third.name == "b.jsonl#3"


def test_what_is_known_is_not_cleaned_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": SENTENCES, "id": "row"}))
    ids = [document.id for document in documents(tmp_path)]
    found = list(read_source(tmp_path, None, Settings(), known=ids.__contains__))
    assert found == [Known("a.txt", ids[0]), Known("row", ids[1])]


def test_a_large_file_of_rows_streams(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(f'{{"text": "{SENTENCES}"}}\n' * 50_000)
    assert len(list(islice(read_source(tmp_path, None, Settings()), 3))) == 3
    assert count(tmp_path) == pytest.approx(50_000, rel=0.01)


def test_count_is_an_estimate_or_none(tmp_path: Path) -> None:
    assert count(tmp_path / "nowhere") is None
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    assert count(tmp_path) == 3


def manifest(folder: Path, text: str) -> None:
    (folder / "manifest.csv").write_bytes(text.encode("utf-8-sig"))


def test_a_manifest_speaks_for_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    manifest(
        tmp_path,
        'file,title,published,source,url,licence\r\na.txt,"Accord, signed",2021-03,Gazette,http://g.example/1,x\r\n',
    )
    for source in (tmp_path, tmp_path / "a.txt"):
        document = only(source, published="1999")
        assert (document.title, document.published, document.published_from) == (
            "Accord, signed",
            "2021-03",
            "manifest",
        )
        assert (document.source, document.url) == ("Gazette", "http://g.example/1")


def test_a_manifest_speaks_for_folders_below_and_the_nearest_counts(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SENTENCES)
    manifest(tmp_path, "file,published,source\n./in/a.txt,2001,Far\n")
    manifest(tmp_path / "in", "file,published\na.txt,2002\n")
    document = only(tmp_path)
    assert (document.published, document.source) == ("2002", "Far")


def test_a_manifest_without_the_column_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    manifest(tmp_path, "name,published\na.txt,2001\n")
    error, document = read(tmp_path)
    assert isinstance(error, SourceError) and "`file`" in error.reason and error.name == "manifest.csv"
    assert isinstance(document, Document) and document.published is None


def test_a_listed_file_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    manifest(tmp_path, "file\na.txt\ngone.txt\n")
    assert [(error.name, "manifest.csv" in error.reason) for error in errors(tmp_path)] == [("gone.txt", True)]
    assert errors(tmp_path / "a.txt") == []


def test_a_file_listed_twice_with_other_values_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    manifest(tmp_path, "file;published\na.txt;2001\na.txt;2002\n")
    error, document = read(tmp_path)
    assert isinstance(error, SourceError) and "listed again" in error.reason
    assert isinstance(document, Document) and document.published == "2001"


def test_a_date_that_is_none_is_told_and_the_document_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    manifest(tmp_path, "file,published\na.txt,3/4/2019\n")
    error, document = read(tmp_path)
    assert isinstance(error, SourceError) and "'3/4/2019'" in error.reason
    assert isinstance(document, Document) and document.published is None


def test_the_option_dates_only_what_nobody_dated(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(
        f'{{"text": "{SENTENCES}", "published": "2019-07-26T10:00:00Z"}}\n{{"text": "{SENTENCES}"}}\n'
    )
    dated, undated = documents(tmp_path, published="2020-01")
    assert (dated.published, dated.published_from) == ("2019-07-26", "row")
    assert (undated.published, undated.published_from) == ("2020-01", "option")


def test_a_date_above_an_article_is_not_its_publication_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"| The Gazette\n\nFriday, March 29, 2024\n\n{SENTENCES}\n")
    document = only(tmp_path)
    assert document.published is None and document.text == SENTENCES


def test_a_line_that_says_published_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{SENTENCES}\n\nPublished in The Gazette, June 15th, 2019\n")
    document = only(tmp_path)
    assert (document.published, document.published_from) == ("2019-06-15", "page")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("NAIROBI, 3 March 2021 - Kenya signed", "2021-03-03"),
        ("MOSCOW, September 22, 2017 (Agency) -- Kenya signed", "2017-09-22"),
        ("ADDIS ABABA, Sept. 22, 2017 /Wire/ – Kenya signed", "2017-09-22"),
        ("NAIROBI, 3 March - Kenya signed", None),
        ("In Nairobi on 3 March 2021 - a Wednesday - Kenya signed", None),
    ],
)
def test_a_dateline_with_its_year_dates(tmp_path: Path, line: str, day: str | None) -> None:
    (tmp_path / "a.txt").write_text(f"{line} a border accord with Ethiopia on Tuesday, both sides said.\n\n{SENTENCES}")
    document = only(tmp_path)
    assert (document.published, document.published_from) == (day, "page" if day else None)


def test_files_of_any_ending_are_looked_into(tmp_path: Path) -> None:
    page = f"<html><body><p>{SENTENCES}</p></body></html>"
    (tmp_path / "a.php?id=3").write_text(page)
    (tmp_path / "b.doc").write_text("{\\rtf1 " + SENTENCES + "}")
    (tmp_path / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "d.json").write_text('{"name": "settings"}')
    (tmp_path / "e.png").write_bytes(b"\x89PNG" + bytes(600))
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        for name in ("a.php?id=3", "c.doc", "d.json", "e.png"):
            archive.writestr(name, (tmp_path / name).read_bytes())
    with zipfile.ZipFile(tmp_path / "g.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    found = read(tmp_path)
    assert [item.name for item in found if isinstance(item, Document)] == ["a.php?id=3", "b.doc", "f.zip/a.php?id=3"]
    listed = [str(item) for item in found if isinstance(item, SourceError)]
    why = "an old Word document (save it as .docx), which bilateral does not read"
    assert listed == [f"c.doc: {why}", f"f.zip/c.doc: {why}"]


def test_a_text_at_hand_is_cleaned_alike() -> None:
    document = from_text(SENTENCES + "\n\nLeave a Reply", published="2017-09-22", title=" A  title ", source="Gazette")
    assert document.text == SENTENCES and document.cuts[0].text == "Leave a Reply"
    assert (document.published, document.published_from, document.name) == ("2017-09-22", "option", "text")
    assert (document.title, document.source, document.language) == ("A title", "Gazette", "en")


def test_a_headline_is_the_title_and_stays_in_the_text() -> None:
    document = from_text(f"Kenya, Ethiopia sign border accord\n\n{SENTENCES}")
    assert document.title == "Kenya, Ethiopia sign border accord" and document.text.startswith(document.title)
    assert from_text(SENTENCES).title is None
