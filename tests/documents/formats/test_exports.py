"""Exports of newspaper databases in their documented layouts: many articles a file, each with its head fields.

The articles are made up; only the layout around them is that of the databases.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.readers import made

from bilateral.types.document import Document
from tests.documents.helpers import documents

CLASSIC = """
                               1 of 2 DOCUMENTS


                             The Harbour Gazette

                          September 22, 2017 Friday
                             Late Edition - Final

Kenya and Ethiopia sign border accord

BYLINE: By JANE DOE

SECTION: Section A; Column 0; Foreign Desk; Pg. 4

LENGTH: 213 words

DATELINE: NAIROBI, Kenya

 BODY:

   Kenya and Ethiopia signed a border accord in Nairobi
on Tuesday, officials of both sides said.

   The accord takes effect in May, when patrols will
begin at three posts along the border.

URL: http://gazette.example/accord

LOAD-DATE: September 22, 2017

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                   Copyright 2017 The Harbour Gazette Company
                             All Rights Reserved

                               2 of 2 DOCUMENTS


                                 Coast Weekly

                            October 3, 2017 Tuesday

Norwegian minister flies to Chile

LENGTH: 90 words

BODY:

   The defence minister of Norway arrived in Santiago
on Friday for a visit of two days.

LOAD-DATE: October 4, 2017
"""

UNI = """User Name: jdoe
Date and Time: Wednesday, 3 March 2021 09:00:00 EAT
Documents (2)
1. Kenya and Ethiopia sign border accord
Client/Matter: -None-
Search Terms: accord
2. Norwegian minister flies to Chile
Client/Matter: -None-

Kenya and Ethiopia sign border accord
The Harbour Gazette
September 22, 2017 Friday

Copyright 2017 The Harbour Gazette Company All Rights Reserved

Section: Section A; Pg. 4
Length: 213 words
Byline: By JANE DOE
Body

Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.
The accord takes effect in May, when patrols will begin at three posts along the border.

Graphic

A patrol car at the border.

Classification

Language: ENGLISH

Load-Date: September 22, 2017

End of Document

Norwegian minister flies to Chile
Coast Weekly
October 3, 2017 Tuesday

Copyright 2017 Coast Weekly

Length: 90 words
Body

The defence minister of Norway arrived in Santiago on Friday for a visit of two days.

Load-Date: October 4, 2017

End of Document
"""

FACTIVA = """Foreign
Kenya and Ethiopia sign border accord

By Jane Doe
213 words
22 September 2017
11:04
The Harbour Gazette
HARGAZ
English
Copyright 2017. The Harbour Gazette Company

Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.

The accord takes effect in May, when patrols will begin at three posts along the border.

Document HARGAZ0020170922ed9m0001x

Norwegian minister flies to Chile

90 words
3 October 2017
Coast Weekly
COASTW
English
Copyright 2017 Coast Weekly

The defence minister of Norway arrived in Santiago on Friday for a visit of two days.

Document COASTW0020171003eda30002y
"""

CODED = """HD Kenya and Ethiopia sign border accord
BY By Jane Doe
WC 213 words
PD 22 September 2017
SN The Harbour Gazette
SC HARGAZ
LA English
CY Copyright 2017

LP
Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.

TD
The accord takes effect in May, when patrols will begin at three posts along the border.

RE Kenya
AN Document HARGAZ0020170922ed9m0001x

HD Norwegian minister flies to Chile
WC 90 words
PD 3 October 2017
SN Coast Weekly
LA English
LP
The defence minister of Norway arrived in Santiago on Friday for a visit of two days.

AN Document COASTW0020171003eda30002y
"""

PROQUEST = """____________________________________________________________
Report Information from ProQuest
3 November 2017 10:00
____________________________________________________________

Document 1 of 2

Kenya and Ethiopia sign border accord

Author: Doe, Jane

ProQuest document link

Abstract: The two states signed.

Links: http://library.example/1

Full text: Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.

The accord takes effect in May, when patrols will begin at three posts along the border.

Subject: Border accords

Publication title: The Harbour Gazette; Nairobi

Pages: A.4

Publication date: Sep 22, 2017

Language of publication: English

Document URL: https://www.proquest.com/docview/1

____________________________________________________________

Document 2 of 2

Norwegian minister flies to Chile

Full text: The defence minister of Norway arrived in Santiago on Friday for a visit of two days.

Publication title: Coast Weekly

Publication date: Oct 3, 2017

Language of publication: English
"""
LAYOUTS = {"lexis": (CLASSIC, UNI), "factiva": (FACTIVA, CODED), "proquest": (PROQUEST,)}
CASES = [(name, text) for name, texts in LAYOUTS.items() for text in texts]


def check(found: list[Document]) -> None:
    first, second = found
    assert first.title == "Kenya and Ethiopia sign border accord"
    assert (first.source, first.published) == ("The Harbour Gazette", "2017-09-22")
    assert (first.published_from, first.certainty) == ("metadata", "certain")
    assert first.text.split("\n\n") == [
        "Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.",
        "The accord takes effect in May, when patrols will begin at three posts along the border.",
    ]
    assert (second.source, second.published) == ("Coast Weekly", "2017-10-03")
    assert second.title == "Norwegian minister flies to Chile"
    assert second.text == "The defence minister of Norway arrived in Santiago on Friday for a visit of two days."


@pytest.mark.parametrize(("name", "text"), CASES)
def test_an_export_gives_its_articles(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "export.txt").write_text(text)
    found = documents(tmp_path)
    assert [(document.name, document.format) for document in found] == [("export.txt#1", name), ("export.txt#2", name)]
    check(found)


@pytest.mark.parametrize(("name", "text"), CASES)
def test_an_export_in_rtf_or_docx_gives_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a.rtf").write_bytes(made.rtf(text))
    check(documents(tmp_path))


@pytest.mark.parametrize("text", [UNI, FACTIVA, PROQUEST])
def test_a_word_processor_s_file_is_split_too(tmp_path: Path, text: str) -> None:
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines() if line.strip())
    (tmp_path / "a.docx").write_bytes(made.docx(("", ""), lines))
    assert [document.source for document in documents(tmp_path)] == ["The Harbour Gazette", "Coast Weekly"]


def test_an_article_about_a_database_is_no_export(tmp_path: Path) -> None:
    text = "The archive says 2 of 3 DOCUMENTS were lost.\n\nDocument everything, said the aide. Full text: see below."
    (tmp_path / "a.txt").write_text(text)
    [document] = documents(tmp_path)
    assert document.format == "txt"


def test_adding_an_article_to_an_export_leaves_the_others_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTIVA)
    before = [document.id for document in documents(tmp_path)]
    (tmp_path / "a.txt").write_text(CODED + FACTIVA)
    assert [document.id for document in documents(tmp_path)][2:] == before
