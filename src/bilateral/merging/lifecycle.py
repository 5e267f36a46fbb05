"""What became of an event: its statuses in the order of telling."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.merging.facet import AHEAD, BEHIND
from bilateral.merging.reports import Report

STRENGTH = {"hypothetical": 0, "proposed": 1, "planned": 2}


def status_of(told: Sequence[Report]) -> str:
    """The status after the last report: the latest wins, but what has happened is not undone by talk of a plan."""
    status = told[0].mention.status
    for report in told[1:]:
        if prevails(report.mention.status, status):
            status = report.mention.status
    return settled(status, told)


def prevails(later: str, earlier: str) -> bool:
    """Whether a later report of ``later`` changes what was ``earlier``."""
    if earlier in BEHIND or earlier in ("cancelled", "denied"):
        return later not in AHEAD
    if earlier in AHEAD and later in AHEAD:
        return STRENGTH[later] >= STRENGTH[earlier]
    return True


def settled(status: str, told: Sequence[Report]) -> str:
    """``status``, but a lone denial does not outweigh those who say it happened."""
    if status != "denied":
        return status
    deniers = {r.source for r in told if r.mention.status == "denied"}
    witnesses = [r for r in told if r.mention.status in BEHIND]
    return witnesses[-1].mention.status if len({r.source for r in witnesses}) >= len(deniers) > 0 else status
