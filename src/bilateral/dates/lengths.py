"""Readings of durations, ages, sets, and of now, then and soon."""

from __future__ import annotations

from bilateral.dates.reading import NOTHING, Context, Phrase, Reading, unknown

CODES = {
    "day": "D",
    "week": "W",
    "weekend": "D",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
CODES |= {"hour": "H", "minute": "M", "second": "S"}
_AFFAIRS = frozenset(
    "agreement alliance ban blockade ceasefire conflict crisis deal dispute embargo feud friendship insurgency mission occupation "
    "pact partnership policy project programme program regime relationship rule siege standoff ties treaty truce war".split()
)
_SEASON = ("SP", "SU", "FA", "WI")


def length(count: int | str, unit: str) -> str:
    """A TIMEX3 duration: ``P2W``, ``PT3H``, ``PXY``."""
    if unit == "decade":
        return f"P{count * 10}Y" if isinstance(count, int) else "PXDE"
    if unit == "century":
        return f"P{count * 100}Y" if isinstance(count, int) else "PXCE"
    if unit == "weekend" and isinstance(count, int):
        return f"P{2 * count}D"
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{count}{CODES[unit]}"


def duration(p: Phrase, c: Context) -> Reading | None:
    """``two weeks``, ``the past three months``, ``a two-week long``, ``several years``."""
    if "fortnight" in p:
        return Reading("DURATION", length(2 * p.number("num", 1), "week"), None, p.told("qual"))
    unit = p.told("unit") or "day"
    if unit == "quarter" and _is_share(p):
        return None
    count: int | str = p.number("num", 1) if "num" in p else "X"
    if unit == "minute" and p.said["unit"].text[0].isupper() and p.words[p.first].text.isdigit():
        return NOTHING  # "60 Minutes" is a broadcast
    if p.kind("num") == "DECIMAL":
        count = p.said["num"].text
    if "half" in p and isinstance(count, int):
        count = f"{count}.5"
    return Reading("DURATION", length(count, unit), None, p.told("qual"))


def one(p: Phrase, c: Context) -> Reading | None:
    """``weeklong``, ``a year-long``."""
    return Reading("DURATION", length(1, p.told("unit") or "day"))


def age(p: Phrase, c: Context) -> Reading | None:
    """``an eight-month-old truce``; how many years a person has lived is no time of the news."""
    unit = p.told("unit") or "day"
    if unit == "year" and not any(
        word is not None and word.text in _AFFAIRS for word in (p.after(), p.after(2), p.after(3))
    ):
        return NOTHING
    return Reading("DURATION", length(p.number("num"), unit), None, p.told("qual"))


def _is_share(p: Phrase) -> bool:
    """Whether "three quarters" are of a whole."""
    after = p.after()
    before = p.words[p.last - 1]
    return before.kind == "HYPHEN" or (before is p.said.get("num") and after is not None and after.kind in ("OF", "COMMA"))


def the_past(p: Phrase, c: Context) -> Reading | None:
    """``in the past``."""
    before, after = p.before(), p.after()
    if p.said["past"].text != "past" or before is None or before.kind not in ("IN", "OF", "FROM", "WITH"):
        return None
    return None if after is not None and after.kind in ("NTH", "HALF", "UNIT") else unknown("PAST_REF")


def these_days(p: Phrase, c: Context) -> Reading | None:
    """``these days``."""
    return (
        unknown("PRESENT_REF") if p.words[p.last].text == "days" and p.words[p.first].text.lower() == "these" else None
    )


def soon(p: Phrase, c: Context) -> Reading | None:
    """``soon``, but neither "as soon as" nor "shortly after"."""
    before, after = p.before(), p.after()
    if (before is not None and before.kind == "AS") or (after is not None and after.kind in ("AFTER", "BEFORE")):
        return None
    return unknown("FUTURE_REF")


def half_unit(p: Phrase, c: Context) -> Reading | None:
    """``half an hour``, ``half a year``."""
    values = {
        "hour": "PT30M",
        "year": "P6M",
        "day": "PT12H",
        "century": "P50Y",
        "decade": "P5Y",
        "minute": "PT30S",
        "month": "P15D",
    }
    return Reading(
        "DURATION", values.get(p.told("unit") or "", f"P0.5{CODES[p.told('unit') or 'day']}"), None, p.told("qual")
    )


def vague(p: Phrase, c: Context) -> Reading | None:
    """``weeks``, ``recent years``."""
    if p.told("unit") == "quarter" and p.first == p.last:
        return None
    return Reading("DURATION", length("X", p.told("unit") or "day"), None, p.told("qual"))


def repeated(p: Phrase, c: Context) -> Reading | None:
    """``every two weeks``, ``each July``, ``daily``, ``Mondays``, ``a year`` behind an amount."""
    if word := p.told("setword"):
        return Reading("SET", word)
    if "weekday" in p:
        return Reading("SET", f"XXXX-WXX-{p.number('weekday') + 1}")
    if "month" in p:
        return Reading("SET", f"XXXX-{p.number('month'):02}")
    if "season" in p:
        return Reading("SET", f"XXXX-{_SEASON[p.number('season') - 1]}")
    if "daypart" in p:
        return Reading("SET", f"XXXX-XX-XXT{p.told('daypart')}")
    return Reading("SET", length(p.number("num", 1), p.told("unit") or "day"))


def rate(p: Phrase, c: Context) -> Reading | None:
    """``a year`` as a rate ("$ 5 million a year", "twice a day"); elsewhere a length of one."""
    return (
        repeated(p, c) if _rates(p) else Reading("DURATION", length(1, p.told("unit") or "day"), None, p.told("qual"))
    )


def _rates(p: Phrase) -> bool:
    before = p.before()
    return before is not None and (
        before.kind in ("BIG", "PERCENT", "HUNDRED", "DECIMAL")
        or before.text.lower()
        in ("once", "twice", "times", "million", "billion", "percent", "cents", "dollars", "people", "tons", "barrels")
    )


def reference(value: str, mod: str | None = None):  # type: ignore[no-untyped-def]
    """A reading that is always ``value``."""

    def read(p: Phrase, c: Context) -> Reading:
        return unknown(value, mod)

    return read
