"""EDTF dates as a reader writes them, with their precision: ``1–7 Oct 2017``, ``about 2014``, ``autumn 2016``."""

from __future__ import annotations

import re

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "1st quarter", "34": "2nd quarter", "35": "3rd quarter", "36": "4th quarter",
    "37": "1st third", "38": "2nd third", "39": "last third", "40": "1st half", "41": "2nd half",
}  # fmt: skip
_POINT = re.compile(r"(\d{2}[\dX]{2})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_QUALIFIED = {"": "{}", "~": "about {}", "?": "{} (?)", "%": "about {} (?)"}


def readable(edtf: str | None) -> str:
    """``edtf`` for a reader; what has no reading of its own is given as it is, no date as an empty string."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first) or edtf
    if last in ("", ".."):
        return f"from {_point(first) or first}"
    if first in ("", ".."):
        return f"until {_point(last) or last}"
    return _interval(first, last) or edtf


def _point(text: str) -> str | None:
    match = _POINT.fullmatch(text.partition("T")[0])
    if not match:
        return None
    year, month, day, mark = match.groups()
    if "X" in year:
        year = f"{year[:3]}0s" if year[2] != "X" else f"{int(year[:2]) + 1}th century"
    named = _month(month)
    if named is None:
        return None
    words = " ".join(word for word in (str(int(day)) if day else "", named, year) if word)
    return _QUALIFIED[mark].format(words)


def _month(number: str | None) -> str | None:
    """Its name, empty for no month, ``None`` when there is no such month."""
    if number is None:
        return ""
    if 1 <= int(number) <= 12:
        return MONTHS[int(number) - 1]
    return _PARTS.get(number)


def _interval(first: str, last: str) -> str | None:
    start, end = _point(first), _point(last)
    if start is None or end is None:
        return None
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{end}"
    if first[:4] == last[:4] and len(first) == len(last) > 4:
        return f"{start[:-5]} – {end}" if len(first) == 10 else f"{start[:-5]}–{end}"
    return f"{start} – {end}"


def precision(edtf: str | None) -> str:
    """How exact a date is, where it is no single day: ``month``, ``year``, ``between``, ``about``; ``""`` for a day."""
    if not edtf:
        return ""
    if any(mark in edtf for mark in "~%?"):
        return "uncertain"
    if "/" in edtf:
        return "interval" if edtf.partition("/")[2] not in ("", "..") and not edtf.startswith(("/", "..")) else "open"
    if "X" in edtf:
        return "decade or century"
    return {4: "year only", 7: "month only" if _month_number(edtf) <= 12 else "season or part"}.get(len(edtf), "")


def _month_number(edtf: str) -> int:
    return int(edtf[5:7]) if edtf[5:7].isdigit() else 0
