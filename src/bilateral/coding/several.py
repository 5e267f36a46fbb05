"""One clause that tells several events: "held exercises in 2016 and 2017"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bilateral.coding.dating import When
from bilateral.coding.draft import Draft
from bilateral.coding.reading import Dated, Reading

REPEATED = frozenset({"exercise", "visit", "meeting", "agreement", "transfer", "attack"})
"""Kinds of acts that are done again and again."""


def each(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """The draft, or one for each of the dates that are told in a row where it has one of them."""
    own = _own(reading, draft.when)
    row = [] if own is None or draft.frame.kind not in REPEATED else _row(reading, own)
    if len(row) < 2:
        yield draft
        return
    for dated in row:
        yield replace(
            draft,
            when=When(dated.timex.edtf or "", (dated.span,)),
            actors=list(draft.actors),
            recipients=list(draft.recipients),
            details=dict(draft.details),
            spans=dict(draft.spans),
            triggers=list(draft.triggers),
            quotes=list(draft.quotes),
            apart=(dated.span,),
        )


def _own(reading: Reading, when: When | None) -> Dated | None:
    if when is None or "/" in when.edtf:
        return None
    return next((dated for dated in reading.dated if (dated.span,) == when.spans), None)


def _row(reading: Reading, own: Dated) -> list[Dated]:
    """The points in time that are coordinated with one and as wide as it, in order."""
    roots = {own.root, *own.root.conjuncts}
    wide = len(own.timex.edtf or "")
    return [dated for dated in reading.dated if dated.root in roots and len(dated.timex.edtf or "") == wide]
