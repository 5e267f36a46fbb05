"""Readings of dates that tell their year."""

from __future__ import annotations

import re

from bilateral.dates.reading import Context, Phrase, Reading, dated, edge
from bilateral.dates.stamp import Stamp, day, month, part, year
from bilateral.dates.words import Word

_LEADS_TO_YEAR = frozenset(
    "IN OF SINCE FROM TO BY DURING BEFORE AFTER BETWEEN AND OR THE OPEN EARLY LATER EARLIER NEAR QUAL".split()
)
_NOT_A_YEAR_BEFORE = frozenset("PERCENT UNITS HUNDRED ZONE AM".split())
_COUNTED = frozenset(
    "million billion people troops soldiers personnel km kilometers kilometres miles tonnes tons".split()
)
_PLURAL = re.compile(r"[a-z]{2,}[^su\W]s|men|women|children|police|others")
_UP_TO = frozenset({"to", "some", "about", "over", "nearly", "almost", "another", "with"})
_SEPARATOR = re.compile(r"[/.-]")


def full_date(p: Phrase, c: Context) -> Reading | None:
    """Day, month and year."""
    return dated(day(told_year(p, c), p.number("month"), p.number("day")), "absolute")


def month_of_year(p: Phrase, c: Context) -> Reading | None:
    """Month and year."""
    return dated(month(told_year(p, c), p.number("month")), "absolute", edge(p))


def season_of_year(p: Phrase, c: Context) -> Reading | None:
    """Season and year."""
    return dated(part("season", told_year(p, c), p.number("season")), "absolute", edge(p))


def told_year(p: Phrase, c: Context) -> int:
    """The year told; one of two digits ("'98") in the century that puts it nearest to the publication."""
    told = p.number("year")
    return told if p.kind("year") != "YEAR2" else _of_century(told, c)


def _of_century(two_digits: int, c: Context) -> int:
    now = c.now("year")
    middle = now.index if now else 1999
    return min((two_digits + base for base in (1800, 1900, 2000)), key=lambda number: abs(number - middle))


def numeric_date(p: Phrase, c: Context) -> Reading | None:
    """``2017-08-29``, ``29/08/2017``, ``7/8/07`` (month first, as only American news shortens the year so)."""
    text = p.said["date"].text
    pieces = _SEPARATOR.split(text)
    told = [int(piece) for piece in pieces]
    if len(pieces[0]) == 4:
        return dated(day(*told), "absolute")
    short = len(pieces[2]) == 2
    if len(pieces[0]) > 2 or len(pieces[2]) not in (2, 4) or ("." in text and short):
        return None
    number = _of_century(told[2], c) if short else told[2]
    first, second = told[:2]
    if first > 12 or ("." in text and second <= 12):
        return dated(day(number, second, first), "absolute")
    if second > 12 or short:
        return dated(day(number, first, second), "absolute")
    return _either_way(day(number, second, first), day(number, first, second), c)


def _either_way(one: Stamp, other: Stamp, c: Context) -> Reading:
    """Day and month cannot be told apart: the order nearer to the publication, else "one of these two"."""
    if one == other:
        return dated(one, "absolute")
    today = c.today
    if today is not None:
        return dated(min(one, other, key=lambda stamp: abs(stamp.index - today.index)), "absolute")
    return dated(one, "absolute", edtf=f"[{min(one.edtf, other.edtf)},{max(one.edtf, other.edtf)}]")


def bare_year(p: Phrase, c: Context) -> Reading | None:
    """A year alone, unless it is part of a name, an amount or a number of something."""
    stamp = year(told_year(p, c))
    if "fiscal" in p and p.said["fiscal"].text.lower() in ("fiscal", "financial", "academic"):
        return dated(stamp, "absolute", edge(p), f"{stamp.edtf}~")
    if {"early", "edge", "fiscal"} & p.said.keys() or p.kind("year") == "YEARW" or _stands_alone(p):
        return dated(stamp, "absolute", edge(p))
    return None


def short_range(p: Phrase, c: Context) -> Reading | None:
    """``2014-15``, ``2014/15``; with a month's number behind a hyphen, ``2014-11``, it is that month."""
    told, text = p.number("year"), p.said["short"].text
    if len(text) != 2:
        return None
    if p.number("short") <= 12 and p.words[p.last - 1].kind == "HYPHEN":
        return dated(month(told, p.number("short")), "absolute")
    until = told - told % 100 + p.number("short")
    if not told < until <= told + 20:
        return None
    return dated(year(told), "absolute", None, f"{told}/{until}")


def _stands_alone(p: Phrase) -> bool:
    before, after = p.before(), p.after()
    if after is not None and (after.kind in _NOT_A_YEAR_BEFORE or after.text in _COUNTED):
        return False
    if after is not None and _counts(p.number("year"), before, after):
        return False
    if before is None or before.kind in _LEADS_TO_YEAR:
        return True
    if p.kind("year") == "YEAR2" or before.kind in ("CURRENCY", "DECIMAL"):
        return False
    if before.kind in ("HYPHEN", "SLASH"):
        behind = p.before(2)
        return behind is not None and behind.kind == "YEAR"
    return 1800 <= p.number("year") <= 2100 and not _names(before)


def _counts(number: int, before: Word | None, after: Word) -> bool:
    """Whether a number counts the things behind it: "at least 1500 ships", not "the 2005 elections"."""
    if after.kind != "X" or not _PLURAL.fullmatch(after.text):
        return False
    return number < 1900 or (before is not None and (before.kind == "QUAL" or before.text.lower() in _UP_TO))


def _names(word: Word) -> bool:
    """Whether a word is part of a name that the number behind belongs to: "Druzhba 2017", "Flight 2003"."""
    named = word.text[0].isupper() or word.text[0].isdigit() or word.text == "no"
    return named and word.kind in ("X", "NUMDATE", "N12", "N31", "N99", "NBIG")


def decade(p: Phrase, c: Context) -> Reading | None:
    """``the 1990s``, ``the '90s``, ``the nineties``."""
    told = p.number("decade")
    if told < 10:
        now = c.now("year")
        told += 190 if told > 2 or now is None or now.index < 2000 else 200
    return dated(Stamp("decade", told), "absolute", edge(p))


def ordinal_century(p: Phrase, c: Context) -> Reading | None:
    """``the 20th century``."""
    return dated(Stamp("century", p.number("nth") - 1), "absolute", edge(p))
