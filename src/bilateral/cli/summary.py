"""The closing words of ``add``."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.record import AddReport
from bilateral.views.wording import count


def summary(report: AddReport) -> Iterator[str]:
    """What was read, what was not and why, and what came of it."""
    told = [f"{count(report.read, 'document')} read"]
    told += [f"{report.known:,} already known"] if report.known else []
    told += [f"{len(report.failed):,} failed"] if report.failed else []
    yield ", ".join(told)
    for error in report.failed:
        yield f"  failed: {error.name}: {error.reason}"
    if report.uncoded:
        why = ", ".join(f"{reason} {number:,}" for reason, number in sorted(report.why.items()))
        yield f"{count(report.uncoded, 'document')} stored but not coded ({why}); `bilateral documents` lists them"
    rate = f" ({report.read / report.seconds:.1f} documents a second)" if report.read and report.seconds else ""
    made = f"{count(report.mentions, 'mention')} of {count(report.events, 'event')}"
    yield f"{made} in {report.seconds:.1f} seconds{rate}"
    for warning in report.warnings:
        yield f"warning: {warning}"
