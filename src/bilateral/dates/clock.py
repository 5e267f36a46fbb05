"""Readings of times of day; the day comes from beside them or, of a bare one, from the day of publication."""

from __future__ import annotations

import re

from bilateral.dates.reading import Context, Phrase, Reading
from bilateral.dates.relative import deictic, weekday
from bilateral.dates.stamp import Stamp
from bilateral.dates.timex import Anchor

_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?([ap]m)?", re.I)


def time_of_day(p: Phrase) -> str | None:
    """``17:00``, ``MO``; ``None`` where the hour is none."""
    if daypart := p.told("daypart"):
        return daypart
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
    zone = "Z" if "zone" in p and p.said["zone"].text.lower() in ("gmt", "utc") else ""
    return f"{hour:02}:{minutes}{zone}" if hour <= 24 else None


def at(day: Stamp | None, time: str, anchored: Anchor | None) -> Reading:
    """A time of a day; EDTF tells the day only."""
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{time}")
    return Reading("TIME", f"{day.timex}T{time}", day.edtf, None, anchored, day)


def clock(p: Phrase, c: Context) -> Reading | None:
    """A time alone: of the day spoken of when that is a day, else of the day of publication."""
    time = time_of_day(p)
    if time is None:
        return None
    if c.reference is not None and c.reference.unit == "day":
        return at(c.reference, time, "text")
    return at(c.today, time, "publication" if c.today else None)


def part_of_day(p: Phrase, c: Context) -> Reading | None:
    """``this morning``, ``tonight``, ``yesterday evening``, ``Thursday night``, ``the next morning``."""
    time = p.told("daypart") or "NI"
    if "weekday" in p:
        base = weekday(p, c)
    elif "day" in p:
        base = deictic(p, c)
    else:
        return _beside(p, c, time)
    return at(base.stamp, time, base.anchored) if base else None


def bare_part(p: Phrase, c: Context) -> Reading | None:
    """``noon``, ``in the morning``."""
    before, time = p.before(), p.told("daypart") or ""
    lead = before is not None and before.kind in ("IN", "AT", "BY", "DURING", "TO", "BEFORE", "AFTER", "SINCE")
    if not lead or (":" not in time and p.words[p.first].kind != "THE" and before.kind != "IN"):  # type: ignore[union-attr]
        return None
    return at(c.today, time, "publication" if c.today else None)


def _beside(p: Phrase, c: Context, time: str) -> Reading | None:
    how = p.kind("rel")
    if how in ("THIS", None) or "tonight" in p:
        return at(c.today, time, "publication" if c.today else None)
    if how == "LAST":
        return at(c.today.shift(-1) if c.today else None, time, "publication" if c.today else None)
    base = c.reference.to("day") if c.reference is not None and c.reference.unit == "day" else None
    return at(base.shift(p.number("rel")) if base else None, time, "text" if base else None)
