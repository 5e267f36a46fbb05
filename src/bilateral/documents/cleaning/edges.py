"""The top and the bottom of a page: mastheads, menus, date lines, tickers, bylines; lists of other headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bilateral.documents.cleaning.lines import Line

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*)?"
CLOCK = r"(?:\W*(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,5})?)?"
LABEL = "issued|modified|updated|published|posted|created|last|first|edited|date"
ON_A_DAY = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}"
    r"|\d{4}[-/]\d\d[-/]\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
DATE = re.compile(rf"\W*{WEEKDAY}{ON_A_DAY}{CLOCK}\W*", re.I)
STAMPS = re.compile(rf"{WEEKDAY}{ON_A_DAY}|\d{{1,2}}[:.]\d\d|\b(?:[ap]\.?m\.?|gmt|utc|ist|on|at|{LABEL})\b", re.I)
DATED_MASTHEAD = re.compile(rf"[^|]{{1,60}} \| {WEEKDAY}{ON_A_DAY}{CLOCK}", re.I)
BYLINE = re.compile(r"(?:by|written by|from our|reported by|author:|posted by) [^.!?]{3,80}", re.I)
SEPARATOR = re.compile(r"\s[|•·›»>/]\s|\s?[|]\s?")
TICKER = re.compile(r"(?:breaking(?: news)?|live|trending|just in|latest|alert)\b\s*[:|–—-]", re.I)
NAME = re.compile(r"(?:[A-Z][\w.’'\-]*|and|&|,|of|the|for|in|de|al|bin|ul|van|von|\||-)(?:,?\s+|$)")
SYMBOL = re.compile(r"[\u2580-\u25ff\u2600-\u27bf\u2190-\u21ff■□▪●○★☆]")


def mark_top(lines: list[Line]) -> None:
    """Cut masthead, menu, date line and byline above the first paragraph; the headline stays."""
    top = lines[: first_prose(lines)]
    for line in top:
        if line.kept and (reason := furniture(line)):
            line.cut(reason)
    for short, run in groupby(top, key=lambda line: line.words <= 4 and not line.ended):
        menu = list(run)
        if short and len(menu) >= 3:
            for line in menu if menu[-1].words < 3 else menu[:-1]:
                line.cut("navigation")
    for line in lines:
        if line.kept and symbols(line):
            line.cut("symbol line")


def symbols(line: Line) -> bool:
    """True for a line without a word, of one letter, or behind a sign that pages draw with."""
    return not line.words or len(line.text) == 1 or bool(SYMBOL.match(line.text) and line.words <= 8 and not line.ended)


def furniture(line: Line) -> str | None:
    """What a short line above the article is, when its shape tells."""
    if DATED_MASTHEAD.fullmatch(line.text) or stamp(line):
        return "date line"
    if TICKER.match(line.text):
        return "ticker"
    if line.words <= 12 and BYLINE.fullmatch(line.text) and capitalised(line.text.partition(" ")[2]):
        return "byline"
    return "masthead" if not line.ended and masthead(line) else None


def masthead(line: Line) -> bool:
    """True for a line parted by the signs of menus and paths."""
    parted = len(SEPARATOR.findall(line.text))
    return line.text.startswith("|") or line.text.endswith("|") or parted > (0 if line.words <= 5 else 1)


def stamp(line: Line) -> bool:
    """True for a line of nothing but days, times and what they are the days and times of."""
    if DATE.fullmatch(line.text):
        return True
    return line.words <= 16 and not re.search(r"\w", STAMPS.sub("", line.text)) and bool(re.search(r"\d", line.text))


def capitalised(text: str) -> bool:
    """True if ``text`` is names and what joins names."""
    return bool(text) and NAME.sub("", text.strip() + " ").strip() == ""


def mark_bottom(lines: list[Line]) -> None:
    """Cut the list of headlines or links behind the last paragraph, unless the paragraph announces a list."""
    last = last_prose(lines)
    if last < 0:
        return
    tail = [line for line in lines[last + 1 :] if line.kept]
    loose = sum(map(headline, tail))
    announced = lines[last].text.rstrip("\"'”’").endswith(":")
    bulleted = bool(tail) and all(re.match(r"[-–—*•\d(]", line.text) for line in tail)
    if announced or bulleted or (tail and tail[0].text.endswith(":")):
        return
    cut_before = any(not line.kept for line in lines[last + 1 :])
    for line in tail:
        if DATE.fullmatch(line.text) or len(SEPARATOR.findall(line.text)) > 2:
            line.cut("navigation")
        elif headline(line) and (loose >= 3 or cut_before):
            line.cut("teaser" if line.words > 3 else "navigation")


def headline(line: Line) -> bool:
    """True for a line that could stand above another story."""
    loose = not line.prose and (not line.ended or line.text.endswith("?"))
    return loose and line.words <= 20 and not line.text.endswith((":", ",", ";"))


def first_prose(lines: list[Line]) -> int:
    """Number of the first paragraph, or none when there is none."""
    return next((number for number, line in enumerate(lines) if line.kept and line.prose), 0)


def last_prose(lines: list[Line]) -> int:
    """Number of the last line that is a paragraph or a whole sentence; -1 when there is none."""
    return next(_last(lines), -1)


def _last(lines: list[Line]) -> Iterator[int]:
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        whole = line.ended and not line.text.endswith("?") and line.words >= 3
        if line.kept and (line.prose or whole or (line.open_ended and line.words >= 9)):
            yield number
