"""Readings of dates that name a day, month, year or a part of one."""

from __future__ import annotations

import re

from bilateral.dates.reading import Context, Phrase, Reading, dated, unknown
from bilateral.dates.stamp import Stamp, Unit, day, holding, month, part, year

_NAMES_A_DATE = frozenset(
    "MONTH MONABBR WEEKDAY WDABBR SEASON FALL EARLY LATER EARLIER EDGE FISCAL HOLIDAY QUARTER UNIT THE THIS".split()
)
_LEADS_TO_YEAR = frozenset(
    "IN OF SINCE FROM TO UNTIL BY DURING BEFORE AFTER BETWEEN AND THE OPEN EARLY LATER EARLIER NEAR".split()
)
_NEAR = 60
_AGAINST_TENSE = 4
_NUMERIC = re.compile(r"[/.-]")


def full_date(p: Phrase, c: Context) -> Reading | None:
    """Day, month and year."""
    return dated(day(century(p, c), p.number("month"), p.number("day")), "absolute")


def century(p: Phrase, c: Context) -> int:
    """The year told, a two-digit one ("'98") in the century that puts it nearest to the publication."""
    told = p.number("year")
    return told if p.kind("year") != "YEAR2" else _two_digits(told, c)


def _two_digits(told: int, c: Context) -> int:
    now = c.now("year")
    middle = now.index if now else 1999
    return min((told + base for base in (1800, 1900, 2000)), key=lambda number: abs(number - middle))


def month_of_year(p: Phrase, c: Context) -> Reading | None:
    """Month and year."""
    return dated(month(century(p, c), p.number("month")), "absolute", edge(p))


def edge(p: Phrase) -> str | None:
    """START, MID or END where the phrase says so."""
    return p.told("early") or p.told("edge")


def numeric_date(p: Phrase, c: Context) -> Reading | None:
    """``2017-08-29``, ``29/08/2017``, ``7/8/07``: month first only where nothing else fits or the year is short."""
    told = [int(piece) for piece in _NUMERIC.split(p.said["date"].text)]
    widths = [len(piece) for piece in _NUMERIC.split(p.said["date"].text)]
    if widths[0] == 4:
        return dated(day(*told), "absolute")
    if widths[2] not in (2, 4) or widths[0] > 2:
        return None
    if "." in p.said["date"].text and widths[2] == 2:
        return None
    number = told[2] if widths[2] == 4 else _two_digits(told[2], c)
    first, second = told[:2]
    if first > 12 or (second <= 12 and widths[2] == 4 and "." in p.said["date"].text):
        return dated(day(number, second, first), "absolute")
    if second > 12 or widths[2] == 2:
        return dated(day(number, first, second), "absolute")
    return _either_way(number, first, second, c)


def _either_way(number: int, first: int, second: int, c: Context) -> Reading:
    """Day and month cannot be told apart: the order nearer to the publication, else only that it is one of two."""
    one, other = day(number, second, first), day(number, first, second)
    if c.today and one != other:
        one = min(one, other, key=lambda stamp: abs(stamp.index - c.today.index))  # type: ignore[union-attr]
        return dated(one, "absolute")
    if one == other:
        return dated(one, "absolute")
    return dated(one, "absolute", edtf=f"[{min(one.edtf, other.edtf)},{max(one.edtf, other.edtf)}]")


def bare_year(p: Phrase, c: Context) -> Reading | None:
    """A year alone, unless it is part of a name, an amount or a number of something."""
    if "early" in p or "edge" in p or "fiscal" in p or p.kind("year") == "YEARW":
        return dated(year(century(p, c)), "absolute", edge(p))
    return dated(year(century(p, c)), "absolute") if _stands_alone(p) else None


def _stands_alone(p: Phrase) -> bool:
    before, after = p.before(), p.after()
    if before is not None and before.kind in ("CURRENCY", "HYPHEN", "SLASH", "DECIMAL"):
        if before.kind != "SLASH" or (p.before(2) or before).kind != "YEAR":
            return False
    if after is not None and (
        after.kind in ("PERCENT", "UNITS", "HUNDRED", "ZONE", "AM")
        or after.text in ("million", "billion", "people", "troops")
    ):
        return False
    if p.kind("year") == "YEAR2":
        return before is not None and before.kind in _LEADS_TO_YEAR
    lead = before is None or before.kind in _LEADS_TO_YEAR
    if not lead and not 1800 <= p.number("year") <= 2100:
        return False
    return lead or not _names(before)


def _names(word: object) -> bool:
    """Whether the word before is part of a name that the number belongs to: "Druzhba 2017", "Flight 2003"."""
    text, kind = word.text, word.kind  # type: ignore[attr-defined]
    return kind in ("X", "NUMDATE", "N12", "N31", "N99", "NBIG") and (
        text[0].isupper() or text[0].isdigit() or text == "no"
    )


def decade(p: Phrase, c: Context) -> Reading | None:
    """``the 1990s``, ``the '90s``, ``the nineties``."""
    told = p.number("decade")
    if told < 100:
        base = c.now("century")
        told += 190 if base is None or base.index < 20 or told > 2 else 200
    return dated(Stamp("decade", told), "absolute", edge(p))


def ordinal_century(p: Phrase, c: Context) -> Reading | None:
    """``the 20th century``."""
    return dated(Stamp("century", p.number("nth") - 1), "absolute", edge(p))


def season_of_year(p: Phrase, c: Context) -> Reading | None:
    """Season and year."""
    return dated(part("season", century(p, c), p.number("season")), "absolute", edge(p))


