"""Floors: scores a run may not fall below, in floors.toml. One is lowered only by saying so."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FILE = Path(__file__).parent / "floors.toml"
KEPT = (
    "faithful", "f1", "countries_f1", "date_fits", "date_exact", "status", "merge_precision",
    "strict", "relaxed", "value",
)  # fmt: skip
"""Measures that have floors: the larger the better, all of them."""

HEAD = """# Scores a run may not fall below (tests/test_floors.py).
# Raise:  python bench/run.py --raise-floors
# Lower:  python bench/run.py --lower-floor seeds.f1      (and say why in the commit)
"""

Table = dict[str, dict[str, float]]


def load() -> Table:
    """The floors by corpus and measure."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def save(floors: Table) -> None:
    """Write the file anew."""
    parts = [HEAD]
    for corpus, measures in sorted(floors.items()):
        parts.append(f"[{corpus}]\n" + "".join(f"{name} = {value}\n" for name, value in measures.items()))
    FILE.write_text("\n".join(parts), encoding="utf-8")


def fallen(floors: Table, scores: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A line for each score below its floor."""
    for corpus, measures in floors.items():
        for name, floor in measures.items():
            value = scores.get(corpus, {}).get(name)
            if corpus in scores and (value is None or value < floor):
                yield f"{corpus}.{name} is {value}, its floor {floor}"


def raised(floors: Table, scores: Mapping[str, Mapping[str, float]]) -> Table:
    """The floors, each brought up to its score (in hundredths) where that is higher."""
    told = {corpus: dict(measures) for corpus, measures in floors.items()}
    for corpus, measures in scores.items():
        for name in KEPT:
            if name in measures:
                own = told.setdefault(corpus, {})
                own[name] = max(own.get(name, 0.0), _hundredths(measures[name]))
    return told


def lowered(floors: Table, scores: Mapping[str, Mapping[str, float]], which: str) -> Table:
    """The floors with ``which`` (``corpus.measure``) brought down to its score. Raises KeyError when there is none."""
    corpus, _, name = which.rpartition(".")
    told = {corpus: dict(measures) for corpus, measures in floors.items()}
    told[corpus][name] = min(told[corpus][name], _hundredths(scores[corpus][name]))
    return told


def _hundredths(value: float) -> float:
    return math.floor(value * 100 + 1e-9) / 100
