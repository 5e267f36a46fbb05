"""The labelled articles under ``shared``: what is scored, against what gold."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path:
    """BILATERAL_SHARED, else ``shared`` beside the project."""
    return Path(os.environ.get("BILATERAL_SHARED", ROOT.parent / "shared"))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with gold: where they are, and what the scorer wants to know besides."""

    name: str
    articles: tuple[Path, ...]
    gold: Path
    split: str | None = None
    documents: Path | None = None

    def scorer_arguments(self, export: Path) -> list[str]:
        """The command line of score_events.py after the script's name."""
        told = [str(self.gold), str(export), ",".join(map(str, self.articles)), "--json"]
        if self.documents is not None and self.split is not None:
            told += ["--documents", str(self.documents), "--split", self.split]
        return told

    def source(self, folder: Path) -> Path:
        """What to add to a record: the articles, or those of the split as one file in ``folder``."""
        if self.documents is None:
            return self.articles[0]
        with self.documents.open(encoding="utf-8", newline="") as rows:
            wanted = {row["id"] for row in csv.DictReader(rows) if row["split"] == self.split}
        chosen = folder / f"{self.name}.jsonl"
        with chosen.open("w", encoding="utf-8") as out:
            out.writelines(line for line in _lines(self.articles) if json.loads(line)["id"] in wanted)
        return chosen


def _lines(paths: tuple[Path, ...]) -> Iterator[str]:
    for path in paths:
        with path.open(encoding="utf-8") as rows:
            yield from rows


def quick() -> list[Corpus]:
    """What the floors are for: seconds."""
    articles, gold = shared() / "articles", shared() / "gold"
    return [
        Corpus("seeds", (articles / "seeds",), gold / "seeds.jsonl"),
        Corpus("gold-wikinews", (articles / "gold-wikinews",), gold / "wikinews.jsonl"),
    ]


def learning() -> list[Corpus]:
    """The labelled texts to learn from, and those set aside from them: minutes."""
    texts = (wikinews(), shared() / "bench" / "current-events" / "current_events_2025.jsonl")
    labels = shared() / "gold" / "train"
    return [
        Corpus(split, texts, labels / f"{split}.gold.jsonl", split, labels / "documents.csv")
        for split in ("train", "aside")
    ]


def wikinews() -> Path:
    """The 1,500 articles without gold."""
    return shared() / "articles" / "wikinews" / "wikinews.jsonl"