def day_of_month(p: Phrase, c: Context) -> Reading | None:
    """Day and month without a year."""
    number, nth = p.number("month"), p.number("day")
    stamp = nearest_year(p, c, lambda y: day(y, number, nth))
    return unknown(f"XXXX-{number:02}-{nth:02}") if stamp is None else dated(stamp[0], stamp[1])


def bare_month(p: Phrase, c: Context) -> Reading | None:
    """A month without a year."""
    number = p.number("month")
    if p.kind("month") == "MONABBR" and p.said["month"].text.lower() not in ("sept",) and p.words[p.last].kind != "DOT":
        return None
    if p.said["month"].text in ("May", "March") and not _month_here(p):
        return None
    stamp = nearest_year(p, c, lambda y: month(y, number))
    return unknown(f"XXXX-{number:02}", edge(p)) if stamp is None else dated(stamp[0], stamp[1], edge(p))


def _month_here(p: Phrase) -> bool:
    """Whether "May" or "March" is the month: led to by a word that leads to months, not followed by what it would do."""
    before = p.before()
    if p.last > p.first:
        return True
    after = p.after()
    if before is not None and before.kind == "THE" and after is not None and after.kind == "X":
        return after.text.islower()
    return before is not None and before.kind in (
        "IN",
        "OF",
        "SINCE",
        "FROM",
        "TO",
        "BY",
        "DURING",
        "BEFORE",
        "AFTER",
        "BETWEEN",
        "AND",
        "OR",
        "QUAL",
        "ON",
        "COMMA",
    )


def nearest_year(p: Phrase, c: Context, make):  # type: ignore[no-untyped-def]
    """The candidate of this or a neighbouring year that lies nearest, and does not contradict the tense."""
    now = c.now("year")
    if c.absolute is not None and _leads(p, c):
        return _in_year(make, c.absolute.year), "text"
    if now is None:
        if c.reference is None:
            return None
        return _in_year(make, c.reference.year), "text"
    choices = [made for made in (_in_year(make, now.index + step) for step in (-1, 0, 1)) if made]
    today = c.today or now
    tense = c.tense_at(p.start)

    def distance(made: Stamp) -> int:
        away = abs((made.first - today.first).days)
        wrong = (tense == "past" and made.first > today.last) or (tense == "future" and made.last < today.first)
        return away * _AGAINST_TENSE if wrong else away

    return min(choices, key=distance), "publication"


def _leads(p: Phrase, c: Context) -> bool:
    """Whether a year told shortly before speaks for this date too: of a day or month, or in the same stretch of words."""
    assert c.absolute is not None
    now = c.now("year")
    if c.absolute != c.reference or (now is not None and now.index == c.absolute.year):
        return False
    between = [word.kind for word in p.words[c.absolute_at : p.first]][:_NEAR]
    if len(between) == _NEAR or "BREAK" in between:
        return False
    return c.absolute.unit in ("day", "month") or "DOT" not in between


def _in_year(make, number: int):  # type: ignore[no-untyped-def]
    try:
        return make(number)
    except ValueError:
        return None


def ordinal_part(p: Phrase, c: Context) -> Reading | None:
    """``the third quarter``, ``first half of 2015``, ``last year's second quarter``."""
    unit: Unit = "half" if p.kind("part") == "HALF" else "quarter"
    number = p.number("nth")
    count = 2 if unit == "half" else 4
    number = count if number == -1 else number
    if not 1 <= number <= count:
        return None
    letter = "Q" if unit == "quarter" else "H"
    if "year" in p:
        return dated(part(unit, century(p, c), number), "absolute", edge(p))
    now = c.now("year")
    if "rel" in p:
        return (
            unknown(f"XXXX-{letter}{number}")
            if now is None
            else dated(part(unit, now.index + p.number("rel"), number), "publication", edge(p))
        )
    here = c.now(unit)
    if here is None:
        return unknown(f"XXXX-{letter}{number}", edge(p))
    choices = [part(unit, here.year + step, number) for step in (-1, 0, 1)]
    if c.tense_at(p.start) != "future":
        choices = [choice for choice in choices if choice.index <= here.index]
    return dated(min(choices, key=lambda choice: abs(choice.index - here.index)), "publication", edge(p))


def week_of_month(p: Phrase, c: Context) -> Reading | None:
    """``the first week of October 2017``: days 1 to 7."""
    number, nth = p.number("month"), p.number("nth")
    found = (
        (month(century(p, c), number), "absolute") if "year" in p else nearest_year(p, c, lambda y: month(y, number))
    )
    if found is None:
        return unknown(f"XXXX-{number:02}-WXX")
    whole, anchored = found
    end = whole.last.day
    last = end if nth in (-1, 4) and nth == -1 else min(nth * 7, end)
    first = end - 6 if nth == -1 else nth * 7 - 6
    if not 1 <= first <= end:
        return None
    edtf = f"{whole.edtf}-{first:02}/{whole.edtf}-{last:02}"
    stamp = holding(day(whole.year, number, first).first, "week")
    return Reading("DATE", stamp.timex, edtf, None, anchored, stamp)


def day_range(p: Phrase, c: Context) -> Reading | None:
    """``12 to 15 March 2024``, ``March 12-15``."""
    number, first, last = p.number("month"), p.number("day"), p.number("until")
    if first >= last or ("both" in p and last != first + 1):
        return None
    if "year" in p:
        whole, anchored = month(century(p, c), number), "absolute"
    else:
        found = nearest_year(p, c, lambda y: month(y, number))
        if found is None:
            return unknown(f"XXXX-{number:02}-{first:02}/XXXX-{number:02}-{last:02}")
        whole, anchored = found
    start, end = day(whole.year, number, first), day(whole.year, number, last)
    both = f"{start.edtf}/{end.edtf}"
    return Reading("DATE", both, both, None, anchored, start)  # type: ignore[arg-type]
