"""An event in one line, for formats that show a title, and its reports in words."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.export.objects import event_object
from bilateral.export.rows import event_row, plain, report
from bilateral.types.event import Event

HAPPENED = ("occurred", "ongoing")
_TOLD = ("title", "series", "mechanism", "item", "what")


def headline(event: Event) -> str:
    """``visit (planned): Ali Khan (PAK) → Russia``; the status is left out where it has occurred."""
    row = event_row(event_object(event))
    status = "" if event.status == "occurred" else f" ({event.status})"
    named = next((plain(event.details[name]) for name in _TOLD if name in event.details), None)
    sides = " → ".join(str(side) for side in (row["actors"] or "?", row["recipients"]) if side)
    return f"{event.kind}{status}: {sides}" + (f"; {named}" if named else "")


def reports(event: Event) -> Iterator[str]:
    """Each quote with its document, its date and who says it."""
    return map(report, event_object(event)["evidence"])


def sources(event: Event) -> str:
    """The sources that tell it, each once."""
    return "; ".join(dict.fromkeys(item.source or item.document for item in event.evidence))
