"""A file that hangs, kills or floods its reader costs itself, and nothing else."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilateral.documents import Known, read_source
from bilateral.documents.guard import guard
from bilateral.errors import SourceError, UsageError
from bilateral.settings import Settings
from bilateral.types.document import Document
from tests.documents.helpers import SENTENCES

Item = Document | Known | SourceError
BAD = """
import os, sys, time
from bilateral.documents import making

plain = making.clean

def clean(text):
    if "[hang]" in text:
        time.sleep(600)
    if "[die]" in text:
        os._exit(9)
    if "[eat]" in text:
        held = bytearray(2_000_000_000)
    return plain(text)

making.clean = clean
"""


@pytest.fixture(autouse=True)
def misbehaving(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Processes started now have a reader that does what a text tells it to."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "sitecustomize.py").write_text(BAD)
    guard._stop_all()
    monkeypatch.syspath_prepend(str(folder))
    yield
    guard._stop_all()


def read(source: Path, known: object = None, **settings: str) -> list[Item]:
    given = {"max_seconds": "2", "max_memory": "500", **settings}
    return list(read_source(source, None, Settings(given), guard=True, known=known))  # type: ignore[arg-type]


def kinds(found: list[Item]) -> list[str]:
    return [f"{item.name} {type(item).__name__}" for item in found]


@pytest.mark.parametrize(
    ("word", "reason"), [("[hang]", "longer than 2 seconds"), ("[die]", "died"), ("[eat]", "memory")]
)
def test_one_bad_file_among_good_ones(tmp_path: Path, word: str, reason: str) -> None:
    for name, text in (("a", SENTENCES), ("b", f"{word} {SENTENCES}"), ("c", SENTENCES + " More.")):
        (tmp_path / f"{name}.txt").write_text(text)
    began = time.monotonic()
    found = read(tmp_path)
    assert kinds(found) == ["a.txt Document", "b.txt SourceError", "c.txt Document"]
    assert reason in str(found[1])
    assert time.monotonic() - began < 40


def test_one_bad_row_among_good_ones(tmp_path: Path) -> None:
    texts = [f"{SENTENCES} {number}" for number in range(6)]
    texts[2] += " [hang]"
    texts[4] += " [die]"
    rows = [json.dumps({"id": f"r{number}", "text": text, "published": "soon"}) for number, text in enumerate(texts)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    found = [item for item in read(tmp_path) if "which is not a date" not in str(item)]
    assert kinds(found) == [f"r{n} {'SourceError' if n in (2, 4) else 'Document'}" for n in range(6)]


def test_one_bad_article_of_an_export(tmp_path: Path) -> None:
    articles = "".join(
        f"Story {n}\n\n40 words\n{n} May 2020\nThe Gazette\nGAZ\nEnglish\nCopyright\n\n{SENTENCES} {word}\n\n"
        f"Document GAZ000002020050{n}e{n}0000{n}\n\n"
        for n, word in ((1, ""), (2, "[hang]"), (3, ""))
    )
    (tmp_path / "a.txt").write_text(articles)
    assert kinds(read(tmp_path)) == ["a.txt#1 Document", "a.txt#2 SourceError", "a.txt#3 Document"]


def test_what_is_known_is_asked_of_the_parent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    [document] = read(tmp_path)
    [again] = read(tmp_path, known=lambda id: id == document.id)  # type: ignore[union-attr]
    assert isinstance(again, Known)


def test_a_wrong_setting_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text\n{SENTENCES}\n")
    with pytest.raises(UsageError, match="columns takes"):
        read(tmp_path, columns="words")


def test_stopping_half_way_leaves_no_process_behind(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps({"text": f"{SENTENCES} {n}"}) for n in range(500)))
    stream = read_source(tmp_path, None, Settings(), guard=True)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert guard._idle == []
