"""Publication dates as people and pages write them, made EDTF; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

from bilateral.errors import UsageError
from bilateral.types.edtf import parse

EARLIEST = 1600
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]\d\d:?\d\d.*")
DIGITS = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)")
DAY_FIRST = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)?[ -]{MONTH},?[ -](\d{{4}})\b.*", re.I)
MONTH_FIRST = re.compile(rf"(?:[a-z]+,? )?{MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b.*", re.I)


def as_edtf(text: str) -> str | None:
    """The date that ``text`` plainly writes, as EDTF; ``None`` when it is not plain (``3/4/2019``)."""
    text = text.strip()
    if day := STAMP.fullmatch(text) and day_of(text):
        return day
    try:
        edtf = parse(text)
    except ValueError:
        return day_of(text)
    return edtf.value if any(bound and bound.year >= EARLIEST for bound in (edtf.earliest, edtf.latest)) else None


def day_of(text: str) -> str | None:
    """The day of a time stamp or of a date with the month's name or the year first."""
    if match := STAMP.fullmatch(text) or DIGITS.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := DAY_FIRST.fullmatch(text):
        day, month, year = int(match[1]), month_number(match[2]), int(match[3])
    elif match := MONTH_FIRST.fullmatch(text):
        day, month, year = int(match[2]), month_number(match[1]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else None
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 for Jan or January, and so on."""
    return MONTHS.index(name[:3].lower()) + 1


def checked(published: str | None) -> str | None:
    """The caller's publication date. Raises UsageError when it is no date."""
    if published is None:
        return None
    value = as_edtf(published)
    if value is None:
        raise UsageError(f"--published {published!r} is not a date; write it as 2017-09-22, 2017-09 or 2017 (EDTF)")
    return value
