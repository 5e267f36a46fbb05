"""Text -> words with their classes: one pass over the characters, one over the words."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilateral.dates.vocabulary import CAPITAL_ONLY, LEXICON, MULTIWORD

WORD_KINDS = (
    "X BREAK CLOCK NUMDATE BIG DECIMAL N12 N31 N99 NBIG YEAR YEAR2 YEARW ORDN DECADE COMMA DOT HYPHEN DASH APOS_S AM "
    "SLASH CURRENCY PERCENT OPEN"
).split()

_LEX = re.compile(
    r"""(?P<BREAK>\n[ \t\r]*\n)
    |(?P<CLOCK>(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    |(?P<NUMDATE>(?<![\w./-])\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{1,4}(?![\w/-]|\.\d))
    |(?P<BIG>(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w]))
    |(?P<DECIMAL>\d+\.\d+)
    |(?P<AM>[AaPp]\.?[Mm]\b\.?)
    |(?P<DECADE>['’‘`]\d0s\b)
    |(?P<YEAR2>['’‘`]\d\d(?![\w]))
    |(?P<APOS_S>['’]s?(?![^\W\d_]))
    |(?P<WORD>[^\W_]+(?:['’]clock)?)
    |(?P<MARK>[^\w\s])""",
    re.X,
)
_MARKS = {",": "COMMA", ".": "DOT", "/": "SLASH", "%": "PERCENT", "(": "OPEN"} | dict.fromkeys("$€£¥₹#", "CURRENCY")
_NUMERIC = re.compile(r"(\d{1,4})(st|nd|rd|th|s|am|pm)?", re.I)
_LONGEST = 20


class Word(NamedTuple):
    """One word, number or mark."""

    start: int
    end: int
    text: str
    kind: str
    value: int | str | None


def read(text: str) -> list[Word]:
    """All words of the text, with phrases that count as one word joined and spelt numbers added up."""
    return _join([_word(found, text) for found in _LEX.finditer(text)])


def _word(found: re.Match[str], text: str) -> Word:
    start, end = found.span()
    told, kind = found.group(), found.lastgroup or "X"
    if kind == "WORD":
        return Word(start, end, told, *_entry(told))
    if kind == "MARK":
        return Word(start, end, told, _mark(told, start, end, text), None)
    if kind == "AM":
        return Word(start, end, told, kind, 12 if told[0] in "pP" else 0)
    if kind in ("DECADE", "YEAR2"):
        digits = int(told[1:3])
        return Word(start, end, told, kind, digits // 10 if kind == "DECADE" else digits)
    return Word(start, end, told, kind if kind != "sep" else "NUMDATE", None)


def _mark(mark: str, start: int, end: int, text: str) -> str:
    if mark in "-‐‑":
        tight = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
        return "HYPHEN" if tight else "DASH"
    return "DASH" if mark in "–—" else _MARKS.get(mark, "X")


def _entry(told: str) -> tuple[str, int | str | None]:
    if len(told) > _LONGEST:
        return "X", None
    if told[0].isdigit():
        return _number(told)
    entry = LEXICON.get(told.lower())
    if entry is None or (entry[0] in CAPITAL_ONLY and not told[0].isupper()):
        return "X", None
    return entry


def _number(told: str) -> tuple[str, int | str | None]:
    found = _NUMERIC.fullmatch(told)
    if found is None or not told.isascii():
        return ("NBIG", int(told)) if told.isdecimal() and len(told) < 7 else ("X", None)
    number, ending = int(found[1]), (found[2] or "").lower()
    if ending in ("st", "nd", "rd", "th"):
        return ("ORDN", number) if number else ("X", None)
    if ending == "s":
        return _decade(number, len(found[1]))
    if ending:
        return ("CLOCK", None) if 1 <= number <= 12 else ("X", None)
    if len(found[1]) == 4 and 1000 <= number <= 2199:
        return "YEAR", number
    return _size(number), number


def _size(number: int) -> str:
    if 1 <= number <= 12:
        return "N12"
    return "N31" if 13 <= number <= 31 else "N99" if number < 100 else "NBIG"


def _decade(number: int, digits: int) -> tuple[str, int | str | None]:
    """``1990s`` is a decade by its number, ``90s`` by its digit."""
    if number % 10 == 0 and (digits == 4 or (digits == 2 and number >= 20)):
        return "DECADE", number // 10
    return "X", None


def _join(words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.kind in ("NWORD", "HUNDRED", "A"):
            whole, at = _spelt(words, at)
        elif word.text[0] in "mlfauMLFAU":
            whole, at = _phrase(words, at)
        else:
            whole, at = word, at + 1
        joined.append(whole)
    return joined


def _phrase(words: list[Word], at: int) -> tuple[Word, int]:
    for size in (3, 2):
        chosen = words[at : at + size]
        entry = MULTIWORD.get(tuple(word.text.lower() for word in chosen))
        if entry:
            return Word(chosen[0].start, chosen[-1].end, chosen[0].text, *entry), at + size
    return words[at], at + 1


def _spelt(words: list[Word], at: int) -> tuple[Word, int]:
    """A number in words: "twenty-four", "a hundred", "nineteen ninety-seven"."""
    first, end = words[at], at + 1
    total = int(first.value or 0)
    if first.kind == "HUNDRED":
        return first._replace(kind="NWORD"), end
    below, behind = _units(words, end, total)
    total, end = total + below, behind
    if end < len(words) and words[end].kind == "HUNDRED":
        total, end = total * int(words[end].value or 1), end + 1
        more, behind = _below_hundred(words, end + 1 if words[end : end + 1] and words[end].kind == "AND" else end)
        total, end = (total + more, behind) if more else (total, end)
    elif total in (18, 19, 20):
        more, behind = _below_hundred(words, end)
        if more >= 10:
            return Word(first.start, words[behind - 1].end, first.text, "YEARW", total * 100 + more), behind
    if end == at + 1:
        return first, end
    return Word(first.start, words[end - 1].end, first.text, "NWORD", total), end


def _below_hundred(words: list[Word], at: int) -> tuple[int, int]:
    if at >= len(words) or words[at].kind != "NWORD":
        return 0, at
    tens = int(words[at].value or 0)
    below, end = _units(words, at + 1, tens)
    return tens + below, end


def _units(words: list[Word], at: int, tens: int) -> tuple[int, int]:
    """The "four" behind "twenty" or "twenty-"."""
    if tens < 20 or tens % 10:
        return 0, at
    place = at + 1 if at < len(words) and words[at].kind == "HYPHEN" else at
    if place < len(words) and words[place].kind == "NWORD" and int(words[place].value or 0) < 10:
        return int(words[place].value or 0), place + 1
    return 0, at
