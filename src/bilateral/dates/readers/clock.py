"""Readings of times of day; the day comes from beside them or, of a bare one, from the day spoken of."""

from __future__ import annotations

import re

from bilateral.dates.readers.relative import deictic
from bilateral.dates.readers.weekdays import weekday
from bilateral.dates.reading import Context, Phrase, Reading
from bilateral.dates.stamp import Stamp
from bilateral.dates.timex import Anchor

_CLOCK = re.compile(r"(\d{1,2})(?::?([0-5]\d))?(?::\d\d)?([ap]m)?", re.I)
_LEADS_TO_TIME = frozenset("IN AT BY DURING TO BEFORE AFTER SINCE".split())


def at(day: Stamp | None, time: str, anchored: Anchor | None) -> Reading:
    """A time of a day; EDTF tells the day only."""
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{time}")
    return Reading("TIME", f"{day.timex}T{time}", day.edtf, None, anchored, day)


def clock(p: Phrase, c: Context) -> Reading | None:
    """``17:00 GMT``, ``5 p.m.``, ``ten o'clock``."""
    time = _time_told(p)
    if time is None:
        return None
    if c.reference is not None and c.reference.unit == "day":
        return at(c.reference, time, "text")
    return _at_publication(c, time)


def _time_told(p: Phrase) -> str | None:
    """``17:00``, ``17:00Z``; ``None`` where the hour is none."""
    if "hour" in p:
        hour, minutes = p.number("hour"), "00"
    else:
        found = _CLOCK.fullmatch(p.said["clock"].text)
        if found is None:
            return None
        hour, minutes = int(found[1]), found[2] or "00"
        if found[3]:
            hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    if "half_day" in p:
        hour = hour % 12 + p.number("half_day")
    universal = "zone" in p and p.said["zone"].text.lower() in ("gmt", "utc")
    return f"{hour:02}:{minutes}{'Z' if universal else ''}" if hour <= 24 else None


def _at_publication(c: Context, time: str, shift: int = 0) -> Reading:
    return at(c.today.shift(shift), time, "publication") if c.today else at(None, time, None)


def part_of_day(p: Phrase, c: Context) -> Reading | None:
    """``this morning``, ``tonight``, ``yesterday evening``, ``Thursday night``, ``the next morning``."""
    time = p.told("daypart") or "NI"
    if "weekday" in p or "day" in p:
        base = weekday(p, c) if "weekday" in p else deictic(p, c)
        return at(base.stamp, time, base.anchored) if base else None
    how = p.kind("rel")
    if how in ("THIS", "LAST", None):
        return _at_publication(c, time, -1 if how == "LAST" else 0)
    base_day = c.reference if c.reference is not None and c.reference.unit == "day" else None
    return at(base_day.shift(p.number("rel")), time, "text") if base_day else at(None, time, None)


def bare_part(p: Phrase, c: Context) -> Reading | None:
    """``at noon``, ``in the morning``."""
    before, time = p.before(), p.told("daypart") or ""
    if before is None or before.kind not in _LEADS_TO_TIME:
        return None
    exact = ":" in time or p.words[p.first].kind == "THE" or before.kind == "IN"
    return _at_publication(c, time) if exact else None
