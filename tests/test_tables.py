"""Results as tables, for Python and for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import bilateral
from bilateral.analysis.asking import relation_of
from bilateral.analysis.forecasts import ledger
from bilateral.analysis.registers import register
from bilateral.errors import UsageError


@pytest.fixture
def record(ruled: Path) -> Iterator[bilateral.Record]:
    with bilateral.open_record(ruled, create=False) as opened:
        yield opened


def test_whatever_a_record_lists_is_a_table(record: bilateral.Record) -> None:
    for listed in (record.events(), record.mentions(), record.claims(), record.documents(), record.offices()):
        frame = bilateral.table(listed)
        assert len(frame) == len(listed) > 0
        assert set(frame.to_dicts()[0]) == set(frame.columns)
    assert bilateral.table(record.search("memorandum")).columns[0] == "sort"
    assert bilateral.table([]).to_dicts() == []


def test_other_things_are_no_table(record: bilateral.Record) -> None:
    with pytest.raises(UsageError, match="one sort"):
        bilateral.table([1, 2])
    with pytest.raises(UsageError, match="one sort"):
        bilateral.table([*record.events(), *record.claims()])


def test_tables_become_data_frames(record: bilateral.Record) -> None:
    pytest.importorskip("polars", reason="the extra `frames` is not installed")
    pytest.importorskip("pandas", reason="the extra `frames` is not installed")
    results = [
        bilateral.table(record.events()),
        relation_of(record, {"between": ("IDN", "KAZ")}, "quarter"),
        register(record, "visits"),
        ledger(record),
    ]
    for result in results:
        rows = result.to_dicts()
        assert result.to_polars().height == len(result.to_pandas()) == len(rows) > 0
        assert result._repr_html_().count("<tr>") == len(rows) + 1
