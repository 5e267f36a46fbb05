"""What became of it, as far as the record shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from bilateral.analysis.forecasts.foretold import Foretold
from bilateral.analysis.notes import Note, note_of
from bilateral.analysis.people import states, text
from bilateral.analysis.timing import HAPPENED
from bilateral.merging.names import designations, series, told
from bilateral.types.edtf import bounds, overlap, width_days
from bilateral.types.event import Event, Evidence

Verdict = Literal["came true", "did not", "too early to tell", "cannot be told"]
VERDICTS: tuple[Verdict, ...] = ("came true", "did not", "too early to tell", "cannot be told")
FAILED = ("cancelled", "denied")
VAGUE = 366
"""A plan for more days than these is not held to another event: too much fits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict and why, the words it rests on, and the event and date that show it."""

    verdict: Verdict
    reason: str
    notes: tuple[Note, ...] = ()
    event: Event | None = None

    @property
    def date(self) -> str | None:
        """When it happened."""
        return self.event.date if self.event and self.verdict == "came true" else None


class Later:
    """The events of a record, to look up what happened, and its last day of reporting."""

    def __init__(self, events: Iterable[Event], horizon: date | None) -> None:
        self.horizon = horizon
        self._happened: dict[tuple[str, str, str], list[Event]] = {}
        for event in events:
            if event.status in HAPPENED:
                for pair in combinations(sorted(_states(event)), 2):
                    self._happened.setdefault((event.kind, *pair), []).append(event)

    def like(self, plan: Foretold) -> Event | None:
        """An event of the same kind and states at the time foretold, that was reported after it was foretold."""
        about, width = sorted(plan.about), width_days(plan.by_when)
        if width is None or width > VAGUE or len(about) < 2:
            return None
        for event in self._happened.get((plan.kind, about[0], about[1]), []):
            fits = set(about) <= _states(event) and overlap(plan.by_when, event.date)
            if fits and _reports(event, HAPPENED, plan) and _same_things(plan.event, event):
                return event
        return None


def outcome(plan: Foretold, later: Later) -> Outcome:
    """What the record shows of one forecast or plan."""
    told_on, last = bounds(plan.note.published)[0], bounds(plan.by_when)[1]
    if told_on and last and last < told_on:
        return Outcome("cannot be told", "its time was over when it was told")
    if plan.event is not None:
        own = _of_event(plan, plan.event)
        if own:
            return own
        other = later.like(plan)
        if other:
            shown = _notes(_reports(other, HAPPENED, plan))
            return Outcome("came true", "another event of the same kind and states at that time", shown, other)
    return _open(plan, later.horizon)


def _of_event(plan: Foretold, event: Event) -> Outcome | None:
    """What later reports of the same event say."""
    if event.status in HAPPENED and (reports := _reports(event, HAPPENED, plan)):
        return Outcome("came true", f"later told as {reports[0].status}", _notes(reports), event)
    if event.status in FAILED and (reports := _reports(event, FAILED, plan)):
        return Outcome("did not", f"later told as {reports[0].status}", _notes(reports), event)
    return None


def _open(plan: Foretold, horizon: date | None) -> Outcome:
    """Without an answer: why there is none."""
    first, last = bounds(plan.by_when)
    if first is None and last is None:
        return Outcome("cannot be told", "no time by which to hold it")
    if last is None or horizon is None or last > horizon:
        return Outcome("too early to tell", "the record does not reach so far")
    return Outcome("cannot be told", "no report of what came of it")


def _reports(event: Event, statuses: tuple[str, ...], plan: Foretold) -> list[Evidence]:
    """The reports of these statuses in other documents that were not printed before the plan was told."""
    told_on = bounds(plan.note.published)[0]

    def after(item: Evidence) -> bool:
        printed = bounds(item.published)[1]
        if item.document_id == plan.note.document_id:
            return False
        return printed is None or told_on is None or printed >= told_on

    return [item for item in event.evidence if item.status in statuses and after(item)]


def _notes(reports: Iterable[Evidence]) -> tuple[Note, ...]:
    return tuple({item.document_id: note_of(item) for item in reports}.values())


def _states(event: Event) -> set[str]:
    return set(states(p for p in event.participants if p.role != "topic"))


def _same_things(plan: Event | None, event: Event) -> bool:
    """Whether what both tell of item, title or series can be the same."""
    for name in ("item", "title", "series", "mechanism"):
        one = text(plan.details.get(name)) if plan else None
        other = text(event.details.get(name))
        if one and other and not _alike(name, one, other):
            return False
    return True


def _alike(name: str, one: str, other: str) -> bool:
    if name == "series":
        return series(one) == series(other)
    a, b = designations(one), designations(other)
    return bool(a & b) if a and b else bool(told(one) & told(other)) or not (told(one) and told(other))
