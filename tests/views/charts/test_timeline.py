from __future__ import annotations

from datetime import date
from typing import Any

from bilateral.record import Tally
from bilateral.views.charts import Chart, histogram, periods_chart, timeline_chart
from bilateral.views.charts.base import MOST_MARKS
from bilateral.views.charts.bins import binned, span, zoom_for
from tests.analysis.making import made

YEARS = (date(2015, 1, 1), date(2021, 1, 1))


def tally(first: str | None, last: str | None, events: int = 1, kind: str = "visit", status: str = "occurred") -> Tally:
    return Tally(first, last, kind, status, events)


def marks(chart: Chart) -> list[dict[str, Any]]:
    return [row for panel in chart.spec["vconcat"] for row in panel["data"]["values"]]


def test_a_day_a_bar_and_a_hollow_mark() -> None:
    chart = timeline_chart([made("a", "2017-10-03"), made("b", "2017-10-01/2018-10-07"), made("c", "2017")], YEARS)
    assert {(row["date"], row["draw"]) for row in marks(chart)} == {
        ("3 Oct 2017", "dot"),
        ("1 Oct 2017 – 7 Oct 2018", "sure"),
        ("2017", "hollow"),
    }


def test_planned_stands_apart_from_what_happened() -> None:
    chart = timeline_chart([made("a", "2017-10-03"), made("b", "2018-10-03", status="planned")], YEARS)
    titles = [panel["title"]["text"] for panel in chart.spec["vconcat"]]
    assert titles == ["Happened", "Planned or proposed"]
    assert "1 happened, 1 planned or proposed" in chart.summary


def test_alike_hollow_marks_share_one_and_say_how_many_they_are() -> None:
    chart = timeline_chart([made(str(number), "2017") for number in range(30)], YEARS)
    assert [(row["draw"], row.get("label"), row["who"]) for row in marks(chart)] == [
        ("hollow", None, "30 events"),
        ("number", "×30", "30 events"),
    ]


def test_marks_that_would_touch_have_lanes_of_their_own() -> None:
    chart = timeline_chart([made(str(number), "2017-10-03") for number in range(5)], YEARS)
    assert len({row["lane"] for row in marks(chart)}) == 5


def test_nothing_is_drawn_beyond_the_days_that_are_shown() -> None:
    chart = timeline_chart([made("a", "2010/2016"), made("b", "2009-05-01"), made("c", "2019/..")], YEARS)
    assert min(row["start"] for row in marks(chart)) == "2015-01-01"
    assert max(row["end"] for row in marks(chart)) == "2021-01-01"
    assert len(chart.table) == 3


def test_an_event_leads_to_its_page() -> None:
    chart = timeline_chart([made("a", "2017-10-03")], YEARS, lambda event: f"/event/{event}")
    assert marks(chart)[0]["href"] == "/event/evt_a"


def test_an_event_counts_in_the_bin_of_its_middle_day_or_in_none() -> None:
    told = binned([tally("2017-09-28", "2017-10-07"), tally("2017", "2017"), tally("2017-01-01", "2017-12-31", 3),
                   tally("2018-02", "2018-02", 2), tally(None, "2018-05-01"), tally(None, None)], "month")  # fmt: skip
    assert {label: number for (label, *_), number in told.counts.items()} == {"2017-10": 1, "2017": 1, "2018-02": 2}
    assert told.wide.total() == 3
    assert told.undated == 2
    assert told.total == 9


def test_bars_of_a_histogram_stand_on_one_another() -> None:
    chart = histogram([tally("2018-02", "2018-02", 2), tally("2018-02", "2018-02", 3, status="planned")], "month")
    bars = [(row["state"], row["low"], row["high"]) for row in chart.spec["data"]["values"]]
    assert bars == [("happened", 0, 2), ("planned", 2, 5)]
    assert "most in 2018-02: 5" in chart.summary


def test_only_a_histogram_that_is_brushed_says_so() -> None:
    assert "params" not in histogram([], "month").spec
    assert histogram([], "month", brush=True).spec["usermeta"]["bilateral"]["brush"]["field"] == "start"


def test_more_marks_than_a_page_draws_are_counted_in_longer_bins() -> None:
    many = [
        tally(f"{1900 + n // 12}-{n % 12 + 1:02}", f"{1900 + n // 12}-{n % 12 + 1:02}") for n in range(MOST_MARKS + 1)
    ]
    chart = periods_chart(many, "month", (date(1900, 1, 1), date(2070, 1, 1)))
    assert len(marks(chart)) < MOST_MARKS
    assert sum(row["events"] for row in marks(chart)) == len(many)
    assert any("more marks than a page draws" in note for note in chart.notes)


def test_the_zoom_suits_the_days() -> None:
    assert zoom_for(date(2018, 1, 1), date(2018, 5, 1)) == "day"
    assert zoom_for(date(2008, 1, 1), date(2018, 5, 1)) == "month"
    assert zoom_for(date(1908, 1, 1), date(2018, 5, 1)) == "year"


def test_the_span_is_that_of_what_is_dated_well() -> None:
    assert span([tally("1900-01-01", "1999-12-31"), tally("2018-02", "2018-03")]) == (
        date(2018, 2, 1),
        date(2018, 3, 31),
    )
    assert span([tally(None, None)]) is None


def test_all_days_of_the_calendar_can_be_shown() -> None:
    chart = timeline_chart([made("a", "2017-10-03")], (date.min, date.max))
    assert len(marks(chart)) == 1
