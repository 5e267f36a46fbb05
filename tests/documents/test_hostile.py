"""Files made to break readers end as documents or as errors, and the file behind each is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.readers.hostile import CASES, survive

from bilateral.documents.guard import guard
from bilateral.settings import Settings
from tests.documents.helpers import documents, read

SLOW = {
    "headers.tar", "overlap.zip", "line.txt", "letters.txt", "quote.csv", "marks.html", "lines.txt", "blanks.txt",
    "parts.eml", "bomb.docx", "line.mbox", "line.csv", "line.jsonl",
}  # fmt: skip
"""Left to the bench: each takes more than a second."""


@pytest.fixture(autouse=True, scope="module")
def no_process_stays() -> Iterator[None]:
    yield
    guard._stop_all()


@pytest.mark.parametrize("name", sorted(CASES.keys() - SLOW))
def test_a_hostile_file_is_survived(name: str, tmp_path: Path) -> None:
    _, seconds = survive(name, CASES[name](1), tmp_path, Settings({"max_seconds": "20", "max_memory": "1000"}))
    assert seconds < 25


def test_nothing_is_written_where_an_archive_wants_it_and_names_stay_below_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(CASES["traversal.zip"](1))
    names = [document.name for document in documents(tmp_path / "in")]
    assert names == ["a.zip/etc/cron.d/a.txt", "a.zip/windows/b.txt"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_no_file_of_the_machine_comes_in_through_links_or_entities(tmp_path: Path) -> None:
    for name in ("special.tar", "entities.html", "entities.xml", "entities.docx"):
        (tmp_path / name).write_bytes(CASES[name](1))
    assert not any("root:" in getattr(item, "text", "") for item in read(tmp_path))


def test_a_bomb_is_told_and_what_came_before_it_is_kept(tmp_path: Path) -> None:
    from bench.readers import made

    (tmp_path / "a.zip").write_bytes(made.zipped({"a.txt": made.VISIT[1], "b.jsonl": bytes(90_000_000)}))
    first, bomb = read(tmp_path)
    assert first.name == "a.zip/a.txt"
    assert "200 times its size" in str(bomb)


def test_words_in_a_million_tags_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(CASES["tags.html"](1))
    assert "Kenya and Ethiopia signed" in documents(tmp_path)[0].text
