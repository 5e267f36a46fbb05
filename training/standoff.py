"""Labels as stand-off data: offsets into ../shared's articles, no sentence of them; and into our own of made/.

usage: python training/standoff.py LABELS.jsonl SHARED OUT.jsonl     exact strings (the codebook's form) -> offsets
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARTICLES = ("articles/wikinews/wikinews.jsonl", "bench/current-events/current_events_2025.jsonl")
KEPT = ("doc", "event", "kind", "what", "plover", "date", "place_country", "status", "certainty")


@dataclass(frozen=True)
class Article:
    id: str
    text: str
    title: str | None
    published: str | None


def articles(shared: Path) -> dict[str, Article]:
    """All articles that labels can stand for, by id: those of ../shared, and made ones, ours to keep whole."""
    found = {}
    for path in (*(shared / name for name in ARTICLES), *sorted((HERE / "made").glob("*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            published = str(row.get("published") or row.get("date") or "") or None
            found[row["id"]] = Article(row["id"], row["text"], row.get("title"), published)
    return found


def to_offsets(label: dict[str, Any], text: str) -> dict[str, Any]:
    """A label with every exact string replaced by [start, end] in the article's text."""
    quotes = [_find(text, quote, 0) for quote in label["quotes"]]
    start = quotes[0][0]
    row = {name: label.get(name) for name in KEPT}
    row["details"] = {key: value for key, value in (label.get("details") or {}).items() if len(str(value)) <= 80}
    row["trigger"] = _find(text, label["trigger"], start)
    row["quotes"] = quotes
    row["date_span"] = _find(text, label["date_text"], start) if label.get("date_text") else None
    row["place_span"] = _find(text, label["place"], start) if label.get("place") else None
    row["speaker_span"] = _find(text, label["speaker"], start) if label.get("speaker") else None
    row["actors"] = [
        {
            "span": _find(text, actor["text"], start) if actor.get("text") else None,
            "country": actor.get("country"),
            "role": actor.get("role"),
            "side": actor.get("side"),
        }
        for actor in label["actors"]
    ]
    return row


def _find(text: str, words: str, start: int) -> list[int]:
    at = text.find(words, start)
    at = text.find(words) if at < 0 else at
    if at < 0:
        raise ValueError(f"not in the article: {words[:80]!r}")
    return [at, at + len(words)]


def labels() -> Iterator[dict[str, Any]]:
    """Every label of this folder, in the order of files and lines."""
    for path in sorted((HERE / "labels").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def documents() -> dict[str, str]:
    """Documents read, by id -> reader; those without an event count too."""
    with (HERE / "documents.csv").open(encoding="utf-8") as file:
        return {row["id"]: row["reader"] for row in csv.DictReader(file)}


def shared_train(shared: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """The labelled part that ../shared brings (split ``train``): labels with offsets, ids of all its documents."""
    with (shared / "gold/train/documents.csv").open(encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file) if row["split"] == "train"]
    texts = articles(shared)
    rows = [json.loads(line) for line in (shared / "gold/train/train.jsonl").read_text(encoding="utf-8").splitlines()]
    return [to_offsets(row, texts[row["doc"]].text) for row in rows], ids


def gold_line(label: dict[str, Any], text: str) -> dict[str, Any]:
    """The line that ../shared/score/score_events.py reads, in the form of gold/train/train.gold.jsonl."""
    allowed = sorted({actor["country"] for actor in label["actors"] if actor["country"]})
    named = sorted({actor["country"] for actor in label["actors"] if actor["country"] and actor["span"]})
    return {
        "doc": label["doc"],
        "event": label["event"],
        "required": label["certainty"] != "unsure",
        "quotes": [text[start:end] for start, end in label["quotes"]],
        "kind": [label["kind"]],
        "plover": _accepted(label),
        "countries": named or allowed,
        "countries_allowed": allowed,
        "date": [label["date"]] if label["date"] else [],
        "undated_ok": not label["date"],
        "place_country": [label["place_country"]] if label["place_country"] else [],
        "status": [label["status"]],
        "details": label["details"],
    }


def _accepted(label: dict[str, Any]) -> list[str]:
    """The PLOVER type, and what else ../shared accepts for it."""
    accepted = {label["plover"]}
    if label["kind"] == "embargo":
        accepted |= {"SANCTION": {"COERCE"}, "RETREAT": {"CONCEDE"}}.get(label["plover"], set())
    if label["status"] in ("planned", "proposed") and label["plover"] in ("CONSULT", "SUPPORT", "COOPERATE", "AID"):
        accepted.add("AGREE")
    return sorted(accepted)


def main() -> None:
    source, shared, out = map(Path, sys.argv[1:4])
    texts = articles(shared)
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(to_offsets(row, texts[row["doc"]].text), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
