"""What ``add`` tells while it runs and when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilateral.errors import SourceError


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ``add`` is.

    ``done`` documents of ``total`` (``None`` when nobody knows), the last one's ``name``,
    and ``mentions`` found so far.
    """

    done: int
    total: int | None
    name: str
    mentions: int


@dataclass(slots=True)
class AddReport:
    """What one ``add`` did.

    Attributes:
        read: documents stored; known: documents that were stored before.
        failed: documents that could not be read or coded, each with the reason.
        uncoded: how many of those stored are not coded (too long...).
        mentions: mentions stored; events: events that these belong to.
        seconds: how long it took.
        warnings: what the user should know, such as a second coder or model in one record.
    """

    read: int = 0
    known: int = 0
    failed: list[SourceError] = field(default_factory=list)
    uncoded: int = 0
    mentions: int = 0
    events: int = 0
    seconds: float = 0.0
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RecodeReport:
    """What coding anew changed.

    Attributes:
        documents: coded anew; known: read by the present coder before.
        kept, changed, come, gone: mentions read as before, with other values, new, and no longer read.
        failed: documents that the coder could not read: what was read of them before stays.
        lapsed: numbers of judgements that no longer find what they speak of.
    """

    documents: int = 0
    known: int = 0
    kept: int = 0
    changed: int = 0
    come: int = 0
    gone: int = 0
    failed: list[SourceError] = field(default_factory=list)
    lapsed: list[int] = field(default_factory=list)
