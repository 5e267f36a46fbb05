"""One event as one document tells it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.span import Span

Value = str | int | float | bool | list[str]
"""What a detail can hold."""


@dataclass(frozen=True, slots=True)
class Plover:
    """A PLOVER code: event type, mode and contexts."""

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one document tells it; never edited once made.

    Attributes:
        id: ``mtn_`` and a hash of document, kind and spans (:func:`mention_id`).
        document: id of the document.
        kind: one of :data:`bilateral.types.kinds.KINDS`.
        plover, score: PLOVER code and its conflict-cooperation score (-10 to 10).
        participants: lists of actors and recipients, not pairs.
        date: EDTF or ``None``; place and speaker ``None`` when not told.
        status: one of :data:`bilateral.types.kinds.STATUSES`.
        details: by kind: ``series``, ``edition``, ``item``, ``quantity``, ``stage``, ``direction``, ``mechanism``,
            ``title``, ``personnel``, ``what`` (always, for kind ``other``)...
        quotes: clauses or sentences that state it, in order of the text, each at most 400 characters.
        fields: the words of each value: ``action``, ``date``, ``place``, ``status``, ``speaker``,
            ``participants.N``, ``details.X`` -> spans.
        confidence: 0 to 1.
        coder: name and version of the coder, ``rules/1.0``.
    """

    id: str
    document: str
    kind: str
    plover: Plover
    score: float
    participants: tuple[Participant, ...]
    date: str | None
    place: Place | None
    status: str
    details: Mapping[str, Value]
    speaker: Speaker | None
    quotes: tuple[Span, ...]
    confidence: float
    coder: str
    fields: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def mention_id(document: str, kind: str, action: tuple[Span, ...]) -> str:
    """The id of a mention: the same document, kind and words of action give the same id."""
    told = ";".join([document, kind, *(f"{s.start}-{s.end}" for s in action)])
    return "mtn_" + hashlib.sha256(told.encode()).hexdigest()[:20]
