"""The record in the formats of others: one module a format."""

from __future__ import annotations

from bilateral.export.chosen import KINDS_OF_ROWS
from bilateral.export.formats import FORMATS
from bilateral.export.objects import (
    claim_object,
    document_object,
    event_object,
    hit_object,
    judgement_object,
    tenure_object,
)
from bilateral.export.write import format_of, known, write, write_objects

__all__ = [
    "FORMATS",
    "KINDS_OF_ROWS",
    "claim_object",
    "document_object",
    "event_object",
    "format_of",
    "hit_object",
    "judgement_object",
    "known",
    "tenure_object",
    "write",
    "write_objects",
]
