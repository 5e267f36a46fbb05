"""Temporal expressions against gold TIMEX3 (TempEval-3 training news, MEANTIME): ``python bench/timex.py [SHARED]``."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from bilateral.dates import find_timexes

SETS = ("timebank", "aquaint", "meantime")


def scorer(shared: Path) -> ModuleType:
    """The scoring script of the shared folder as a module."""
    spec = importlib.util.spec_from_file_location("score_timex", shared / "score" / "score_timex.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(shared: Path, name: str) -> list[dict[str, Any]]:
    """The articles of one set; of MEANTIME only the six lines that are annotated."""
    if name != "meantime":
        return list(scorer(shared).load(str(shared / "bench" / "te3" / name)))
    rows = json.loads((shared / "bench" / "meantime_timex.json").read_text(encoding="utf-8"))
    return [{**row, "text": "\n".join(row["text"].split("\n")[:6]), "dct": _iso(row["dct"])} for row in rows]


def _iso(day: str) -> str:
    """One article has its day as month-day-year."""
    return f"{day[6:]}-{day[:2]}-{day[3:5]}" if day[2:3] == "-" else day


def tagged(document: dict[str, Any]) -> list[tuple[int, int, str, str]]:
    """What we find in one article."""
    return [(t.start, t.end, t.type, t.value) for t in find_timexes(document["text"], document["dct"])]


def figures(shared: Path, half: int | None = None) -> dict[str, dict[str, float]]:
    """F1 of strict and relaxed spans and of values, a set; ``half`` 0 or 1 takes every second article only."""
    score = scorer(shared).score
    told = {}
    for name in SETS:
        rows = documents(shared, name)
        rows = rows if half is None else rows[half::2]
        result = score(rows, {row["id"]: tagged(row) for row in rows})
        told[name] = {measure: round(result[measure][2], 4) for measure in ("strict", "relaxed", "value", "type")}
    return told


def main() -> None:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared")
    for half in (None, 0, 1):
        print({None: "all articles", 0: "first half", 1: "second half"}[half])
        for name, row in figures(shared, half).items():
            print(f"  {name:10} " + "  ".join(f"{measure} {value:.3f}" for measure, value in row.items()))


if __name__ == "__main__":
    main()
