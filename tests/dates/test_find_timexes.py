"""What news writes about time, and what it means in an article of Friday, 22 September 2017."""

from __future__ import annotations

import re

import pytest

from bilateral.dates import Timex, find_timexes

PUBLISHED = "2017-09-22"


def found(text: str, published: str | None = PUBLISHED) -> list[Timex]:
    return find_timexes(text, published)


def edtf(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [timex.edtf for timex in found(text, published)]


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[timex.start : timex.end], timex.value) for timex in found(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("August 29, 2017", "2017-08-29"),
        ("29 August 2017", "2017-08-29"),
        ("Tuesday, the 29th of August, 2017", "2017-08-29"),
        ("29/08/2017", "2017-08-29"),
        ("2017-08-29", "2017-08-29"),
        ("8/29/17", "2017-08-29"),
        ("29.08.2017", "2017-08-29"),
        ("Aug. 29", "2017-08-29"),
        ("2nd July", "2017-07-02"),
        ("Sept. 2016", "2016-09"),
        ("the 1990s", "199X"),
        ("the nineties", "199X"),
        ("the 19th century", "18XX"),
        ("mid-2015", "2015-05/2015-08"),
        ("the early 2000s", "2000/2003"),
        ("late May 2016", "2016-05-21/2016-05-31"),
        ("fiscal 2003", "2003~"),
        ("nineteen ninety-one", "1991"),
        ("spring 2016", "2016-21"),
        ("the third quarter of 2016", "2016-35"),
        ("Q2 2016", "2016-34"),
        ("the second half of 2015", "2015-41"),
        ("the first week of October 2017", "2017-10-01/2017-10-07"),
        ("the last week of May 2016", "2016-05-25/2016-05-31"),
        ("12 to 15 March 2024", "2024-03-12/2024-03-15"),
        ("March 12-15, 2024", "2024-03-12/2024-03-15"),
        ("2014-15", "2014/2015"),
        ("Christmas Eve 2016", "2016-12-24"),
        ("Easter 2018", "2018-04-01"),
    ],
)
def test_dates_in_all_orders_and_spellings(words: str, value: str) -> None:
    text = f"The talks were held in {words}, officials said."
    timexes = found(text)
    assert [(text[t.start : t.end], t.edtf) for t in timexes] == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "2017-09-21"),
        ("yesterday evening", "2017-09-21"),
        ("on Thursday", "2017-09-21"),
        ("on Friday", "2017-09-22"),
        ("last Friday", "2017-09-15"),
        ("last week", "2017-09-11/2017-09-17"),
        ("last weekend", "2017-09-16/2017-09-17"),
        ("last month", "2017-08"),
        ("this year", "2017"),
        ("last October", "2016-10"),
        ("last spring", "2017-21"),
        ("three years ago", "2014"),
        ("ten days ago", "2017-09-12"),
        ("two weeks ago", "2017-09-04/2017-09-10"),
        ("about five years back", "2012~"),
        ("a decade ago", "2007~"),
        ("earlier this month", "2017-09-01/2017-09-22"),
        ("in the third week of July", "2017-07-15/2017-07-21"),
    ],
)
def test_relative_to_publication(words: str, value: str) -> None:
    timexes = found(f"The two ministers met {words}.")
    assert [t.edtf for t in timexes] == [value]
    assert timexes[0].anchored == "publication"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Monday", "2017-09-25"),
        ("next month", "2017-10"),
        ("next spring", "2018-21"),
        ("within the week", "2017-09-22/2017-09-29"),
        ("in January", "2018-01"),
        ("in two weeks", "2017-10-02/2017-10-08"),
        ("later this year", "2017-09-22/2017-12-31"),
        ("tomorrow", "2017-09-23"),
    ],
)
def test_what_is_to_come(words: str, value: str) -> None:
    assert edtf(f"The delegation will arrive {words}.") == [value]


def test_told_from_the_running_text() -> None:
    text = "They met on 3 May 2016. A day later they signed. The following Monday both went home."
    assert edtf(text) == ["2016-05-03", "2016-05-04", "2016-05-09"]
    assert edtf("The ban fell in 2014. In the same year a pact was signed.") == ["2014", "2014"]
    assert edtf("The visit was in March 2012. Two months later came another.") == ["2012-03", "2012-05"]
    assert edtf("In March 2012 they met. That month a deal was made. In June, it failed.")[1:] == ["2012-03", "2012-06"]


def test_comparisons_lead_nowhere() -> None:
    text = "Exports rose in the second quarter of 2016. They had fallen a year earlier. The next day nobody cared."
    assert [t.value for t in found(text)][:2] == ["2016-Q2", "2015-Q2"]


