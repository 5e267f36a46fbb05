"""From the relation of two states to a briefing of one to three pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING

from bilateral.analysis import asking
from bilateral.analysis.notes import Note, Notes, note_of, notes_of
from bilateral.analysis.relation import AHEAD, Part, Point, Relation
from bilateral.analysis.timing import HAPPENED
from bilateral.knowledge.states import display
from bilateral.record.filters import FIRST
from bilateral.types.edtf import bounds
from bilateral.types.event import Conflict, Event
from bilateral.views import wording
from bilateral.views.brief.model import Brief, Line, Section
from bilateral.views.brief.sentences import ended, named, sentence, shortened
from bilateral.views.charts import relation_chart, themed
from bilateral.views.days import readable

if TYPE_CHECKING:
    from bilateral.record import Record, ToldClaim
    from bilateral.record.filters import Asked

NEW, PLANNED, DISPUTED, SPEAKERS, CHRONOLOGY, HEAVIEST = 6, 6, 6, 5, 20, 3
DRAWN = 120
"""So many periods at most are drawn."""
FAILED = ("cancelled", "denied")
RECENT = timedelta(days=92)
NOTES_A_LINE = 4


def compose(record: Record, asked: Asked, by: str = "month") -> Brief:
    """The briefing on the two states of ``between``. Raises UsageError without them, or for a wrong filter."""
    told = asking.relation_of(record, asked, by)
    without_kind: Asked = asked.copy()
    without_kind.update({"kind": None, "status": None})
    claims = list(record.every_claim(**without_kind))
    notes = Notes()
    sections = [
        Section("Where the relation stands", list(_standing(told, notes))),
        Section("What is new", list(_new(told, notes))),
        Section("What is planned", list(_planned(told, notes))),
        Section("What was called off or is denied", list(_failed(told, notes))),
        Section("On what the reports differ", list(_disputed(told, notes))),
        Section("Who speaks how", list(_speakers(claims, notes))),
        Section("Chronology", list(_chronology(told, notes))),
    ]
    a, b = display(told.a), display(told.b)
    return Brief(
        title=f"{a} and {b}",
        subtitle=_subtitle(told),
        sections=[section for section in sections if section.lines],
        notes=notes.all,
        chart=themed(relation_chart(replace(told, points=told.points[-DRAWN:])).spec) if told.points else None,
        colophon=_colophon(told),
        alternative=_moved(told.points) if told.points else "",
    )


def _subtitle(told: Relation) -> str:
    documents = {item.document_id for part in told.parts for item in part.event.evidence}
    shown = [part for part in told.parts if not told.before(part)]
    days = f", {told.points[0].period.label} to {told.points[-1].period.label}" if told.points else ""
    return f"{wording.count(len(shown), 'event')} in {wording.count(len(documents), 'document')}{days}"


def _standing(told: Relation, notes: Notes) -> Iterator[Line]:
    counted = [part for part in told.counted if not told.before(part)]
    if not counted or not told.points:
        return
    heaviest = sorted(told.counted, key=lambda part: (-abs(part.value), part.event.id))[:HEAVIEST]
    sources = len({name for part in counted for name in part.sources})
    rests = _numbers((note for part in heaviest for note in notes_of(part.event)), notes)
    told_by = wording.count(sources, "independent source")
    yield Line(
        f"{wording.count(len(counted), 'event')} between the two that happened can be dated, told by {told_by}.", rests
    )
    yield Line(_moved(told.points), rests)
    for part in heaviest:
        adds = f"Among what weighs most now ({part.value:+.1f}): "
        text = sentence(part.event)
        yield Line(f"{adds}{_lower(text)}", _notes_of(part.event, notes))


def _moved(points: Sequence[Point]) -> str:
    end = points[-1]
    now = f"The score of cooperation (+) and conflict (−) stood at {end.score:.1f} at the end of {end.period.label}"
    band = f"and between {end.low:.1f} and {end.high:.1f} in 90 % of draws of other sources"
    year = next((p for p in reversed(points) if (end.period.last - p.period.last).days >= 365), points[0])
    if year is end:
        return f"{now}, {band}."
    return f"{now}, {band}; at the end of {year.period.label} it was {year.score:.1f}."


def _new(told: Relation, notes: Notes) -> Iterator[Line]:
    """What happened of late: since the day asked for, else in the last three months of what is dated."""
    start = told.method.first or _late(told)
    recent = [p for p in told.counted if p.days and start and p.days[1] >= start]
    chosen = sorted(recent, key=lambda p: (-abs(p.event.score * p.bearing.share), p.event.id))[:NEW]
    yield from _lines(chosen, notes)


def _late(told: Relation) -> date | None:
    last = max((part.days[1] for part in told.counted if part.days), default=None)
    return last - RECENT if last and last > date.min + RECENT else None


def _planned(told: Relation, notes: Notes) -> Iterator[Line]:
    """What is told as planned or proposed: for a time that is not over, or of late where no time is told."""
    start = told.method.first or _late(told)
    ahead = [p for p in told.parts if p.event.status in AHEAD and (start is None or _last(p) >= start)]
    yield from _lines(sorted(ahead, key=lambda p: (p.days is None, -len(p.sources), p.event.id))[:PLANNED], notes)


def _failed(told: Relation, notes: Notes) -> Iterator[Line]:
    """What was called off, or is denied."""
    start = told.method.first
    failed = [p for p in told.parts if p.event.status in FAILED and (start is None or _last(p) >= start)]
    yield from _lines(sorted(failed, key=lambda p: (-len(p.sources), p.event.id))[:PLANNED], notes)


def _last(part: Part) -> date:
    """The last day it can be on, else the last on which it was reported."""
    printed = [bounds(item.published)[1] for item in part.event.evidence]
    return part.days[1] if part.days else max((day for day in printed if day), default=date.min)


def _disputed(told: Relation, notes: Notes) -> Iterator[Line]:
    disputes = [(p.event, c) for p in told.parts if not told.before(p) for c in p.event.conflicts]
    ranked = sorted(disputes, key=lambda pair: (-len(pair[0].evidence), pair[0].id))[:DISPUTED]
    for event, conflict in ranked:
        if conflict.field == FIRST:
            yield _called_first(told, event, conflict, notes)
            continue
        sides = [
            f"{_value(conflict, side.value)} ({_who_says(event, side.evidence)})"
            for side in conflict.values
            if side.evidence
        ]
        field = conflict.field.removeprefix("details.").replace("_", " ")
        doubt = f" ({conflict.note})" if conflict.note else ""
        items = [event.evidence[at] for side in conflict.values for at in side.evidence]
        text = f"Reports of one {event.kind} differ on its {field}{doubt}: {' against '.join(sides)}."
        yield Line(text, _numbers((note_of(item) for item in items), notes))


def _called_first(told: Relation, event: Event, conflict: Conflict, notes: Notes) -> Line:
    """An event that a report calls the first, and the earlier one that the record tells."""
    calling = [note_of(event.evidence[at]) for side in conflict.values for at in side.evidence]
    earlier = [part.event for part in told.parts if part.event.id in (conflict.note or "")]
    text = f"A report calls a {event.kind} the first, yet an earlier one is told"
    text += f": {_lower(sentence(earlier[0]))}" if earlier else "."
    return Line(text, _numbers([*calling, *(note for one in earlier for note in notes_of(one))], notes))


def _value(conflict: Conflict, value: object) -> str:
    told = wording.plain(value)  # type: ignore[arg-type]
    return readable(told) if conflict.field == "date" else told


def _who_says(event: Event, positions: Iterable[int]) -> str:
    items = [event.evidence[at] for at in positions]
    return wording.listed(dict.fromkeys(item.source or item.document for item in items), 2)


def _speakers(claims: Sequence[ToldClaim], notes: Notes) -> Iterator[Line]:
    """Those who assert most about the other, with one of their sentences each."""
    spoken: dict[str, list[ToldClaim]] = {}
    for told in claims:
        if told.claim.speaker:
            spoken.setdefault(told.claim.speaker.name, []).append(told)
    for name in sorted(spoken, key=lambda name: (-len(spoken[name]), name))[:SPEAKERS]:
        theirs = spoken[name]
        kinds = Counter(told.claim.kind for told in theirs)
        counts = ", ".join(f"{number} × {kind}" for kind, number in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
        speaker = theirs[0].claim.speaker
        assert speaker is not None
        longest = max(theirs, key=lambda told: (len(told.quote), told.claim.id))
        text = ended(f"{counts}; for one: {shortened(longest.quote)}")
        yield Line(text, _numbers([_claim_note(longest)], notes), named(speaker))


def _claim_note(told: ToldClaim) -> Note:
    quote = told.claim.quote
    return Note(
        told.document,
        told.source,
        told.published,
        told.claim.document,
        quote.start,
        quote.end,
        told.quote,
        told.claim.speaker,
    )


def _chronology(told: Relation, notes: Notes) -> Iterator[Line]:
    """The events that weigh most by themselves, in the order of their dates."""
    dated = [p for p in told.parts if p.days and not told.before(p) and p.event.status in HAPPENED]
    chosen = sorted(dated, key=lambda p: (-len(p.sources), -abs(p.event.score), p.event.id))[:CHRONOLOGY]
    for part in sorted(chosen, key=lambda p: (p.days, p.event.id)):
        yield Line(sentence(part.event), _notes_of(part.event, notes), readable(part.event.date))


def _lines(parts: Iterable[Part], notes: Notes) -> Iterator[Line]:
    for part in sorted(parts, key=lambda p: (p.days is None, p.days or (date.max, date.max), p.event.id)):
        yield Line(sentence(part.event), _notes_of(part.event, notes))


def _notes_of(event: Event, notes: Notes) -> tuple[int, ...]:
    return _numbers(notes_of(event), notes)


def _numbers(those: Iterable[Note], notes: Notes) -> tuple[int, ...]:
    """At most a few notes, of different newspapers where there are such."""
    ranked: dict[str, list[Note]] = {}
    for note in those:
        ranked.setdefault(note.source or note.document, []).append(note)
    rounds = [note for turn in range(NOTES_A_LINE) for group in ranked.values() for note in group[turn : turn + 1]]
    return tuple(notes.numbers(rounds[:NOTES_A_LINE]))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _colophon(told: Relation) -> str:
    return (
        f"Made by bilateral {version('bilateral')} from templates, as the quoted reports tell it. "
        f"Score: PLOVER, half gone after {told.method.half_life:g} days; the range holds 90 % of a bootstrap over "
        "independent sources."
    )
