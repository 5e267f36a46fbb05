"""The ledger: each forecast and plan with what became of it, and how often each speaker was right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from bilateral.analysis.forecasts.foretold import Foretold, plans, with_forecasts
from bilateral.analysis.forecasts.outcomes import Later, Outcome, outcome
from bilateral.analysis.frame import Frame, Tabular
from bilateral.analysis.notes import Note, Notes
from bilateral.merging.words import fold
from bilateral.types.edtf import bounds

if TYPE_CHECKING:
    from bilateral.record import Record
    from bilateral.record.filters import Asked

ENOUGH = 5
COLUMNS = (
    "told speaker office country source kind about by_when outcome reason happened quote notes outcome_notes "
    "event outcome_event"
)
Z = 1.96


@dataclass(frozen=True, slots=True)
class Line:
    """One forecast or plan and what became of it."""

    foretold: Foretold
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Ledger(Tabular):
    """All lines in the order of their telling, and the notes they rest on."""

    lines: tuple[Line, ...]

    def frame(self) -> tuple[Frame, tuple[Note, ...]]:
        """The lines as rows, with numbers of notes, and the notes."""
        notes = Notes()
        rows = [_row(line, notes) for line in self.lines]
        return Frame.of(COLUMNS, rows), tuple(notes.all)

    def table(self) -> Frame:
        """The lines as rows, notes as numbers."""
        return self.frame()[0]

    def scores(self, minimum: int = ENOUGH) -> Frame:
        """How often speakers were right, for those with ``minimum`` lines or more that can be told.

        ``low`` and ``high`` are Wilson's interval of 95 per cent. The voice of an article is nobody's.
        """
        spoken: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.foretold.speaker:
                spoken.setdefault(fold(line.foretold.speaker.name), []).append(line)
        rows = [row for lines in spoken.values() if (row := _score(lines))["told"] >= minimum]
        ranked = sorted(rows, key=lambda row: (-row["told"], row["speaker"]))
        return Frame.of("speaker told came_true did_not open share low high", ranked)


def ledger(record: Record, asked: Asked | None = None, speaker: str | None = None) -> Ledger:
    """The ledger of a record: plans and forecasts that fit, told by a speaker whose name holds ``speaker``.

    What became of them is looked up in all of the record.
    """
    wanted: Asked = asked.copy() if asked else {}
    planned = plans(record.every_event(**wanted))
    told = list(with_forecasts(planned, _claims(record, wanted), record.text))
    if speaker:
        told = [one for one in told if one.speaker and fold(speaker) in fold(one.speaker.name)]
    later = Later(record.every_event(), _horizon(record))
    lines = [Line(one, outcome(one, later)) for one in told]
    return Ledger(tuple(sorted(lines, key=_order)))


def _claims(record: Record, asked: Asked) -> Iterable[Any]:
    """The forecasts; none where events of a kind or status are asked for, which a claim does not have."""
    if asked.get("kind") or asked.get("status"):
        return ()
    wanted: Asked = asked.copy()
    wanted["kind"] = "forecast"
    return record.every_claim(**wanted)


def _horizon(record: Record) -> Any:
    """The last day on which the record reports anything."""
    printed = (bounds(row.published)[1] for row in record.documents() if row.current)
    return max((day for day in printed if day), default=None)


def _order(line: Line) -> tuple[str, str, int, str]:
    note = line.foretold.note
    return note.published or "9999", note.document, note.start, line.foretold.kind


def _row(line: Line, notes: Notes) -> dict[str, Any]:
    one, came = line.foretold, line.outcome
    return {
        "told": one.note.published,
        "speaker": one.speaker.name if one.speaker else None,
        "office": one.speaker.office if one.speaker else None,
        "country": one.speaker.country if one.speaker else None,
        "source": one.note.source,
        "kind": one.kind,
        "about": list(one.about),
        "by_when": one.by_when,
        "outcome": came.verdict,
        "reason": came.reason,
        "happened": came.date,
        "quote": " ".join(one.note.quote.split()),
        "notes": [notes.number(one.note)],
        "outcome_notes": notes.numbers(came.notes),
        "event": one.event.id if one.event else None,
        "outcome_event": came.event.id if came.event else None,
    }


def _score(lines: list[Line]) -> dict[str, Any]:
    verdicts = [line.outcome.verdict for line in lines]
    right, wrong = verdicts.count("came true"), verdicts.count("did not")
    told = right + wrong
    low, high = _wilson(right, told)
    first = lines[0].foretold.speaker
    return {
        "speaker": first.name if first else None,
        "told": told,
        "came_true": right,
        "did_not": wrong,
        "open": len(lines) - told,
        "share": round(right / told, 3) if told else None,
        "low": low,
        "high": high,
    }


def _wilson(right: int, of: int) -> tuple[float | None, float | None]:
    if not of:
        return None, None
    share = right / of
    middle = share + Z * Z / (2 * of)
    spread = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return round(max(0.0, (middle - spread) / scale), 3), round(min(1.0, (middle + spread) / scale), 3)
