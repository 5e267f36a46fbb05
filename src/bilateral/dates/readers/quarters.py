"""Readings of quarters and halves of a year, and of the periods that reports compare."""

from __future__ import annotations

from dataclasses import replace

from bilateral.dates.readers.calendar import told_year
from bilateral.dates.reading import Context, Phrase, Reading, dated, edge, unknown
from bilateral.dates.stamp import Stamp, Unit, part, year

_A_YEAR = {"quarter": 4, "half": 2, "month": 12}


def ordinal_part(p: Phrase, c: Context) -> Reading | None:
    """``the third quarter``, ``first half of 2015``, ``last year's second quarter``."""
    unit: Unit = "half" if p.kind("part") == "HALF" else "quarter"
    count = _A_YEAR[unit]
    number = count if p.number("nth") == -1 else p.number("nth")
    if not 1 <= number <= count:
        return None
    if "year" in p:
        return dated(part(unit, told_year(p, c), number), "absolute", edge(p))
    here, now = c.now(unit), c.now("year")
    if "rel" in p and now is not None:
        return dated(part(unit, now.index + p.number("rel"), number), "publication", edge(p))
    if here is None:
        return unknown(f"XXXX-{'Q' if unit == 'quarter' else 'H'}{number}", edge(p))
    return dated(_nearest(part(unit, here.year, number), here, count, p, c), "publication", edge(p))


def _nearest(stamp: Stamp, here: Stamp, count: int, p: Phrase, c: Context) -> Stamp:
    """This year's, last year's or next year's: the nearest, one to come only in the future tense."""
    choices = [stamp.shift(count * step) for step in (-1, 0, 1)]
    if c.tense_at(p.start) != "future":
        choices = [choice for choice in choices if choice.index <= here.index]
    return min(choices, key=lambda choice: abs(choice.index - here.index))


def reported_quarter(c: Context, mod: str | None = None) -> Reading:
    """``the quarter``: the one told before, else the one just over, which is what reports are about."""
    if "quarter" in c.told:
        return dated(c.told["quarter"], "text", mod)
    now = c.now("quarter")
    return dated(now.shift(-1), "publication", mod) if now else unknown("XXXX-QX", mod)


def compared_period(p: Phrase, c: Context) -> Reading | None:
    """``the year-earlier quarter``, ``the 1988 period``, ``the same month last year``, ``the latest period``.

    They are only compared with; what follows does not refer to them.
    """
    return replace(_period(p, c), stamp=None)


def _period(p: Phrase, c: Context) -> Reading:
    base = c.told.get("quarter") or c.told.get("month")
    now = c.now("year")
    if p.kind("rel") == "LATEST":
        return dated(base, "text") if base else reported_quarter(c)
    if "nth" in p:
        number = p.number("nth")
        return dated(part("quarter", now.index - 1, number), "publication") if now else unknown(f"XXXX-Q{number}")
    if "year" in p:
        number = told_year(p, c)
        return dated(part(base.unit, number, base.number), "text") if base else dated(year(number), "absolute")
    if base is not None:
        return dated(base.shift(-_A_YEAR[base.unit]), "text")
    return dated(now.shift(-1), "publication") if now else unknown("XXXX")
