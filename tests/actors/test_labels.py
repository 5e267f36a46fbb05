"""The labelled articles: of participants named by words, how many get their state, and how many a false one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bilateral.actors import read_cast
from bilateral.language import analyser

SAMPLE = 30


@pytest.mark.shared
def test_labelled_participants_get_their_state(shared: Path) -> None:
    labels = [json.loads(line) for line in (shared / "gold/train/train.jsonl").read_text().splitlines()]
    wanted = sorted({label["doc"] for label in labels if label["doc"].startswith("wikinews")})[:SAMPLE]
    rows = map(json.loads, (shared / "articles/wikinews/wikinews.jsonl").read_text().splitlines())
    rows_by_id = {row["id"]: row for row in rows if row["id"] in wanted}
    right = told = 0
    for name, row in rows_by_id.items():
        doc = analyser("en_core_web_sm").analyse(row["text"])
        cast = read_cast(doc, row["title"], row["published"])
        for label in labels:
            start = doc.text.find(label["quotes"][0]) if label["doc"] == name else -1
            for actor in label["actors"] if start >= 0 else ():
                at = doc.text.find(actor["text"] or "\0", start)
                span = doc.char_span(at, at + len(actor["text"] or ""), alignment_mode="expand") if at >= 0 else None
                if span is not None and actor["country"]:
                    told += 1
                    right += actor["country"] in {party.country for party in cast.stands_for(span.root)}
    assert told > 100
    assert right / told >= 0.75
