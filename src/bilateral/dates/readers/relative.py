"""Readings of units told from the publication or from a date told before: ``last month``, ``the same year``."""

from __future__ import annotations

from datetime import timedelta

from bilateral.dates.readers.quarters import reported_quarter
from bilateral.dates.reading import Context, Phrase, Reading, dated, edge, unknown
from bilateral.dates.stamp import SEASON_NAMES, Stamp, Unit, day, part, size_of

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""TIMEX3 values of units nobody can tell; its keys are the units that are dates."""


def compared(p: Phrase) -> str | None:
    """START for "earlier this year", END for "later this year", else the edge the phrase tells."""
    return {"EARLIER": "START", "LATER": "END"}.get(p.kind("comp") or "") or edge(p)


def _side(p: Phrase, c: Context, stamp: Stamp) -> str | None:
    """EDTF of "earlier" or "later" in a unit still running: up to the day of publication, or from it on."""
    told = p.kind("comp")
    if told is None or c.today is None or stamp.unit == "day" or not stamp.first <= c.today.first <= stamp.last:
        return None
    first, last = (stamp.first, c.today.first) if told == "EARLIER" else (c.today.first, stamp.last)
    return f"{first}/{last}"


def deictic(p: Phrase, c: Context) -> Reading | None:
    """Today, yesterday, tomorrow."""
    if c.today is None:
        return unknown(UNKNOWN["day"])
    return dated(c.today.shift(p.number("day")), "publication", compared(p))


def relative_unit(p: Phrase, c: Context) -> Reading | None:
    """``last month``, ``this year``, ``the following day``, ``that week``."""
    unit, how = p.unit, p.kind("rel")
    if unit not in UNKNOWN:
        return None
    if how in ("FOLLOWING", "THAT", "PRECEDING"):
        return _from_text(p, c, unit)
    if how == "LATEST" and unit in c.told:
        return dated(c.told[unit], "text", compared(p))
    if unit in ("decade", "century") and p.said["rel"].text == "past":
        return Reading("DURATION", "P10Y" if unit == "decade" else "P100Y")
    now = c.now(unit)
    if now is None:
        return unknown(UNKNOWN[unit], compared(p))
    stamp = now.shift(-1 if how == "LATEST" else p.number("rel"))
    if unit == "weekend" and how == "THIS":
        stamp = _this_weekend(p, c, now)
    return dated(stamp, "publication", compared(p), _side(p, c, stamp))


def _this_weekend(p: Phrase, c: Context, now: Stamp) -> Stamp:
    """Early in a week and not in the future tense, the one just over."""
    just_over = c.today is not None and c.today.first.weekday() < 3 and c.tense_at(p.start) != "future"
    return now.shift(-1) if just_over else now


def _from_text(p: Phrase, c: Context, unit: Unit) -> Reading:
    base = c.reference if c.reference is not None and c.reference.size <= size_of(unit) else c.told.get(unit)
    if base is None:
        return unknown(UNKNOWN[unit], compared(p))
    return dated(base.to(unit).shift(p.number("rel")), "text", compared(p))


def the_unit(p: Phrase, c: Context) -> Reading | None:
    """``the year``, ``the end of the month``: the one of the publication; the day or quarter spoken of."""
    unit, after = p.unit, p.after()
    if unit not in UNKNOWN or unit in ("decade", "century"):
        return None
    if unit == "day":
        return _from_text(p, c, unit) if c.reference is not None and c.reference.unit == "day" else None
    if unit == "quarter":
        return reported_quarter(c, compared(p))
    if unit == "year" and p.first < p.last and after is not None and after.text in ("ended", "ending"):
        return Reading("DURATION", "P1Y")
    now = c.now(unit)
    if now is None:
        return unknown(UNKNOWN[unit], compared(p))
    stamp = _this_weekend(p, c, now) if unit == "weekend" else now
    return dated(stamp, "publication", compared(p), _side(p, c, stamp))


def within(p: Phrase, c: Context) -> Reading | None:
    """``within the week``: from the publication on, one such unit long."""
    unit = p.unit
    now = c.now(unit) if unit in UNKNOWN else None
    if now is None or c.today is None:
        return unknown(UNKNOWN.get(unit, "XXXX"))
    end = c.today.first + timedelta(days=size_of(unit))
    return dated(now, "publication", None, f"{c.today.first}/{end}")


def relative_month(p: Phrase, c: Context) -> Reading | None:
    """``last October``, ``next May``, ``October of last year``."""
    return _part_of_year(p, c, "month", p.number("month"), f"XXXX-{p.number('month'):02}")


def relative_day(p: Phrase, c: Context) -> Reading | None:
    """``last Oct. 23``."""
    whole = relative_month(p, c)
    if whole is None or whole.stamp is None:
        return whole
    return dated(day(whole.stamp.year, whole.stamp.number, p.number("day")), "publication")


def relative_season(p: Phrase, c: Context) -> Reading | None:
    """``this summer``, ``last fall``, ``next spring``."""
    number = p.number("season")
    return _part_of_year(p, c, "season", number, f"XXXX-{SEASON_NAMES[number - 1]}")


def _part_of_year(p: Phrase, c: Context, unit: Unit, number: int, undated: str) -> Reading:
    here, how = c.now(unit), p.number("rel")
    if here is None:
        return unknown(undated, edge(p))
    a_year = 12 if unit == "month" else 4
    stamp = part(unit, here.year, number)
    if "unit" in p:
        stamp = stamp.shift(a_year * how)
    elif p.kind("rel") in ("LAST", "PRECEDING"):
        stamp = stamp if stamp.index < here.index else stamp.shift(-a_year)
    elif how == 1:
        stamp = stamp if stamp.index > here.index else stamp.shift(a_year)
    elif "rel" not in p and stamp.index > here.index + 1 and c.tense_at(p.start) != "future":
        stamp = stamp.shift(-a_year)
    return dated(stamp, "publication", edge(p))
