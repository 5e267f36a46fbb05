"""The words of an article with those marked that values rest on, in pieces that a page can show."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bilateral.types.span import Span

SORTS = ("action", "participant", "date", "place", "speaker", "other")
"""What marked words tell; where two sorts of words overlap, the earlier one of these gives the colour."""
AROUND = 70
"""Characters shown around words that lie outside the quotes."""
GAP = 40
"""Two stretches that lie no farther apart are shown as one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a value rests on: ``sort`` is one of :data:`SORTS`, ``key`` what the value is called on the page."""

    span: Span
    sort: str
    key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with the marks that cover all of them; ``start`` is where they stand."""

    text: str
    start: int
    sort: str | None
    keys: tuple[str, ...]


def sort_of(field: str) -> str:
    """``participants.0`` -> ``participant``, ``details.item`` -> ``other``."""
    name = field.partition(".")[0].removesuffix("s") if field.startswith("participants") else field
    return name if name in SORTS else "other"


def marks_of(fields: Mapping[str, Sequence[Span]], names: Mapping[str, str]) -> list[Mark]:
    """The marks of a mention; ``names`` are what the page calls a field, if not so."""
    return [Mark(span, sort_of(name), names.get(name, name)) for name, spans in fields.items() for span in spans]


def pieces(text: str, within: Span, marks: Iterable[Mark]) -> list[Piece]:
    """``text`` in the bounds of ``within``, cut wherever a mark begins or ends."""
    here = [mark for mark in marks if mark.span.overlaps(within)]
    cuts = {within.start, within.end, *(at for mark in here for at in (mark.span.start, mark.span.end))}
    edges = sorted(at for at in cuts if within.start <= at <= within.end)
    return [_piece(text, Span(a, b), here) for a, b in itertools.pairwise(edges)]


def excerpts(text: str, quotes: Iterable[Span], marks: Sequence[Mark]) -> list[list[Piece]]:
    """The quotes, and what is marked elsewhere with some words around it, in the order of the text."""
    told = list(quotes)
    outside = [mark.span for mark in marks if not any(quote.covers(mark.span) for quote in told)]
    stretches = sorted([*told, *(_widened(text, span) for span in outside)])
    joined: list[Span] = []
    for one in stretches:
        if joined and one.start <= joined[-1].end + GAP:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return [pieces(text, one, marks) for one in joined]


def _piece(text: str, span: Span, marks: Iterable[Mark]) -> Piece:
    over = [mark for mark in marks if mark.span.covers(span)]
    sort = min((mark.sort for mark in over), key=SORTS.index, default=None)
    return Piece(span.of(text), span.start, sort, tuple(dict.fromkeys(mark.key for mark in over)))


def _widened(text: str, span: Span) -> Span:
    """To whole words, and not beyond the paragraph."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    start = max(start, text.rfind("\n", start, span.start) + 1)
    end = found if (found := text.find("\n", span.end, end)) >= 0 else end
    if start > 0 and not text[start - 1].isspace():
        start = max(text.find(" ", start, span.start) + 1, start)
    if end < len(text) and not text[end].isspace():
        end = max(text.rfind(" ", span.end, end), span.end)
    return Span(start, end)
