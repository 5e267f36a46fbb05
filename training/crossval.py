"""Cross-validation by article: every layer is learnt anew without the articles of a fold, and codes those.

usage: python training/crossval.py [SHARED] [--folds 5] [--threshold 0.4] [--errors] [--keep FOLDER] [--first N]

``--keep`` leaves the folds' weights in FOLDER and takes those that lie there already: the encoder takes minutes a fold.
``--first`` stops after so many folds, when time is short.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import train
from bilateral.coding.assembly import mention_of
from bilateral.coding.learned import coder, weights
from bilateral.types.mention import Mention
from dataset import Corpus, Rows, corpus, folds, rows_of
from standoff import ARTICLES, gold_line

Found = dict[str, list[Mention]]
Lines = Sequence[dict[str, Any]]


def cross_validate(data: Corpus, rows: Rows, options: argparse.Namespace) -> Found:
    """Mentions of every article by weights that have not seen it."""
    with tempfile.TemporaryDirectory() as folder:
        found: Found = {}
        for names in each_fold(data, rows, options.keep or Path(folder), options.folds, options.first):
            found |= {name: coded(data, name) for name in names}
        weights.use(None)
        return found


def each_fold(data: Corpus, rows: Rows, place: Path, count: int, first: int | None = None) -> Iterator[list[str]]:
    """The articles of each fold, while the weights learnt without them are in use. Made articles are in no fold."""
    fold = folds([name for name in data.articles if not name.startswith("made-")], count)
    for k in range(first or count):
        folder = place / f"fold{k}"
        weights.use(folder)
        missing = [name for name in train.LAYERS if not (folder / f"{name}.npz").exists()]
        train.learn(data, rows, [name for name in data.articles if fold.get(name) != k], folder, missing)
        yield [name for name in data.articles if fold.get(name) == k]


def coded(data: Corpus, name: str) -> list[Mention]:
    """What the trained coder finds in an article with the weights in use."""
    return [mention_of(data.readings[name], draft, "cv") for draft in coder.drafts_of(data.readings[name])]


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


def score(data: Corpus, found: Found, shared: Path, errors: bool = False) -> str:
    """The figures of ../shared/score/score_events.py over all articles."""
    texts = {name: data.articles[name].text for name in found}
    gold = [gold_line(row, text) for name, text in texts.items() for row in data.labels.get(name, [])]
    lines = [exported(mention, name, texts[name]) for name, rows in found.items() for mention in rows]
    with tempfile.TemporaryDirectory() as folder:
        return compare(gold, lines, list(found), shared, Path(folder), errors)


def compare(  # noqa: PLR0917 - one call, all needed
    gold: Lines, found: Lines, names: Sequence[str], shared: Path, place: Path, errors: bool = False
) -> str:
    """What the scorer says of lines found in the articles of these names; ``place`` is a folder for its files."""
    (place / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
    (place / "export.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    (place / "documents.csv").write_text("id,split\n" + "".join(f"{name},x\n" for name in names), encoding="utf-8")
    command = [sys.executable, str(shared / "score/score_events.py"), str(place / "gold.jsonl")]
    command += [str(place / "export.jsonl"), ",".join(str(shared / name) for name in ARTICLES)]
    command += ["--documents", str(place / "documents.csv"), "--split", "x", "--errors" if errors else "--json"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--folds", default=5, type=int)
    parser.add_argument("--threshold", default=coder.THRESHOLD, type=float)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--first", type=int)
    options = parser.parse_args()
    coder.THRESHOLD = options.threshold
    data = corpus(options.shared)
    found = cross_validate(data, rows_of(data), options)
    print(len(found), "articles", sum(len(data.labels.get(name, [])) for name in found), "labelled mentions")
    print(score(data, found, options.shared, options.errors))


if __name__ == "__main__":
    main()
