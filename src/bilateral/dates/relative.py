"""Readings of dates told from the day of publication or from a date told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bilateral.dates.calendar import century, edge
from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import Stamp, Unit, day, holding, month, part, size_of
from bilateral.dates.timex import Anchor

UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
    "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def side(p: Phrase, c: Context, stamp: Stamp) -> str | None:
    """EDTF of "earlier" or "later" in a unit that is still running: to, or from, the day of publication."""
    told = p.kind("comp")
    if told is None or c.today is None or stamp.unit == "day" or not stamp.first <= c.today.first <= stamp.last:
        return None
    first, last = (stamp.first, c.today.first) if told == "EARLIER" else (c.today.first, stamp.last)
    return f"{first}/{last}"


def compared(p: Phrase) -> str | None:
    """START for "earlier", END for "later", else the edge the phrase tells."""
    return {"EARLIER": "START", "LATER": "END"}.get(p.kind("comp") or "") or edge(p)


def deictic(p: Phrase, c: Context) -> Reading | None:
    """Today, yesterday, tomorrow."""
    if c.today is None:
        return unknown("XXXX-XX-XX")
    return dated(c.today.shift(p.number("day")), "publication", compared(p))


def relative_unit(p: Phrase, c: Context) -> Reading | None:
    """``last month``, ``this year``, ``the following day``, ``that week``."""
    unit: Unit = p.told("unit")  # type: ignore[assignment]
    if unit not in UNKNOWN:
        return None
    how = p.kind("rel")
    if how in ("FOLLOWING", "THAT") or (how == "LAST" and p.said["rel"].text in ("previous", "preceding", "prior")):
        return _from_text(p, c, unit)
    if how == "LATEST" and unit in c.told:
        return dated(c.told[unit], "text", compared(p))
    if how == "LAST" and unit in ("decade", "century") and p.said["rel"].text == "past":
        return Reading("DURATION", "P10Y" if unit == "decade" else "P100Y")
    now = c.now(unit)
    if now is None:
        return unknown(UNKNOWN[unit], compared(p))
    stamp = now.shift(-1 if how == "LATEST" else p.number("rel"))
    if unit == "weekend":
        stamp = _weekend(p, c, now)
    return dated(stamp, "publication", compared(p), side(p, c, stamp))


def _weekend(p: Phrase, c: Context, now: Stamp) -> Stamp:
    """ "This weekend" on a Monday told in the past is the one just over."""
    back = c.tense_at(p.start) != "future" and c.today is not None and c.today.first.weekday() < 3
    if p.kind("rel") in ("THIS", None):
        return now.shift(-1) if back else now
    return now.shift(p.number("rel"))


def _from_text(p: Phrase, c: Context, unit: Unit) -> Reading:
    base = c.reference if c.reference is not None and c.reference.size <= size_of(unit) else c.told.get(unit)
    if base is None:
        return unknown(UNKNOWN[unit], compared(p))
    stamp = base.to(unit).shift(p.number("rel"))
    return dated(stamp, "text", compared(p))


def the_unit(p: Phrase, c: Context) -> Reading | None:
    """``the year``, ``the end of the month``: the one spoken of."""
    unit: Unit = p.told("unit")  # type: ignore[assignment]
    if unit not in UNKNOWN or unit in ("decade", "century"):
        return None
    now = c.now(unit)
    if unit == "weekend" and now is not None:
        return dated(_weekend(p, c, now), "publication", compared(p))
    if unit == "day":
        return _from_text(p, c, unit) if c.reference is not None and c.reference.unit == "day" else None
    if now is None:
        return unknown(UNKNOWN[unit], compared(p))
    after = p.after()
    if unit == "year" and p.first != p.last and after is not None and after.text in ("ended", "ending"):
        return Reading("DURATION", "P1Y")
    if unit == "quarter":  # the one reported on: told before, else the one just over
        return (
            dated(c.told[unit], "text", compared(p))
            if unit in c.told
            else dated(now.shift(-1), "publication", compared(p))
        )
    return dated(now, "publication", compared(p), side(p, c, now))


def weekday(p: Phrase, c: Context) -> Reading | None:
    """A day of the week, with or without "last", "next", "this", "the following"."""
    number, how = p.number("weekday"), p.kind("rel")
    if how in ("FOLLOWING", "THAT") and c.reference is not None and c.reference.unit == "day":
        ahead = (number - c.reference.first.weekday() - 1) % 7 + 1
        return dated(c.reference.shift(ahead if how == "FOLLOWING" else ahead % 7), "text")
    if c.today is None:
        return unknown(f"XXXX-WXX-{number + 1}")
    today = c.today.first.weekday()
    back = (today - number) % 7
    if how == "LAST":
        return dated(c.today.shift(-(back or 7)), "publication")
    if how == "NEXT" or _ahead(p, c):
        return dated(c.today.shift((number - today) % 7 or (7 if how else 0)), "publication")
    return dated(c.today.shift(-back), "publication", compared(p))


def _ahead(p: Phrase, c: Context) -> bool:
    """Whether a weekday lies ahead: a deadline ("by", "until", "as early as"), or told in the future."""
    before, after = p.before(), p.after()
    if "comp" in p or (after is not None and after.kind == "APOS_S"):
        return False
    steps = 1
    while before is not None and before.kind in ("CLOCK", "AM", "N12", "ZONE", "DAYPART"):
        steps += 1
        before = p.before(steps)
    deadline = before is not None and before.text in ("by", "until", "till", "through", "as")
    return deadline or c.tense_at(p.start) == "future"


def weekday_of_week(p: Phrase, c: Context) -> Reading | None:
    """``Monday last week``, ``Friday of this week``."""
    week = c.now("week")
    if week is None:
        return unknown(f"XXXX-WXX-{p.number('weekday') + 1}")
    start = week.shift(p.number("rel")).first + timedelta(days=p.number("weekday"))
    return dated(holding(start, "day"), "publication")


def relative_month(p: Phrase, c: Context) -> Reading | None:
    """``last October``, ``next May``, ``October of last year``."""
    return _relative_part(p, c, "month", p.number("month"), f"XXXX-{p.number('month'):02}")


def relative_day(p: Phrase, c: Context) -> Reading | None:
    """``last Oct. 23``."""
    whole = relative_month(p, c)
    if whole is None or whole.stamp is None:
        return whole
    return dated(day(whole.stamp.year, whole.stamp.number, p.number("day")), "publication")


def relative_season(p: Phrase, c: Context) -> Reading | None:
    """``this summer``, ``last fall``, ``next spring``."""
    number = p.number("season")
    return _relative_part(p, c, "season", number, f"XXXX-{('SP', 'SU', 'FA', 'WI')[number - 1]}")


def _relative_part(p: Phrase, c: Context, unit: Unit, number: int, undated: str) -> Reading:
    here = c.now(unit)
    if here is None:
        return unknown(undated, edge(p))
    if "unit" in p:
        return dated(part(unit, here.year + p.number("rel"), number), "publication", edge(p))
    how = p.number("rel")
    this = part(unit, here.year, number)
    if p.kind("rel") in ("LAST",):
        stamp = this if this.index < here.index else this.shift(-_per_year(unit))
    elif how == 1:
        stamp = this if this.index > here.index else this.shift(_per_year(unit))
    elif p.kind("rel") is None and c.tense_at(p.start) != "future" and this.index > here.index + 1:
        stamp = this.shift(-_per_year(unit))
    else:
        stamp = this
    return dated(stamp, "publication", edge(p))


def _per_year(unit: Unit) -> int:
    return 12 if unit == "month" else 4


def counted(p: Phrase, c: Context) -> Reading | None:
    """``three years ago``, ``two months later``, ``a week earlier``, ``five days before``."""
    unit, how = p.told("unit"), p.kind("way") or ""
    if unit in ("hour", "minute"):
        return unknown("PRESENT_REF" if how == "AGO" and "num" not in p else "PAST_REF", p.told("qual"))
    direction = p.number("way")
    if how in ("BEFORE", "AFTER") and _goes_on(p):
        return None
    if "num" not in p:
        return unknown("PAST_REF" if direction < 0 else "FUTURE_REF", p.told("qual"))
    count = p.number("num") * direction
    if how in ("AGO", "BACK") or p.said["way"].text.lower() == "from":
        base, anchored = c.now(_finest(unit)), "publication"
    else:
        base, anchored = c.reference, "text"
    if base is None:
        return unknown(UNKNOWN[unit or "day"], p.told("qual"))
    if (
        how == "AGO"
        and unit == "year"
        and abs(count) == 1
        and c.reference is not None
        and c.reference.unit == "quarter"
    ):
        base, anchored = c.reference, "text"
    found = _shifted(base, unit or "day", count, anchored, p.told("qual"))  # type: ignore[arg-type]
    return replace(found, stamp=None) if direction < 0 and anchored == "text" else found


def _goes_on(p: Phrase) -> bool:
    """Whether "before" or "after" leads to what the time is counted from."""
    after = p.after()
    return after is not None and after.kind not in ("COMMA", "DOT", "BREAK", "DASH", "AND") and after.text[0].isalnum()


def _finest(unit: str | None) -> Unit:
    return "day" if unit in ("day", "week", "weekend") else unit  # type: ignore[return-value]


def _shifted(base: Stamp, unit: str, count: int, anchored: Anchor, mod: str | None) -> Reading:
    """``base`` moved by ``count`` units; a year back from a quarter is a quarter."""
    if unit in ("day", "week", "weekend"):
        days = count * (1 if unit == "day" else 7)
        if base.unit not in ("day", "week", "weekend"):
            return unknown(UNKNOWN["day"], mod)
        if base.unit != "day" and unit != "day":
            return dated(base.shift(count), anchored, mod)
        stamp = base.to("day").shift(days)
        return dated(
            stamp, anchored, mod, stamp.to("week").edtf if unit == "week" and anchored == "publication" else None
        )
    if base.unit in ("quarter", "half", "season") and unit == "year":
        return dated(base.shift(count * {"half": 2}.get(base.unit, 4)), anchored, mod)
    if base.unit == "month" and unit == "year" and anchored == "text":
        return dated(base.shift(12 * count), anchored, mod)
    return dated(base.to(unit).shift(count), anchored, mod)  # type: ignore[arg-type]


def year_ago_period(p: Phrase, c: Context) -> Reading | None:
    """``the year-earlier quarter``, ``the 1988 period``, ``the latest period``: comparisons that nothing later refers to."""
    found = _period(p, c)
    return replace(found, stamp=None)


def _period(p: Phrase, c: Context) -> Reading:
    base = c.told.get("quarter") or c.told.get("month")
    if "nth" in p:
        now = c.now("year")
        return (
            dated(part("quarter", now.index - 1, p.number("nth")), "publication")
            if now
            else unknown(f"XXXX-Q{p.number('nth')}")
        )
    if "year" in p:
        number = century(p, c)
        return dated(part(base.unit, number, base.number), "text") if base else dated(Stamp("year", number), "absolute")
    if p.kind("rel") == "LATEST":
        quarter = c.now("quarter")
        return (
            dated(base, "text") if base else dated(quarter.shift(-1), "publication") if quarter else unknown("XXXX-QX")
        )
    if base is not None:
        return dated(base.shift(-{"quarter": 4, "half": 2, "month": 12}[base.unit]), "text")
    now = c.now("year")
    return unknown("XXXX") if now is None else dated(now.shift(-1), "publication")


def holiday(p: Phrase, c: Context) -> Reading | None:
    """Christmas, New Year's Day, Easter: days of the year."""
    from bilateral.dates.holidays import holiday_of

    return holiday_of(p, c)


def month_of_relative_year(p: Phrase, c: Context) -> Reading | None:
    """``October of last year``."""
    now = c.now("year")
    if now is None:
        return unknown(f"XXXX-{p.number('month'):02}")
    return dated(month(now.index + p.number("rel"), p.number("month")), "publication", edge(p))


def within(p: Phrase, c: Context) -> Reading | None:
    """``within the week``: from the publication on, one such unit long."""
    unit: Unit = p.told("unit")  # type: ignore[assignment]
    now = c.now(unit) if unit in UNKNOWN else None
    if now is None or c.today is None:
        return unknown(UNKNOWN.get(unit, "XXXX"))
    days = {"day": 1, "week": 7}.get(unit)
    end = c.today.first + timedelta(days=days) if days else now.last
    return Reading("DATE", now.timex, f"{c.today.first}/{end}", None, "publication", now)
