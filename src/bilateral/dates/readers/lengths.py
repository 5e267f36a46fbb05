"""Readings of durations, ages and sets."""

from __future__ import annotations

from bilateral.dates.reading import NOTHING, Context, Phrase, Reading
from bilateral.dates.stamp import SEASON_NAMES

_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "hour": "H", "minute": "M", "second": "S"}
_MULTIPLES = {"decade": (10, "Y"), "century": (100, "Y"), "weekend": (2, "D")}
_VAGUE = {"decade": "PXDE", "century": "PXCE", "weekend": "PXWE"}
_HALVES = {"hour": "PT30M", "year": "P6M", "day": "PT12H", "century": "P50Y", "decade": "P5Y", "minute": "PT30S"}
_AFFAIRS = frozenset(
    "agreement alliance ban blockade ceasefire conflict crisis deal dispute embargo feud friendship insurgency mission "
    "occupation pact partnership policy programme program regime relationship rule siege standoff ties treaty truce war"
    "".split()
)
"""What has an age that tells when it began, unlike persons."""
_AMOUNTS = frozenset(
    "once twice times million billion trillion percent cents dollars euros tons tonnes barrels".split()
)


def length(count: int | str, unit: str) -> str:
    """A TIMEX3 duration: ``P2W``, ``PT3H``, ``PXY``."""
    if unit in _MULTIPLES:
        times, code = _MULTIPLES[unit]
        return f"P{count * times}{code}" if isinstance(count, int) else _VAGUE[unit]
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{count}{_CODES[unit]}"


def duration(p: Phrase, c: Context) -> Reading | None:
    """``two weeks``, ``the past three months``, ``several years``."""
    unit: str = p.unit
    if (unit == "quarter" and _is_share(p)) or _is_broadcast(p):
        return NOTHING
    return _lasting(_count(p), unit, p)


def _lasting(count: int | str, unit: str, p: Phrase) -> Reading:
    return Reading("DURATION", length(count, unit), None, p.told("qual"))


def _count(p: Phrase) -> int | str:
    if "num" not in p:
        return "X"
    if p.kind("num") == "DECIMAL":
        return p.said["num"].text
    return f"{p.number('num')}.5" if "half" in p else p.number("num")


def _is_share(p: Phrase) -> bool:
    """Whether "three quarters" are of a whole."""
    before, after = p.words[p.last - 1], p.after()
    counted = before is p.said.get("num") and after is not None and after.kind in ("OF", "COMMA")
    return before.kind == "HYPHEN" or counted


def _is_broadcast(p: Phrase) -> bool:
    """Whether "60 Minutes" is a name."""
    return p.said["unit"].text == "Minutes" and p.words[p.first].text.isdigit()


def fortnight(p: Phrase, c: Context) -> Reading | None:
    """``a fortnight``."""
    return _lasting(2 * p.number("num", 1), "week", p)


def one(p: Phrase, c: Context) -> Reading | None:
    """``weeklong``, ``year-long``."""
    return _lasting(1, p.unit, p)


def half_unit(p: Phrase, c: Context) -> Reading | None:
    """``half an hour``, ``half a year``."""
    return Reading("DURATION", _HALVES.get(p.unit) or length("0.5", p.unit), None, p.told("qual"))


def vague(p: Phrase, c: Context) -> Reading | None:
    """``weeks``, ``recent years``; "quarters" alone house soldiers."""
    return None if p.unit == "quarter" and p.first == p.last else _lasting("X", p.unit, p)


def age(p: Phrase, c: Context) -> Reading | None:
    """``an eight-month-old truce``; the years a person has lived date nothing and are passed over."""
    behind = [word.text for steps in (1, 2, 3) if (word := p.after(steps)) is not None]
    if p.unit == "year" and _AFFAIRS.isdisjoint(behind):
        return NOTHING
    return _lasting(_count(p), p.unit, p)


def repeated(p: Phrase, c: Context) -> Reading | None:
    """``every two weeks``, ``each July``, ``daily``, ``Mondays``."""
    if "weekday" in p:
        value = f"XXXX-WXX-{p.number('weekday') + 1}"
    elif "month" in p:
        value = f"XXXX-{p.number('month'):02}"
    elif "season" in p:
        value = f"XXXX-{SEASON_NAMES[p.number('season') - 1]}"
    elif "daypart" in p:
        value = f"XXXX-XX-XXT{p.told('daypart')}"
    else:
        value = p.told("setword") or length(p.number("num", 1), p.unit)
    return Reading("SET", value)


def rate(p: Phrase, c: Context) -> Reading | None:
    """``a year`` behind an amount ("twice a year"); elsewhere a length of one."""
    before = p.before()
    amount = before is not None and (before.kind in ("BIG", "PERCENT", "HUNDRED", "DECIMAL") or before.text in _AMOUNTS)
    return Reading("SET", length(1, p.unit)) if amount else _lasting(1, p.unit, p)


def per_unit(p: Phrase, c: Context) -> Reading | None:
    """``per year``."""
    return Reading("SET", length(1, p.unit))
