"""Notes as they stand below a table or a page."""

from __future__ import annotations

from bilateral.analysis.notes import Note
from bilateral.views.days import readable
from bilateral.views.wording import speaker


def origin(note: Note) -> str:
    """``Steppe Courier, 10 Oct 2018, 002_x.txt``."""
    told = (note.source, readable(note.published) or "no date of publication", note.document)
    return ", ".join(part for part in told if part)


def quoted(note: Note) -> str:
    """The words, on one line, and who says them."""
    said = f" ({speaker(note.attributed_to)})" if note.attributed_to else ""
    return f"“{' '.join(note.quote.split())}”{said}"


def footnote(number: int, note: Note) -> str:
    """``[1] Steppe Courier, 10 Oct 2018, 002_x.txt: “...” (Marat Seitkali, Defence Minister)``."""
    return f"[{number}] {origin(note)}: {quoted(note)}"
