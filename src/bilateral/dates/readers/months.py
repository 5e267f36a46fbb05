"""Readings of days and months that do not tell their year."""

from __future__ import annotations

from collections.abc import Callable

from bilateral.dates.readers.calendar import told_year
from bilateral.dates.reading import Context, Phrase, Reading, dated, edge, unknown
from bilateral.dates.stamp import Stamp, day, holding, month
from bilateral.dates.timex import Anchor

_NEAR = 60
"""How many words behind a date with a year one without may still mean that year."""
_AGAINST_TENSE = 4
"""How many times farther a date seems that contradicts the tense; a guessed tense is no proof."""
_LEADS_TO_MONTH = frozenset("IN OF SINCE FROM TO BY DURING BEFORE AFTER BETWEEN AND OR QUAL ON COMMA".split())


def day_of_month(p: Phrase, c: Context) -> Reading | None:
    """Day and month."""
    number, nth = p.number("month"), p.number("day")
    found = nearest_year(p, c, lambda year: day(year, number, nth))
    return dated(*found) if found else unknown(f"XXXX-{number:02}-{nth:02}")


def bare_month(p: Phrase, c: Context) -> Reading | None:
    """A month alone; an abbreviated one only with its dot."""
    if p.kind("month") == "MONABBR" and p.words[p.last].kind != "DOT":
        return None
    if p.said["month"].text in ("May", "March") and p.first == p.last and not _is_month(p):
        return None
    number = p.number("month")
    found = nearest_year(p, c, lambda year: month(year, number))
    return dated(*found, edge(p)) if found else unknown(f"XXXX-{number:02}", edge(p))


def _is_month(p: Phrase) -> bool:
    """Whether "May" or "March" is the month, by the word before it."""
    before, after = p.before(), p.after()
    if before is None:
        return False
    if before.kind == "THE":
        return after is not None and after.kind == "X" and after.text.islower()
    return before.kind in _LEADS_TO_MONTH


def nearest_year(p: Phrase, c: Context, make: Callable[[int], Stamp]) -> tuple[Stamp, Anchor] | None:
    """What ``make`` makes of the year the text leads to, else of the year that puts it nearest to the publication."""
    led = _year_led_to(p, c)
    if led is not None:
        return make(led), "text"
    now, tense = c.now("year"), c.tense_at(p.start)
    if now is None:
        return None
    today = c.today or now

    def distance(made: Stamp) -> int:
        away = abs((made.first - today.first).days)
        wrong = (tense == "past" and made.first > today.last) or (tense == "future" and made.last < today.first)
        return away * _AGAINST_TENSE if wrong else away

    choices = [made for step in (-1, 0, 1) if (made := _existing(make, now.index + step))]
    return (min(choices, key=distance), "publication") if choices else None


def _existing(make: Callable[[int], Stamp], year: int) -> Stamp | None:
    """A 29 February is there in some years only."""
    try:
        return make(year)
    except ValueError:
        return None


def _year_led_to(p: Phrase, c: Context) -> int | None:
    """The year of a day or month told shortly before, or of a year told in the same sentence."""
    lead, now = c.absolute, c.now("year")
    if lead is None or lead != c.reference or p.first - c.absolute_at >= _NEAR:
        return None
    if now is not None and now.index == lead.year:
        return None
    between = {word.kind for word in p.words[c.absolute_at : p.first]}
    if "BREAK" in between or (lead.unit not in ("day", "month") and "DOT" in between):
        return None
    return lead.year


def _month_told(p: Phrase, c: Context) -> tuple[Stamp, Anchor] | None:
    number = p.number("month")
    if "year" in p:
        return month(told_year(p, c), number), "absolute"
    return nearest_year(p, c, lambda year: month(year, number))


def week_of_month(p: Phrase, c: Context) -> Reading | None:
    """``the first week of October 2017``: days 1 to 7; ``the last week of May``: the last seven."""
    found, nth = _month_told(p, c), p.number("nth")
    if p.unit != "week":
        return None
    if found is None:
        return unknown(f"XXXX-{p.number('month'):02}-WXX")
    whole, anchored = found
    end = whole.last.day
    first = end - 6 if nth == -1 else nth * 7 - 6
    if not 1 <= first <= end:
        return None
    edtf = f"{whole.edtf}-{first:02}/{whole.edtf}-{min(first + 6, end):02}"
    stamp = holding(day(whole.year, whole.number, first).first, "week")
    return dated(stamp, anchored, None, edtf)


def week_holding(p: Phrase, c: Context) -> Reading | None:
    """``the week of October 2``."""
    found = _month_told(p, c)
    if found is None or p.words[p.first + 1].value != "week":
        return None
    whole, anchored = found
    return dated(day(whole.year, whole.number, p.number("day")).to("week"), anchored)


def day_range(p: Phrase, c: Context) -> Reading | None:
    """``12 to 15 March 2024``, ``March 12-15``, ``April 24 and 25``."""
    number, first, last = p.number("month"), p.number("day"), p.number("until")
    if first >= last or ("both" in p and last != first + 1):
        return None
    found = _month_told(p, c)
    if found is None:
        return unknown(f"XXXX-{number:02}-{first:02}/XXXX-{number:02}-{last:02}")
    whole, anchored = found
    start, end = day(whole.year, number, first), day(whole.year, number, last)
    both = f"{start.edtf}/{end.edtf}"
    return Reading("DATE", both, both, None, anchored, start)
