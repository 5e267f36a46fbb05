"""Why the reports of an event are taken for one: each comparison as a waterfall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from bilateral.record import Logged, Why
from bilateral.settings import Settings
from bilateral.types.event import Event
from bilateral.views.decisions import judgement_line
from bilateral.views.wording import count


def explain(event: Event, found: Sequence[Why], settings: Settings) -> Iterator[str]:
    """The pairs that hold the event together, feature by feature; weights are log-odds, and add up to the score's."""
    yield ""
    yield click.style("Why these are one event", bold=True)
    if not found:
        yield "  one mention tells it: nothing was compared"
        return
    yield (
        f"  {count(len(found) + 1, 'mention')}, each tied to the one most like it; two are one event from a score of "
        f"{settings.number('merge_threshold'):g} on"
    )
    for why in found:
        yield ""
        yield from _one(event, why)


def _one(event: Event, why: Why) -> Iterator[str]:
    comparison = why.comparison
    verdict = "" if why.holds else "; alone this would not do"
    yield f"  {_where(event, why.mention)} and {_where(event, why.other)}: score {comparison.score:.2f}{verdict}"
    total = 0.0
    for reason in comparison.reasons:
        total += reason.weight
        words = (
            reason.words if reason.feature == "start" or comparison.impossible else f"{reason.feature}: {reason.level}"
        )
        yield f"    {reason.weight:+7.2f}  {total:+7.2f}  {words}"
    for judgement in why.judgements:
        yield f"    {judgement_line(Logged(judgement, 'in force'))}"


def _where(event: Event, mention: str) -> str:
    """A mention by the numbers of its quotes."""
    numbers = [str(at) for at, item in enumerate(event.evidence, 1) if item.mention == mention]
    return f"[{', '.join(numbers)}]" if numbers else mention
