"""Public sets of single sentences: pairs of states and PLOVER types, by score_sentences.py on an export of mentions.

``python bench/sentences.py``, or ``bench/run.py --sentences``. The sets are measured, never learnt from.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bilateral import open_record
from bilateral.export import write
from corpora import shared

SETS = {
    "p2gsr": "p2gsr.jsonl",
    "plv": "plv_train.jsonl",
    "dyads": "current-events/current_events_2025.jsonl",
}
FIGURES = {
    "p2gsr": r"pair and type: .*?F1 (?P<pair_and_type>[\d.]+).*?pair: .*?F1 (?P<pair>[\d.]+)",
    "plv": r"root macro F1 (?P<root_macro_f1>[\d.]+)\s+coverage (?P<covered>\d+)/(?P<of>\d+)",
    "dyads": r"pair found (?P<pair_found>[\d.]+)% .*events an item (?P<events_an_item>[\d.]+)",
}


def sentence_scores(jobs: int = 1) -> dict[str, dict[str, float]]:
    """The figures of each set."""
    return {name: _score(name, shared() / "bench" / file, jobs) for name, file in SETS.items()}


def _score(name: str, cases: Path, jobs: int) -> dict[str, float]:
    scorer = [sys.executable, str(shared() / "score" / "score_sentences.py")]
    with tempfile.TemporaryDirectory() as folder:
        articles, export = Path(folder) / "cases.jsonl", Path(folder) / "export.jsonl"
        subprocess.run([*scorer, "prepare", str(cases), str(articles)], check=True)
        with open_record(Path(folder) / "record.db") as record, export.open("w", encoding="utf-8") as out:
            record.add(articles, jobs=jobs)
            write(record, "jsonl", "mentions", out)
        told = subprocess.run(
            [*scorer, name, str(cases), str(export)], check=True, capture_output=True, text=True
        ).stdout
    found = re.search(FIGURES[name], told, re.S)
    if found is None:
        raise SystemExit(f"score_sentences.py told nothing of {name}: {told}")
    return {measure: float(value) for measure, value in found.groupdict().items()}


if __name__ == "__main__":
    for name, figures in sentence_scores().items():
        print(name, figures)
