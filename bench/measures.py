"""Measuring: score a corpus against its gold, time a long run, count memory."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bilateral import open_record
from bilateral.export import write
from corpora import Corpus, quick, shared, wikinews
from timex import figures

Scores = dict[str, float]
KEPT = (
    "faithful", "precision", "recall", "f1", "kind", "countries_f1", "date_fits", "date_exact", "date_invented",
    "status", "merge_precision", "merge_recall", "gold", "found",
)  # fmt: skip


def score(corpus: Corpus, jobs: int = 1) -> Scores:
    """What score_events.py says of a record made of the corpus."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export = folder / "export.jsonl"
        with open_record(folder / "record.db") as record, export.open("w", encoding="utf-8") as out:
            record.add(corpus.source(folder), jobs=jobs)
            write(record, "jsonl", "events", out)
        scorer = [sys.executable, str(shared() / "score" / "score_events.py"), *corpus.scorer_arguments(export)]
        told = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    return {name: told[name] for name in KEPT if told.get(name) is not None}


def quick_scores(jobs: int = 1) -> dict[str, Scores]:
    """All that the floors are for, in seconds: events of the two small corpora, expressions of time."""
    events = {corpus.name: score(corpus, jobs) for corpus in quick()}
    return events | {f"timex-{name}": measures for name, measures in figures(shared()).items()}


def speed(jobs: int) -> Scores:
    """Articles a second and core on the long corpus, and the most memory that a process took."""
    with tempfile.TemporaryDirectory() as name:
        started, worked = perf_counter(), sum(os.times()[:4])
        with open_record(Path(name) / "record.db") as record:
            report = record.add(wikinews(), jobs=jobs)
        wall, cpu = perf_counter() - started, sum(os.times()[:4]) - worked
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "articles": report.read,
        "mentions": report.mentions,
        "events": report.events,
        "jobs": jobs,
        "seconds": round(wall, 1),
        "cpu_seconds": round(cpu, 1),
        "articles_per_second": round(report.read / wall, 2),
        "articles_per_second_and_core": round(report.read / cpu, 2),
        "peak_mib": round(max(own, child) / 1024),
        "peak_mib_all_processes": round((own + child * (jobs if jobs > 1 else 0)) / 1024),
    }
