"""Parquet (extra ``parquet``): events and mentions as nested as in JSON lines, the others as rows of CSV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from bilateral.errors import ExtraMissing
from bilateral.export import rows
from bilateral.export.chosen import Chosen
from bilateral.export.objects import Object
from bilateral.export.rows import plain

PIECE = 2000
"""Rows of one group: what is held in memory."""
NUMBERS = frozenset({"start", "end", "characters", "mentions"})
FLAGS = frozenset({"current"})


def write(chosen: Chosen, out: BinaryIO) -> None:
    """One table, its types the same whatever the rows hold. Raises ExtraMissing without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise ExtraMissing("parquet needs pyarrow; install it with: pip install 'bilateral[parquet]'") from None
    nested = chosen.of in ("events", "mentions")
    schema = _events(pa) if nested else _flat(pa, chosen.of)
    told = (_nested(one) if nested else rows.ROWS[chosen.of](one) for one in chosen.objects())
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while piece := list(islice(told, PIECE)):
            writer.write_table(pa.Table.from_pylist(piece, schema=schema))


def _nested(event: Object) -> Object:
    """The object with what has no type of its own as text, and days as days."""
    conflicts = [
        {**one, "note": one.get("note"), "values": [{**side, "value": plain(side["value"])} for side in one["values"]]}
        for one in event["conflicts"]
    ]
    evidence = [{**item, "fields": list(_spans(item["fields"]))} for item in event["evidence"]]
    days = {name: date.fromisoformat(event[name]) if event[name] else None for name in ("earliest", "latest")}
    details = [(name, plain(value)) for name, value in event["details"].items()]
    return {**event, **days, "details": details, "evidence": evidence, "conflicts": conflicts}


def _spans(fields: Object) -> Iterator[Object]:
    for name, spans in fields.items():
        for start, end in spans:
            yield {"field": name, "start": start, "end": end}


def _flat(pa: Any, of: str) -> Any:
    types = {name: pa.int64() for name in NUMBERS} | {name: pa.bool_() for name in FLAGS}
    return pa.schema([(name, types.get(name, pa.string())) for name in rows.COLUMNS[of]])


def _events(pa: Any) -> Any:
    text, number, real = pa.string(), pa.int64(), pa.float64()

    def texts(names: str) -> list[tuple[str, Any]]:
        return [(name, text) for name in names.split()]

    plover = pa.struct([*texts("event mode"), ("contexts", pa.list_(text))])
    participant = pa.struct([*texts("actor name country sector office role side"), ("inferred", pa.bool_())])
    place = pa.struct([*texts("name country"), ("geonameid", number), ("lat", real), ("lon", real)])
    span = pa.struct([("field", text), ("start", number), ("end", number)])
    evidence = pa.struct(
        [
            *texts("document source published"),
            ("start", number), ("end", number), ("quote", text),
            ("attributed_to", pa.struct(texts("name office"))),
            *texts("status date mention coder"),
            ("fields", pa.list_(span)),
        ]
    )  # fmt: skip
    value = pa.struct([("value", text), ("evidence", pa.list_(number))])
    conflict = pa.struct([*texts("field note"), ("values", pa.list_(value))])
    return pa.schema(
        [
            *texts("id kind"), ("plover", plover), ("score", real), ("participants", pa.list_(participant)),
            ("date", text), ("earliest", pa.date32()), ("latest", pa.date32()), ("place", place), ("status", text),
            ("details", pa.map_(text, text)), ("confidence", real),
            ("evidence", pa.list_(evidence)), ("conflicts", pa.list_(conflict)),
        ]
    )  # fmt: skip
