"""The sample corpus is what the demo promises."""

from __future__ import annotations

import csv
import json

import pytest

from bilateral.documents import read_source
from bilateral.sample import corpus
from bilateral.settings import Settings
from bilateral.types.document import Document


def manifest() -> dict[str, dict[str, str]]:
    with (corpus() / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        return {row["file"]: row for row in csv.DictReader(rows)}


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in (corpus() / "007_monsoon-wire.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_dozen_articles_in_all_formats() -> None:
    files = [path.name for path in corpus().iterdir() if path.suffix in (".txt", ".md", ".html")]
    assert len(files) + len(rows()) == 12
    assert {name.rpartition(".")[2] for name in files} == {"txt", "md", "html"}


def test_the_manifest_speaks_for_every_file_and_leaves_one_undated() -> None:
    listed = manifest()
    assert all((corpus() / name).is_file() for name in listed)
    assert [name for name, row in listed.items() if not row["published"] and name.endswith(".txt")] == [
        "009_the-general-remembers.txt"
    ]


def test_several_newspapers() -> None:
    assert len({row["source"] for row in [*manifest().values(), *rows()]}) == 4


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {read.name: read for read in read_source(corpus(), None, Settings()) if isinstance(read, Document)}


def test_every_article_can_be_read(documents: dict[str, Document]) -> None:
    assert len(documents) == 12
    assert {document.uncoded for document in documents.values()} == {None}
    assert [name for name, document in documents.items() if not document.published] == ["009_the-general-remembers.txt"]


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("004_first-joint-drill-begins.txt", "Leave a Reply"),
        ("004_first-joint-drill-begins.txt", "Read more:"),
        ("004_first-joint-drill-begins.txt", "Malaysia and Thailand reopen"),
        ("010_army-chief-in-almaty.md", "Read more about"),
        ("011_palm-oil-ban-lifted.html", "new rail terminal"),
    ],
)
def test_page_furniture_is_cut_and_kept(name: str, furniture: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    assert furniture not in document.text
    assert any(furniture in cut.text for cut in document.cuts)
