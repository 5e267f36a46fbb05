"""Cross-validation by article: nothing of a fold is seen while its classifier is learnt.

usage: python training/crossval.py [SHARED] [--folds 5] [--threshold 0.3] [--errors]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import participants
from bilateral.coding.assembly import mention_of
from bilateral.coding.learned import coder
from bilateral.coding.learned.linear import Linear
from bilateral.coding.learned.model import Classifier
from bilateral.coding.learned.participants import sides_by
from bilateral.types.mention import Mention
from dataset import Corpus, Rows, corpus, folds, rows_of
from learn import fit
from standoff import ARTICLES, gold_line


def mentions(data: Corpus, names: list[str], classifier: Classifier, layer: Linear) -> dict[str, list[Mention]]:
    """What the trained coder finds in the articles with these weights."""
    coder.classifier = lambda: classifier  # type: ignore[assignment]
    coder.sides_by = partial(sides_by, model=layer)  # type: ignore[assignment]
    return {
        name: [mention_of(data.readings[name], draft, "cv") for draft in coder.drafts_of(data.readings[name])]
        for name in names
    }


def cross_validate(data: Corpus, rows: Rows, count: int) -> dict[str, list[Mention]]:
    """Mentions of every article by weights that have not seen it."""
    fold = folds(list(data.articles), count)
    parties = participants.rows_of(data)
    found: dict[str, list[Mention]] = {}
    for held_out in range(count):
        classifier = fit(rows, [k for k, (name, _) in enumerate(rows.place) if fold[name] != held_out])
        layer = participants.fit([row for row in parties if fold[row[0]] != held_out])
        found |= mentions(data, [name for name in data.articles if fold[name] == held_out], classifier, layer)
    return found


def exported(mention: Mention, name: str, text: str) -> dict[str, Any]:
    """A mention as a line of an export, with what the scorer reads."""
    return {
        "id": mention.id,
        "kind": mention.kind,
        "plover": {"event": mention.plover.event},
        "participants": [{"country": p.country, "side": p.side, "name": p.name} for p in mention.participants],
        "date": mention.date,
        "status": mention.status,
        "details": dict(mention.details),
        "evidence": [
            {"document": name, "quote": q.of(text), "date": mention.date, "status": mention.status}
            for q in mention.quotes
        ],
    }


def score(data: Corpus, found: dict[str, list[Mention]], shared: Path, errors: bool = False) -> str:
    """The figures of ../shared/score/score_events.py over all articles."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        gold = [gold_line(row, data.articles[name].text) for name in data.articles for row in data.labels.get(name, [])]
        lines = [exported(m, name, data.articles[name].text) for name, rows in found.items() for m in rows]
        (place / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
        (place / "export.jsonl").write_text("".join(json.dumps(row) + "\n" for row in lines), encoding="utf-8")
        (place / "documents.csv").write_text("id,split\n" + "".join(f"{name},x\n" for name in found), encoding="utf-8")
        command = [sys.executable, str(shared / "score/score_events.py"), str(place / "gold.jsonl")]
        command += [str(place / "export.jsonl"), ",".join(str(shared / name) for name in ARTICLES)]
        command += [
            "--documents",
            str(place / "documents.csv"),
            "--split",
            "x",
            *(["--errors"] if errors else ["--json"]),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--folds", default=5, type=int)
    parser.add_argument("--threshold", default=coder.THRESHOLD, type=float)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    coder.THRESHOLD = options.threshold
    data = corpus(options.shared)
    found = cross_validate(data, rows_of(data), options.folds)
    print(len(data.articles), "articles", sum(map(len, data.labels.values())), "labelled mentions")
    print(score(data, found, options.shared, options.errors))


if __name__ == "__main__":
    main()
