from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html

from bilateral.analysis import relation
from bilateral.errors import UsageError
from bilateral.types.actor import Participant
from bilateral.types.event import Event
from bilateral.views.charts import Chart, multiples_chart, relation_chart, themed
from bilateral.views.charts.relation import MOST_ACTS
from bilateral.views.render import FORMATS, format_of, render
from tests.analysis.making import made, report, state

BACK = (state("CHL", "critic"), state("PER", "criticised", "recipient"))
EVENTS = [
    made("a", "2019-01-10"),
    made("b", "2019-03-10", -3.0, kind="criticism", participants=BACK),
    made("c", "2019-03", 5.0, kind="agreement", participants=(state("PER", "signatory"), state("CHL", "signatory"))),
    made("d", "2019-04-01", status="planned"),
    made("e", None),
]
SPEC = themed(relation_chart(relation(EVENTS, ("PER", "CHL")), ["2019-03"]).spec)


def drawn(events: list[Event], **how: Any) -> Chart:
    return relation_chart(relation(events, ("PER", "CHL")), **how)


def acts(chart: Chart) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = chart.spec["vconcat"][0]["data"]["values"]
    return rows


def test_the_picture_names_both_states() -> None:
    root = ElementTree.fromstring(render(SPEC, "svg"))
    told = " ".join(text.strip() for text in root.itertext())
    assert "Peru and Chile" in told
    assert "Peru → Chile" in told


def test_one_acts_above_the_axis_and_the_other_below() -> None:
    lanes = {row["kind"]: row["lane"] for row in acts(drawn(EVENTS)) if row["state"] == "happened"}
    assert lanes["visit"] > 0 > lanes["criticism"]
    assert lanes["agreement"] == 0


def test_marks_of_one_day_do_not_hide_each_other() -> None:
    crowd = [made(str(number), "2019-01-10") for number in range(7)]
    assert len({row["lane"] for row in acts(drawn(crowd))}) == 7


def test_what_is_planned_or_undated_is_told_apart() -> None:
    chart = drawn([*EVENTS, made("f", "2019-05-01")])
    assert [row["state"] for row in acts(chart)].count("planned") == 1
    assert any("1 event without a date" in note for note in chart.notes)
    assert any(note.startswith("hollow") for note in chart.notes)


def test_the_level_is_that_of_the_highest_office() -> None:
    head = Participant("person:x", "X", "PER", "GOV", "President", "visitor", "actor")
    chart = drawn(
        [made("a", "2019-01-10"), made("b", "2019-02-10", participants=(head, state("CHL", "host", "recipient")))]
    )
    assert [row["level"] for row in acts(chart)] == ["not told", "heads of state or government"]


def test_an_uncertain_date_has_a_line_over_its_days() -> None:
    (row,) = [row for row in acts(drawn(EVENTS)) if row["kind"] == "agreement"]
    assert (row["wide"], row["start"], row["end"]) == (True, "2019-03-01", "2019-03-31")


def test_of_very_many_events_periods_are_drawn() -> None:
    many = [made(str(number), f"2019-{number % 12 + 1:02}-10") for number in range(MOST_ACTS + 1)]
    chart = drawn(many)
    assert len(acts(chart)) == 12
    assert acts(chart)[0]["who"] == "51 events"
    assert any("each mark stands for all" in note for note in chart.notes)
    assert len(chart.table) == MOST_ACTS + 1


def test_reports_are_counted_by_source_on_the_day_of_their_printing() -> None:
    told = [report("times", published="2019-01-11"), report("post", published="2019-02-01")]
    chart = drawn([made("a", "2019-01-10", evidence=tuple(told)), made("b", "2019-03-01")])
    rows = chart.spec["vconcat"][2]["data"]["values"]
    assert [(row["period"], row["source"], row["reports"]) for row in rows] == [
        ("2019-01", "times", 1),
        ("2019-02", "post", 1),
    ]


def test_two_states_without_a_dated_event() -> None:
    chart = drawn([made("a", None)])
    assert "No dated event" in chart.summary
    assert render(themed(chart.spec), "svg")


def test_scores_side_by_side() -> None:
    pairs = [("PER", "CHL"), ("CHL", "PER")]
    chart = multiples_chart([relation(EVENTS, pair) for pair in pairs], width=500)
    assert {row["pair"] for row in chart.table} == {"Peru and Chile", "Chile and Peru"}
    assert chart.spec["columns"] == 2
    assert render(themed(chart.spec), "svg")


@pytest.mark.parametrize(("format", "begins"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html")])
def test_other_formats(format: str, begins: bytes) -> None:
    assert render(SPEC, format).lstrip().startswith(begins)


def test_a_page_loads_nothing() -> None:
    page = html.document_fromstring(render(SPEC, "html").decode())
    assert page.xpath("//script")
    assert page.xpath("//*[@src or @href]") == []


def test_a_chart_may_not_load_data_from_elsewhere() -> None:
    with pytest.raises(ValueError, match=r"(?i)not allowed|denied|external"):
        render({"data": {"url": "https://example.org/points.json"}, "mark": "point", "encoding": {}}, "svg")


def test_the_ending_tells_the_format() -> None:
    assert [format_of(f"a.b.{one.upper()}") for one in FORMATS] == list(FORMATS)
    with pytest.raises(UsageError, match=r"\.svg"):
        format_of("picture.gif")
