"""The store of documents, mentions, events, claims and judgements."""

from __future__ import annotations

from bilateral.record.counting import Counts
from bilateral.record.doubts import Doubt
from bilateral.record.fingerprint import Fingerprint
from bilateral.record.judge import Judge, Logged
from bilateral.record.opening import open_record
from bilateral.record.overview import DocumentRow, Failure, Info
from bilateral.record.record import Record
from bilateral.record.removals import Removal
from bilateral.record.report import AddReport, Progress, RecodeReport, WatchOptions, WatchReport
from bilateral.record.roster import ActorRow
from bilateral.record.search import Hit
from bilateral.record.tallying import Sited, Tally, Tie
from bilateral.record.telling import Reports, Told
from bilateral.record.told_claims import ToldClaim
from bilateral.record.why import Why

__all__ = [
    "ActorRow",
    "AddReport",
    "Counts",
    "DocumentRow",
    "Doubt",
    "Failure",
    "Fingerprint",
    "Hit",
    "Info",
    "Judge",
    "Logged",
    "Progress",
    "RecodeReport",
    "Record",
    "Removal",
    "Reports",
    "Sited",
    "Tally",
    "Tie",
    "Told",
    "ToldClaim",
    "WatchOptions",
    "WatchReport",
    "Why",
    "open_record",
]
