"""The sample corpus is what the demo promises."""

from __future__ import annotations

import csv
import json

from bilateral.sample import corpus


def manifest() -> dict[str, dict[str, str]]:
    with (corpus() / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        return {row["file"]: row for row in csv.DictReader(rows)}


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in (corpus() / "007_monsoon-wire.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_dozen_articles_in_all_formats() -> None:
    files = [path.name for path in corpus().iterdir() if path.suffix in (".txt", ".md", ".html")]
    assert len(files) + len(rows()) == 12
    assert {name.rpartition(".")[2] for name in files} == {"txt", "md", "html"}


def test_the_manifest_speaks_for_every_file_and_leaves_one_undated() -> None:
    listed = manifest()
    assert all((corpus() / name).is_file() for name in listed)
    assert [name for name, row in listed.items() if not row["published"] and name.endswith(".txt")] == [
        "009_the-general-remembers.txt"
    ]


def test_several_newspapers() -> None:
    assert len({row["source"] for row in [*manifest().values(), *rows()]}) == 4
