"""A cited, dated record of relations between states, read from news articles.

>>> import bilateral
>>> record = bilateral.open_record("relations.db")
>>> record.add("articles/")
>>> record.events(between=("Pakistan", "Russia"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.errors import BilateralError
    from bilateral.record import AddReport, Record, open_record
    from bilateral.tables import table
    from bilateral.text import code_text
    from bilateral.types.claim import Claim
    from bilateral.types.document import Document
    from bilateral.types.event import Conflict, Event, Evidence
    from bilateral.types.mention import Mention
    from bilateral.types.span import Span

__all__ = [
    "AddReport",
    "BilateralError",
    "Claim",
    "Conflict",
    "Document",
    "Event",
    "Evidence",
    "Mention",
    "Record",
    "Span",
    "code_text",
    "open_record",
    "table",
]

_HOMES = {
    "AddReport": "record",
    "BilateralError": "errors",
    "Claim": "types.claim",
    "Conflict": "types.event",
    "Document": "types.document",
    "Event": "types.event",
    "Evidence": "types.event",
    "Mention": "types.mention",
    "Record": "record",
    "Span": "types.span",
    "code_text": "text",
    "open_record": "record",
    "table": "tables",
}
"""Where each public name lives: it is imported when it is first used, so that ``import bilateral`` costs nothing."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
