"""The record in the formats of others: JSON lines, CSV."""

from __future__ import annotations

from bilateral.export.objects import (
    claim_object,
    document_object,
    event_object,
    hit_object,
    judgement_object,
    tenure_object,
)
from bilateral.export.write import FORMATS, KINDS_OF_ROWS, write, write_objects

__all__ = [
    "FORMATS",
    "KINDS_OF_ROWS",
    "claim_object",
    "document_object",
    "event_object",
    "hit_object",
    "judgement_object",
    "tenure_object",
    "write",
    "write_objects",
]
