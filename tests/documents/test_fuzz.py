"""Files broken at random are documents or errors, never exceptions and never a wait. The bench does this for longer."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from bench.readers.fuzz import SEEDS, SETTINGS, mutated
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.documents import read_source
from bilateral.documents.formats.content import by_content
from bilateral.documents.formats.exports import split
from bilateral.documents.formats.layout import Box, columns, paragraphs
from bilateral.documents.raw import File
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document


@pytest.mark.parametrize("name", SEEDS)
def test_a_broken_file_is_a_document_or_an_error(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    for _ in range(12):
        (tmp_path / name).write_bytes(mutated(SEEDS[name], chance))
        began = time.monotonic()
        for item in read_source(tmp_path, None, Settings(SETTINGS)):
            assert isinstance(item, Document | SourceError)
            item.name.encode("utf-8")
        assert time.monotonic() - began < 10


@given(st.binary(max_size=600))
def test_any_bytes_have_a_format_or_none(data: bytes) -> None:
    by_content(data)


LINES = (
    "Document 1 of 2|1 of 2 DOCUMENTS|90 words|HD x|WC 9 words|BODY:|End of Document|Full text: a|ProQuest|2 May 2020"
)


@given(st.lists(st.sampled_from([*LINES.split("|"), "", "Document GAZ0000020210302e3320001x"]), max_size=40))
def test_any_pile_of_an_exports_lines_is_survived(lines: list[str]) -> None:
    for raw in split(File(Path("a.txt"), "a.txt"), "\n".join(lines)) or ():
        assert raw.id.startswith("doc_")


boxes = st.builds(
    lambda left, top, width, height, text: Box(left, top, left + width, top + height, text),
    *(st.floats(-1000, 2000), st.floats(-1000, 2000), st.floats(0, 600), st.floats(0, 60)),
    st.text("abc. -", min_size=1, max_size=12).filter(str.strip),
)


@settings(max_examples=200, deadline=5000)
@given(st.lists(boxes, max_size=40))
def test_no_word_of_a_page_is_lost_or_doubled_by_its_layout(page: list[Box]) -> None:
    letters = sorted("".join(box.text for box in page).replace("-", "").replace(" ", ""))
    assert sorted(paragraphs(columns(page)).replace("-", "").replace(" ", "").replace("\n", "")) == letters
