"""Readings of so many units before or after: ``three years ago``, ``two months later``."""

from __future__ import annotations

from dataclasses import replace

from bilateral.dates.readers.relative import UNKNOWN
from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import Stamp, Unit
from bilateral.dates.timex import Anchor

_ENDS_A_PHRASE = frozenset("COMMA DOT BREAK DASH AND".split())
_COUNTED_IN: dict[Unit, Unit] = {"week": "day", "weekend": "day", "decade": "year"}
_PARTS = {"quarter": 4, "half": 2, "season": 4, "month": 12}


def counted(p: Phrase, c: Context) -> Reading | None:
    """``three years ago`` from the publication; ``a week earlier``, ``two months later`` from the date told before."""
    how, direction, mod = p.kind("way"), p.number("way"), p.told("qual")
    if how in ("BEFORE", "AFTER") and _goes_on(p):
        return None
    if "num" not in p or p.unit not in UNKNOWN:
        return unknown("PAST_REF" if direction < 0 else "FUTURE_REF", mod)
    base, anchored = _counted_from(p, c)
    if base is None:
        return unknown(UNKNOWN[p.unit], mod)
    found = _shifted(base, p.unit, p.number("num") * direction, anchored, mod)
    # an earlier date is only compared with: the story does not go on from it
    return replace(found, stamp=None) if direction < 0 and anchored == "text" else found


def ahead(p: Phrase, c: Context) -> Reading | None:
    """``in two weeks``, told in the future, is when they are over; elsewhere it is how long something takes."""
    before, unit = p.before(), p.unit
    if before is None or before.kind != "IN" or unit not in UNKNOWN or c.tense_at(p.start) != "future":
        return None
    base = c.now(_COUNTED_IN.get(unit, unit))
    return _shifted(base, unit, p.number("num"), "publication", None) if base is not None else None


def _goes_on(p: Phrase) -> bool:
    """Whether "before" or "after" leads to what the time is counted from: then only its length is told."""
    after = p.after()
    return after is not None and after.kind not in _ENDS_A_PHRASE and after.text[0].isalnum()


def _counted_from(p: Phrase, c: Context) -> tuple[Stamp | None, Anchor]:
    from_publication = p.kind("way") in ("AGO", "BACK") or p.said["way"].text.lower() == "from"
    if not from_publication:
        return c.reference, "text"
    in_report = c.reference is not None and c.reference.unit == "quarter"
    if in_report and p.unit == "year" and p.number("num") == 1:  # "a year ago" beside a quarter means that quarter
        return c.reference, "text"
    return c.now(_COUNTED_IN.get(p.unit, p.unit)), "publication"


def _shifted(base: Stamp, unit: Unit, count: int, anchored: Anchor, mod: str | None) -> Reading:
    """``base`` moved by ``count`` units; a year from a quarter on is a quarter."""
    if unit == "decade":  # ten years, more or less
        return dated(base.to("year").shift(10 * count), anchored, "APPROX")
    if unit in ("day", "week", "weekend"):
        return _shifted_days(base, unit, count, anchored, mod)
    if unit == "year" and base.unit in _PARTS and anchored == "text":
        return dated(base.shift(count * _PARTS[base.unit]), anchored, mod)
    return dated(base.to(unit).shift(count), anchored, mod)


def _shifted_days(base: Stamp, unit: Unit, count: int, anchored: Anchor, mod: str | None) -> Reading:
    if base.unit not in ("day", "week", "weekend"):
        return unknown(UNKNOWN["day"], mod)
    if base.unit != "day" and unit != "day":
        return dated(base.shift(count), anchored, mod)
    stamp = base.to("day").shift(count if unit == "day" else 7 * count)
    # nobody counts weeks to the day: "two weeks ago" is told for some day of that week
    return dated(stamp, anchored, mod, stamp.to("week").edtf if unit != "day" else None)
