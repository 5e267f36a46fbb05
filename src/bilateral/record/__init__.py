"""The store of documents, mentions, events and claims."""

from __future__ import annotations

from bilateral.record.opening import open_record
from bilateral.record.overview import DocumentRow, Failure, Info
from bilateral.record.record import Record
from bilateral.record.removals import Removal
from bilateral.record.report import AddReport, Progress, WatchOptions, WatchReport
from bilateral.record.told_claims import ToldClaim

__all__ = [
    "AddReport",
    "DocumentRow",
    "Failure",
    "Info",
    "Progress",
    "Record",
    "Removal",
    "ToldClaim",
    "WatchOptions",
    "WatchReport",
    "open_record",
]
