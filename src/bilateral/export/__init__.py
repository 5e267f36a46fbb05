"""The record in the formats of others: JSON lines, CSV."""

from __future__ import annotations

from bilateral.export.objects import event_object
from bilateral.export.write import FORMATS, KINDS_OF_ROWS, write

__all__ = ["FORMATS", "KINDS_OF_ROWS", "event_object", "write"]
