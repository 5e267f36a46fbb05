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
        uncoded: how many of those stored are not coded; why: how many for each reason (``language ru``, ``too long``).
        mentions: mentions stored; events: events that these belong to.
        seconds: how long it took.
        warnings: what the user should know, such as a second coder or model in one record.
    """

    read: int = 0
    known: int = 0
    failed: list[SourceError] = field(default_factory=list)
    uncoded: int = 0
    why: dict[str, int] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How feeds are watched.

    Attributes:
        every: seconds until a feed is looked into again; a feed that fails waits longer each time.
        pause: the least seconds between two requests to one host.
        most: fetch at most so many articles in one look.
        since, until: days between which GDELT is asked for articles; else from the last look (or a day ago) to now.
        jobs: processes that code.
        allow_private: let addresses lead into private networks.
    """

    every: float = 900.0
    pause: float = 2.0
    most: int = 10_000
    since: str | None = None
    until: str | None = None
    jobs: int = 1
    allow_private: bool = False


@dataclass(slots=True)
class WatchReport:
    """What one look into feeds did.

    Attributes:
        feeds: looked into; unchanged: of these, those that had nothing new; resting: those not due yet.
        named: articles that feeds named and that were not known.
        waiting: articles that wait to be fetched later.
        troubles: feeds that could not be read, and why.
        added: what adding the articles did.
    """

    feeds: int = 0
    unchanged: int = 0
    resting: int = 0
    named: int = 0
    waiting: int = 0
    troubles: list[SourceError] = field(default_factory=list)
    added: AddReport = field(default_factory=AddReport)
