"""On real articles: every labelled quote is still there after cleaning."""

from __future__ import annotations

import json
import re

import pytest

from bilateral.documents import read_source
from bilateral.settings import Settings
from bilateral.types.document import Document
from tests.conftest import shared_folder

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("folder", "gold"), [("seeds", "seeds.jsonl"), ("gold-wikinews", "wikinews.jsonl")])
def test_no_labelled_quote_is_cut(folder: str, gold: str) -> None:
    texts = {}
    for document in read_source(shared_folder() / "articles" / folder, None, Settings()):
        assert isinstance(document, Document)
        texts[re.split(r"[_.]", document.name)[0]] = " ".join(document.text.split())
    for line in (shared_folder() / "gold" / gold).read_text("utf-8").splitlines():
        mention = json.loads(line)
        for quote in mention["quotes"]:
            assert " ".join(quote.split()) in texts[mention["doc"]]


def test_the_seeds_lose_their_furniture() -> None:
    found = {
        d.name[:3]: d
        for d in read_source(shared_folder() / "articles/seeds", None, Settings())
        if isinstance(d, Document)
    }
    reasons = {name: [cut.reason for cut in document.cuts] for name, document in found.items()}
    assert reasons["000"] == ["teaser", "comment"]
    assert reasons["001"] == ["pull quote", "author note", "teaser", "comment"]
    assert reasons["003"].count("pull quote") == 4 and reasons["003"].count("teaser") == 5
