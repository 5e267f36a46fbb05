"""The formats of an export: one module each, what it can hold, and the ending of its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bilateral.export import (
    bibtex,
    gdelt,
    geojson,
    gexf,
    graphml,
    ics,
    jsonld,
    lines,
    parquet,
    plover,
    timeline,
)
from bilateral.export.chosen import KINDS_OF_ROWS, Chosen

HAPPENINGS = ("events", "mentions")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what writes it, what it can hold (first what it is for), its ending, and whether it is binary."""

    write: Callable[[Chosen, Any], None]
    of: tuple[str, ...]
    ending: str
    binary: bool = False


FORMATS: dict[str, Format] = {
    "jsonl": Format(lines.jsonl, KINDS_OF_ROWS, ".jsonl"),
    "csv": Format(lines.table, KINDS_OF_ROWS, ".csv"),
    "parquet": Format(parquet.write, KINDS_OF_ROWS, ".parquet", binary=True),
    "plover": Format(plover.write, HAPPENINGS, ".plover.json"),
    "gdelt": Format(gdelt.write, HAPPENINGS, ".tsv"),
    "geojson": Format(geojson.write, HAPPENINGS, ".geojson"),
    "graphml": Format(graphml.write, HAPPENINGS, ".graphml"),
    "gexf": Format(gexf.write, HAPPENINGS, ".gexf"),
    "ics": Format(ics.write, HAPPENINGS, ".ics"),
    "bibtex": Format(bibtex.write, ("documents",), ".bib"),
    "jsonld": Format(jsonld.write, ("events",), ".jsonld"),
    "timeline": Format(timeline.write, HAPPENINGS, ".timeline.json"),
}
