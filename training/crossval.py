"""Cross-validation by article: nothing of a fold is seen while its classifier is learnt.

usage: python training/crossval.py [SHARED] [--folds 5] [--threshold 0.3] [--errors]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from bilateral.coding.assembly import mention_of
from bilateral.coding.learned import coder
from bilateral.coding.learned.model import Classifier
from bilateral.types.mention import Mention
from dataset import Corpus, Rows, corpus, rows_of
from learn import fit
from standoff import ARTICLES, gold_line


def folds(names: list[str], count: int) -> dict[str, int]:
    """A fold for each article, at random but the same in each run."""
    shuffled = sorted(names)
    random.Random(0).shuffle(shuffled)
    return {name: k % count for k, name in enumerate(shuffled)}


def mentions(data: Corpus, names: list[str], classifier: Classifier) -> dict[str, list[Mention]]:
    """What the trained coder finds in the articles with this classifier."""
    coder.classifier = lambda: classifier  # type: ignore[assignment]
    return {
        name: [mention_of(data.readings[name], draft, "cv") for draft in coder.drafts_of(data.readings[name])]
        for name in names
    }


def cross_validate(data: Corpus, rows: Rows, count: int) -> dict[str, list[Mention]]:
    """Mentions of every article by the classifier that has not seen it."""
    fold = folds(list(data.articles), count)
    found: dict[str, list[Mention]] = {}
    for held_out in range(count):
        train = [k for k, (name, _) in enumerate(rows.place) if fold[name] != held_out]
        classifier = fit(rows, train)
        found |= mentions(data, [name for name in data.articles if fold[name] == held_out], classifier)
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
            {"document": name, "quote": q.of(text), "date": mention.date, "status": mention.status} for q in mention.quotes
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
        command += ["--documents", str(place / "documents.csv"), "--split", "x", *(["--errors"] if errors else ["--json"])]
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
