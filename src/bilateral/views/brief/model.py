"""What a briefing is made of, whatever it is written as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bilateral.analysis.notes import Note
from bilateral.views.charts import Spec


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and the numbers of the notes it rests on; ``head`` is a date or name that stands before it."""

    text: str
    notes: tuple[int, ...]
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Some sentences under a heading."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing: title, what it is of, the sections, a chart, and the notes that all sentences lead to."""

    title: str
    subtitle: str
    sections: Sequence[Section]
    notes: Sequence[Note]
    chart: Spec | None
    colophon: str
    alternative: str = field(default="")
