"""Readings of days of the week."""

from __future__ import annotations

from datetime import timedelta

from bilateral.dates.readers.relative import compared
from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import holding

_OF_A_TIME = frozenset("CLOCK AM N12 ZONE DAYPART".split())
_DEADLINE = frozenset("by until till through as".split())


def weekday(p: Phrase, c: Context) -> Reading | None:
    """A day of the week, with or without "last", "next", "this", "the following".

    News names the latest such day, the day of publication included, unless tense or a deadline point ahead.
    """
    number, how = p.number("weekday"), p.kind("rel")
    from_text = how in ("FOLLOWING", "THAT", "PRECEDING") and c.reference is not None
    if from_text and c.reference is not None and c.reference.unit == "day":
        return _from_text(p, c)
    if c.today is None or from_text:
        return unknown(f"XXXX-WXX-{number + 1}")
    ahead = (number - c.today.first.weekday()) % 7
    back = -ahead % 7
    if how in ("LAST", "PRECEDING"):
        return dated(c.today.shift(-(back or 7)), "publication")
    if how in ("NEXT", "FOLLOWING"):
        return dated(c.today.shift(ahead or 7), "publication")
    if _lies_ahead(p, c):
        return dated(c.today.shift(ahead), "publication")
    return dated(c.today.shift(-back), "publication", compared(p))


def _from_text(p: Phrase, c: Context) -> Reading | None:
    """``the following Monday`` behind the day told before, ``the previous Monday`` before it, ``that Monday`` on it."""
    assert c.reference is not None
    ahead = (p.number("weekday") - c.reference.first.weekday()) % 7
    if p.kind("rel") == "FOLLOWING":
        ahead = ahead or 7
    elif p.kind("rel") == "PRECEDING":
        ahead = ahead - 7
    return dated(c.reference.shift(ahead), "text")


def _lies_ahead(p: Phrase, c: Context) -> bool:
    """Whether it is a deadline ("by", "until", "as early as") or told in the future; "Monday's talks" are neither."""
    after = p.after()
    if "comp" in p or (after is not None and after.kind == "APOS_S"):
        return False
    steps = 1
    while (before := p.before(steps)) is not None and before.kind in _OF_A_TIME:
        steps += 1
    return (before is not None and before.text in _DEADLINE) or c.tense_at(p.start) == "future"


def weekday_of_week(p: Phrase, c: Context) -> Reading | None:
    """``Monday last week``, ``Friday of this week``."""
    week = c.now("week")
    if week is None:
        return unknown(f"XXXX-WXX-{p.number('weekday') + 1}")
    told = week.shift(p.number("rel")).first + timedelta(days=p.number("weekday"))
    return dated(holding(told, "day"), "publication")
