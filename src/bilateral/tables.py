"""What a record lists as a table: for a notebook, polars or pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from bilateral.errors import UsageError

if TYPE_CHECKING:
    from bilateral.analysis.frame import Frame


def table(things: Iterable[Any]) -> Frame:
    """Events, mentions, claims, documents, offices, judgements or hits as rows: one each, with the columns of CSV.

    The table has ``to_dicts()``, ``to_polars()`` and ``to_pandas()``, and shows itself in a notebook.

    Raises:
        UsageError: they are something else, or of several sorts.
    """
    from bilateral.analysis.frame import Frame
    from bilateral.export import rows

    every = list(things)
    if not every:
        return Frame((), ())
    sorts = {type(one).__name__ for one in every}
    name = sorts.pop()
    if sorts or name not in _SHAPES:
        raise UsageError(f"a table has things of one sort, such as events or claims; these are {name} {sorts or ''}")
    of, shape = _SHAPES[name]
    told = (rows.ROWS[of](shape(one)) for one in every)
    columns = tuple(rows.COLUMNS[of])
    return Frame(columns, tuple({column: row[column] for column in columns} for row in told))


def _shape(name: str, *more: Any) -> Callable[[Any], dict[str, Any]]:
    def shaped(one: Any) -> dict[str, Any]:
        from bilateral.export import objects

        told: dict[str, Any] = getattr(objects, name)(one, *more)
        return told

    return shaped


_SHAPES: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "Event": ("events", _shape("event_object")),
    "ToldClaim": ("claims", _shape("claim_object")),
    "DocumentRow": ("documents", _shape("document_object")),
    "Tenure": ("offices", _shape("tenure_object", {})),
    "Logged": ("judgements", _shape("judgement_object")),
    "Hit": ("hits", _shape("hit_object")),
}
"""Of each sort of thing: its columns, and what makes an object of it."""
