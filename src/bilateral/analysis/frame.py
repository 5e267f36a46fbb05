"""Results as rows, for a terminal, a notebook or a statistics package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bilateral.errors import ExtraMissing

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows with the same columns, in an order that means something."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, columns: str, rows: Sequence[Row]) -> Frame:
        """Rows under columns named in one text."""
        return cls(tuple(columns.split()), tuple(rows))

    def to_dicts(self) -> list[Row]:
        """One dictionary a row."""
        return [{name: row[name] for name in self.columns} for row in self.rows]

    def to_polars(self) -> Any:
        """A polars.DataFrame. Raises ExtraMissing without polars."""
        return _package("polars").DataFrame(self.to_dicts(), schema=list(self.columns), infer_schema_length=None)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame. Raises ExtraMissing without pandas."""
        return _package("pandas").DataFrame(self.to_dicts(), columns=list(self.columns))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.to_dicts())

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>"
            + "".join(f"<td>{escape('' if row[n] is None else str(row[n]))}</td>" for n in self.columns)
            + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Tabular:
    """A result of which the most important part is a table."""

    __slots__ = ()

    def table(self) -> Frame:
        """The table that stands for the result."""
        raise NotImplementedError

    def to_dicts(self) -> list[Row]:
        """One dictionary a row of the table."""
        return self.table().to_dicts()

    def to_polars(self) -> Any:
        """The table as a polars.DataFrame. Raises ExtraMissing without polars."""
        return self.table().to_polars()

    def to_pandas(self) -> Any:
        """The table as a pandas.DataFrame. Raises ExtraMissing without pandas."""
        return self.table().to_pandas()

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


def _package(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise ExtraMissing(f"this needs the package {name}; install it with: pip install 'bilateral[frames]'") from None
