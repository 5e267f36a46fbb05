"""EDTF values: what they mean in days, and that what cannot be meant is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.types.edtf import bounds, contains, overlap, parse, width_days

days = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017-10-05", "2017-10-05", "2017-10-05"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1969", "1969-01-01", "1969-12-31"),
        ("1969~", "1969-01-01", "1969-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2017-21", "2017-03-01", "2017-05-31"),
        ("2017-24", "2017-12-01", "2018-02-28"),
        ("2017-34", "2017-04-01", "2017-06-30"),
        ("2017-41", "2017-07-01", "2017-12-31"),
        ("2017-05-XX", "2017-05-01", "2017-05-31"),
        ("2017-10-01/2017-10-07", "2017-10-01", "2017-10-07"),
        ("2014/2017-08", "2014-01-01", "2017-08-31"),
        ("2017-06-01T10:30:00Z", "2017-06-01", "2017-06-01"),
        ("[2015-03-04,2015-04-03]", "2015-03-04", "2015-04-03"),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value: str, first: str, last: str) -> None:
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


def test_an_open_end_has_no_bound() -> None:
    assert bounds("../2015") == (None, date(2015, 12, 31))
    assert bounds("2015/..") == (date(2015, 1, 1), None)
    assert bounds(None) == (None, None)


@pytest.mark.parametrize("wrong", ["", "soon", "2017-13", "2017-02-30", "29/08/2017", "2018/2017", "2" * 500])
def test_what_is_no_date_is_refused_with_a_hint(wrong: str) -> None:
    with pytest.raises(ValueError):
        parse(wrong)


def test_overlap_and_containment() -> None:
    assert overlap("2017-10", "2017-10-31/2017-11-02")
    assert not overlap("2017-10", "2017-11")
    assert overlap("../2015", "2015-12-31")
    assert contains("2017", "2017-10")
    assert not contains("2017-10", "2017")
    assert not overlap(None, "2017")
    assert not contains("2017", None)


def test_width_counts_both_ends() -> None:
    assert width_days("2017-10-01/2017-10-07") == 7
    assert width_days("2016") == 366
    assert width_days("2016/..") is None


@given(days)
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
    assert str(parse(day.isoformat())) == day.isoformat()


@given(days, st.integers(0, 5000))
def test_an_interval_holds_its_ends(day: date, length: int) -> None:
    last = min(day + timedelta(days=min(length, (date.max - day).days)), date.max)
    value = f"{day}/{last}"
    assert bounds(value) == (day, last)
    assert contains(value, day.isoformat())
    assert overlap(value, last.isoformat())
    assert width_days(value) == (last - day).days + 1


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        edtf = parse(text)
    except ValueError:
        return
    assert edtf.earliest is None or edtf.latest is None or edtf.earliest <= edtf.latest
