"""What a report calls the first ever, and an earlier event that it was not the first of."""

from __future__ import annotations

import re

from bilateral.merging import names
from bilateral.merging.facet import series_of, text_of
from bilateral.types.event import Conflict, ConflictValue, Event

FIRST = re.compile(
    r"\bfirst[- ]ever\b|\bfor the (?:very )?first time\b|\bfirst time (?:ever|in history)\b|\bever first\b", re.I
)
FIRST_OF_KIND = r"\bfirst (?:ever |joint |bilateral |official |state |such |of its kind |[\w-]+ ){0,2}"
WORDS = {
    "exercise": "exercises?|drills?|manoeuvres|maneuvers|war ?games?",
    "visit": "visits?|trip",
    "meeting": "meetings?|talks|summit|session|round",
    "agreement": "agreement|treaty|accord|pact|deal|contract",
    "transfer": "delivery|sale|batch|shipment|order",
}
"""What a report calls an act of each kind; of other kinds nobody counts the first."""
ORDINAL = re.compile(
    r"\bfirst (?:round|batch|session|phase|stage|part|day)\b"
    r"|\bfirst\b[^.]{0,40}\b(?:since|in|this|of) (?:\w+ )?(?:years?|decades?|months?|\d{4}|the year)\b",
    re.I,
)
"""The first of a series of parts, or the first in a while, is not the first ever."""
OVER = frozenset({"occurred", "ongoing"})
NOTE = "told as the first ever, but an earlier one is told"


def is_called_first(event: Event) -> bool:
    """Whether any report calls this event the first of its kind ever."""
    return bool(claiming(event))


def claiming(event: Event) -> tuple[int, ...]:
    """The positions of the quotes that say so."""
    words = WORDS.get(event.kind)
    if words is None:
        return ()
    of_kind = re.compile(f"{FIRST_OF_KIND}(?:{words})\\b", re.I)
    return tuple(
        at
        for at, item in enumerate(event.evidence)
        if (FIRST.search(item.quote) or of_kind.search(item.quote)) and not ORDINAL.search(item.quote)
    )


def contradicts(earlier: Event, event: Event) -> bool:
    """Whether ``event`` cannot be the first ever when ``earlier`` took place: one of the same sort, over before."""
    if earlier.id == event.id or earlier.kind != event.kind or earlier.status not in OVER:
        return False
    if not earlier.latest or not event.earliest or earlier.latest >= event.earliest:
        return False
    return _parties(earlier) == _parties(event) and _alike(earlier, event)


def conflict(event: Event, earlier: Event) -> Conflict:
    """The conflict: what calls it the first, against the earlier one, which stands in the note by its id."""
    since = ConflictValue(f"the first {event.kind}", claiming(event))
    before = ConflictValue(f"{earlier.kind} of {earlier.date} ({earlier.id})", ())
    return Conflict("first", (since, before), f"{NOTE}: {earlier.id}")


def _parties(event: Event) -> frozenset[tuple[str | None, str]]:
    return frozenset((p.country, p.side) for p in event.participants if p.country and p.role not in ("topic", "place"))


def _alike(one: Event, other: Event) -> bool:
    """Whether nothing tells the two apart as sorts: another series, other arms, another subject or office."""
    (a, _), (b, _) = series_of(one.details), series_of(other.details)
    if a and b and not names.same_series(a, b):
        return False
    keys = ("mechanism", "item", "title", "topic")
    mine, theirs = names.told(text_of(one.details, keys)), names.told(text_of(other.details, keys))
    if (mine or theirs) and not mine & theirs:
        return False
    held, holds = _offices(one), _offices(other)
    return one.kind != "visit" or (bool(held) and held == holds)


def _offices(event: Event) -> frozenset[str]:
    return frozenset(p.office.casefold() for p in event.participants if p.office and p.side == "actor")
