"""What holds for any text: spans are exact and in order, values can be read, time grows with the length."""

from __future__ import annotations

import cProfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.dates import find_timexes
from bilateral.dates.stamp import holding, third
from bilateral.dates.vocabulary import LEXICON
from bilateral.types.edtf import bounds, contains

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
words = st.sampled_from(
    [*LEXICON, "May", "Monday", "12", "2014", "3", "1990s", "p.m.", ",", ".", "-", "'s", "\n\n", "x"]
)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(st.lists(words, max_size=25), st.one_of(st.none(), days))
@settings(max_examples=150)
def test_spans_are_exact_ordered_and_values_readable(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    timexes = find_timexes(text, published.isoformat() if published else None)
    behind = 0
    for timex in timexes:
        assert behind <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end].strip() == text[timex.start : timex.end]
        assert timex.value
        bounds(timex.edtf)
        assert timex.edtf is None or timex.type in ("DATE", "TIME")
        assert timex.anchored is None or timex.edtf is not None
        behind = timex.end


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert find_timexes(text, None) == find_timexes(text, None)


@given(days, st.sampled_from(UNITS), st.integers(-50, 50))
def test_a_unit_of_the_calendar_holds_its_days(day: date, unit: str, count: int) -> None:
    stamp = holding(day, unit)  # type: ignore[arg-type]
    assert unit == "weekend" or stamp.first <= day <= stamp.last
    assert bounds(stamp.edtf) == (stamp.first, stamp.last)
    assert stamp.shift(count).shift(-count) == stamp
    assert holding(stamp.first, unit) == stamp  # type: ignore[arg-type]


@given(days, st.sampled_from(UNITS), st.sampled_from(("START", "MID", "END")))
def test_a_part_lies_within_its_unit(day: date, unit: str, which: str) -> None:
    stamp = holding(day, unit)  # type: ignore[arg-type]
    edtf = third(stamp, which)  # type: ignore[arg-type]
    assert edtf is None or contains(stamp.edtf, edtf)


@pytest.mark.parametrize("piece", ["7", "1 ", " ", "thirty ", "'", "the last ", "1-", "12:", "a", "\n ", "2001 to "])
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    assert _calls(long) < 6 * max(_calls(short), 1_000)


def _calls(text: str) -> int:
    """How many functions are called: grows as the work does, and is the same on any machine."""
    profile = cProfile.Profile()
    profile.runcall(find_timexes, text, "2017-09-22")
    return sum(entry.callcount for entry in profile.getstats())
