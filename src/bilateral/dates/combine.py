"""Expressions made of two: a time with its day, the two ends of an interval; and words that open an interval."""

from __future__ import annotations

from dataclasses import replace

from bilateral.dates.readers.clock import at
from bilateral.dates.reading import Phrase, Reading
from bilateral.dates.stamp import Stamp, day, month, part, year
from bilateral.dates.words import Word

Found = tuple[Phrase, Reading]

_LINKS = {"TO": "FROM", "AND": "BETWEEN"}
_MOVED = frozenset("postponed moved rescheduled delayed shifted changed deferred adjourned".split())
_DASHES = ("DASH", "HYPHEN")


def day_behind(words: list[Word], phrase: Phrase) -> int | None:
    """Where the day of a time may begin: right behind it, or behind a comma or "on"."""
    place = phrase.last + 1
    while place < len(words) and words[place].kind in ("COMMA", "ON") and place < phrase.last + 3:
        place += 1
    return place if place < len(words) else None


def timed(time: Found, told: Found) -> list[Found] | None:
    """``10 p.m.`` and ``Wednesday`` as one; ``None`` when the second is no day."""
    (phrase, reading), (behind, dayed) = time, told
    if dayed.stamp is None or dayed.stamp.unit != "day" or dayed.type != "DATE":
        return None
    whole = replace(phrase, last=behind.last)
    return [(whole, at(dayed.stamp, reading.value.partition("T")[2], dayed.anchored))]


def link_behind(words: list[Word], phrase: Phrase) -> int | None:
    """Where the second end of an interval may begin: "from A to B", "between A and B", "A-B"."""
    place, before = phrase.last + 1, phrase.before()
    if place + 1 >= len(words):
        return None
    lead = before.kind if before is not None else None
    if words[place].text in ("to", "through") or words[place].kind in _DASHES:
        return None if _moved(phrase) else place + 1
    if words[place].kind in _LINKS and _LINKS[words[place].kind] == lead:
        return place + 1
    return None


def _moved(phrase: Phrase) -> bool:
    """Whether something was put off from one date to the other."""
    return any((word := phrase.before(steps)) is not None and word.text in _MOVED for steps in range(1, 7))


def interval(one: Found, other: Found) -> list[Found] | None:
    """Two ends, each an expression of its own that carries the EDTF of the whole; ``None`` when they are no two ends.

    TIMEX3 marks "from 2001 to 2005" as two dates; an event dated by either lies between both.
    """
    (phrase, first), (behind, last) = one, other
    if first.stamp is None or last.stamp is None or first.type != "DATE" or last.type != "DATE":
        return None
    if first.stamp.unit != last.stamp.unit or first.mod or last.mod or "/" in first.value + last.value:
        return None
    start = _before(first.stamp, last.stamp) if last.anchored == "absolute" else first.stamp
    if start is None or start.index >= last.stamp.index:
        return None
    edtf = f"{start.first}/{last.stamp.last}" if "/" in start.edtf else f"{start.edtf}/{last.stamp.edtf}"
    begin = Reading("DATE", start.timex, edtf, None, last.anchored, start)
    return [(phrase, begin), (behind, replace(last, edtf=edtf))]


def _before(first: Stamp, last: Stamp) -> Stamp | None:
    """The first end in the year of the last, or the year before where it would lie behind it."""
    if first.index < last.index and last.year - first.year <= 1:
        return first
    for number in (last.year, last.year - 1):
        moved = _in_year(first, number)
        if moved is not None and moved.index < last.index:
            return moved
    return None


def _in_year(stamp: Stamp, number: int) -> Stamp | None:
    match stamp.unit:
        case "day":
            return day(number, stamp.first.month, stamp.first.day)
        case "month":
            return month(number, stamp.number)
        case "quarter" | "season" | "half":
            return part(stamp.unit, number, stamp.number)
        case "year":
            return year(stamp.index)
        case _:
            return None


def opened(found: Found) -> Found:
    """``before 2015`` is ``../2015``, ``since May`` is open to its end."""
    phrase, reading = found
    before, after = phrase.before(), phrase.after()
    if before is None or reading.edtf is None or reading.type != "DATE" or any(mark in reading.edtf for mark in "/~["):
        return found
    if reading.stamp is None or (after is not None and after.kind == "APOS_S"):
        return found
    told = before.text.lower()
    if told in ("before", "until", "till"):
        return phrase, replace(reading, edtf=f"../{reading.edtf}")
    if told in ("since", "after"):
        return phrase, replace(reading, edtf=f"{reading.edtf}/..")
    return found