def test_ends_of_an_interval_carry_the_whole() -> None:
    assert edtf("It lasted from 2001 to 2005.") == ["2001/2005", "2001/2005"]
    assert edtf("It was held between May and June 2016.") == ["2016-05/2016-06", "2016-05/2016-06"]
    assert edtf("The drill of September 21-October 4 begins.") == ["2017-09-21/2017-10-04"] * 2
    assert edtf("Talks were moved from 3 May 2016 to 10 May 2016.") == ["2016-05-03", "2016-05-10"]


def test_bounds_only_where_the_words_bound() -> None:
    assert edtf("No talks were held before 2015.") == ["../2015"]
    assert edtf("Both have been allies since 2015.") == ["2015/.."]
    assert edtf("They spoke before Thursday's meeting.") == ["2017-09-21"]


def test_times_of_day_belong_to_their_day() -> None:
    assert told("It fell at 10 p.m. Wednesday.") == [("10 p.m. Wednesday", "2017-09-20T22:00")]
    assert told("It fell at 14:48 GMT.") == [("14:48 GMT", "2017-09-22T14:48Z")]
    assert told("They met on Thursday morning.") == [("Thursday morning", "2017-09-21TMO")]
    assert edtf("They met on Thursday morning.") == ["2017-09-21"]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("two weeks", "DURATION", "P2W"),
        ("twenty-four hours", "DURATION", "PT24H"),
        ("a two-week long", "DURATION", "P2W"),
        ("the past three months", "DURATION", "P3M"),
        ("several years", "DURATION", "PXY"),
        ("half an hour", "DURATION", "PT30M"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("a decade", "DURATION", "P10Y"),
        ("every year", "SET", "P1Y"),
        ("annually", "SET", "P1Y"),
        ("each July", "SET", "XXXX-07"),
        ("every two weeks", "SET", "P2W"),
        ("recently", "DATE", "PAST_REF"),
        ("now", "DATE", "PRESENT_REF"),
        ("the near future", "DATE", "FUTURE_REF"),
        ("a few months ago", "DATE", "PAST_REF"),
    ],
)
def test_what_is_no_point_has_no_edtf(words: str, kind: str, value: str) -> None:
    text = f"It has changed {words} there."
    assert [(text[t.start : t.end], t.type, t.value, t.edtf) for t in found(text)] == [(words, kind, value, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise Druzhba 2017 has begun.",
        "The forces drilled at Friendship-2016 again.",
        "Resolution 1441 was passed.",
        "Flight 2003 landed safely.",
        "An F-16 and a Mi-35 flew by.",
        "It cost $2003 and 2000 troops went.",
        "They may march together.",
        "The sun will set as soon as they leave.",
        "Three quarters of the army left.",
        "The minister, 52 years old, has a six-year-old son.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == []


def test_an_undated_article_invents_nothing() -> None:
    text = "On Monday, yesterday, last year, three weeks ago, in October and on May 5 it rained."
    timexes = found(text, None)
    assert len(timexes) == 6
    assert {(t.edtf, t.anchored) for t in timexes} == {(None, None)}
    assert [t.value for t in timexes] == ["XXXX-WXX-1", "XXXX-XX-XX", "XXXX", "XXXX-WXX", "XXXX-10", "XXXX-05-05"]


def test_an_undated_article_may_bound_itself() -> None:
    assert edtf("On May 3, 2011 they met. In August, they met again.", None) == ["2011-05-03", "2011-08"]


def test_a_coarse_publication_resolves_what_is_as_coarse() -> None:
    assert edtf("Yesterday they recalled last month and last year.", "2017-09") == [None, "2017-08", "2016"]


def test_the_hook_decides_the_tense() -> None:
    text = "The talks are on Monday."
    assert [t.edtf for t in find_timexes(text, PUBLISHED, lambda _: "future")] == ["2017-09-25"]
    assert [t.edtf for t in find_timexes(text, PUBLISHED, lambda _: "past")] == ["2017-09-18"]
    assert [t.edtf for t in find_timexes(text, PUBLISHED, lambda _: None)] == ["2017-09-18"]


def test_a_day_that_does_not_exist_is_not_found_as_one() -> None:
    assert all(timex.edtf != "2017-02-30" for timex in found("It was on February 30, 2017."))


def test_a_wrong_publication_is_refused() -> None:
    with pytest.raises(ValueError):
        found("Yesterday.", "the day before")


@pytest.mark.parametrize(
    "text",
    [
        "At least 1500 ships took part.",
        "Up to 1800 clerics and students were inside.",
        "Some 2000 refugees crossed the river.",
        "A village with 1200 houses was shelled.",
    ],
)
def test_a_number_that_counts_things_is_no_year(text: str) -> None:
    assert find_timexes(text, "2006-04-04") == []


@pytest.mark.parametrize(
    "text", ["The 2005 elections were postponed.", "In 1850 it was over.", "Since 2005 officials met."]
)
def test_a_year_before_a_plural_stays_one(text: str) -> None:
    assert [timex.value for timex in find_timexes(text, "2006-04-04")] == [re.search(r"\d{4}", text)[0]]  # type: ignore[index]
