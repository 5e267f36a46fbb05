"""One happening in the world: one or more mentions, merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.mention import Mention, Plover, Value
from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote of one report of an event, with what that report says of date and status.

    ``document`` is the document's name (path below SOURCE, row id or URL), ``document_id`` its hash;
    ``fields`` are the spans of this mention's values that lie anywhere in the document; ``family`` names the
    near-identical copies that the document is one of.
    """

    document: str
    document_id: str
    source: str | None
    published: str | None
    start: int
    end: int
    quote: str
    attributed_to: Speaker | None
    status: str
    date: str | None
    mention: str
    coder: str
    fields: Mapping[str, tuple[Span, ...]]
    family: str | None = None


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One side of a conflict; ``evidence`` are positions in the event's list of evidence."""

    value: Value | None
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports of one event that cannot all be true in one field, or a likely misprint (``note`` says so)."""

    field: str
    values: tuple[ConflictValue, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event with its reports. Recomputed from mentions, never edited.

    ``date`` is EDTF, ``earliest`` and ``latest`` its first and last possible day in ISO form (``None`` where open).
    """

    id: str
    kind: str
    plover: Plover
    score: float
    participants: tuple[Participant, ...]
    date: str | None
    earliest: str | None
    latest: str | None
    place: Place | None
    status: str
    details: Mapping[str, Value]
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What merging says of some mentions: they tell one event, and these are its values.

    ``mentions`` are in the order of (published, document, first quote); the evidence of a conflict counts
    positions of the flat list of their quotes in that order.
    """

    mentions: tuple[Mention, ...]
    event: Event
