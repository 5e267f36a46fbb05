from __future__ import annotations

from typing import Any

import pytest

from bilateral.analysis.registers import REGISTERS, Register, build
from bilateral.types.actor import Participant, Place
from bilateral.types.event import Conflict, ConflictValue, Event
from bilateral.types.span import Span
from tests.analysis.making import made, report, state

GENERAL = Participant("person:luis-paz", "Luis Paz", "PER", "MIL", "Chief of Staff", "visitor", "actor")


def rows(register: str, *events: Event) -> list[dict[str, Any]]:
    return build(REGISTERS[register], events).frame.to_dicts()


def transfer(id: str, date: str | None, stage: str, item: str, quantity: int | None = None, **more: Any) -> Event:
    fields = {"details.quantity": (Span(0, 1),)}
    sources = more.pop("sources", "A")
    evidence = tuple(report(name, f"{name} tells of {item}.", fields=fields) for name in sources)
    details = {"stage": stage, "item": item} | ({"quantity": quantity} if quantity else {})
    parties = (state("PER", "supplier"), state("CHL", "recipient", "recipient"))
    return made(id, date, kind="transfer", participants=parties, details=details, evidence=evidence, **more)


def test_a_visit_with_the_office_then() -> None:
    visit = made(
        "a", "2019-01-10", participants=(GENERAL, state("CHL", "host", "recipient")), place=Place("Santiago", "CHL")
    )
    (row,) = rows("visits", visit)
    assert (row["who"], row["office_then"], row["from"], row["to"], row["where"]) == (
        "Luis Paz",
        "Chief of Staff",
        "PER",
        "CHL",
        "Santiago",
    )
    assert row["events"] == ["evt_a"]


def test_every_row_leads_to_its_words() -> None:
    told = build(REGISTERS["visits"], [made("a", "2019-01-10"), made("b", "2018-01-10")])
    assert [row["notes"] for row in told.frame] == [[1], [2]]
    assert [told.notes[number - 1].document for row in told.frame for number in row["notes"]] == [
        "paper-b.txt",
        "paper-a.txt",
    ]
    assert told.to_dicts()[0]["notes"] == ["paper-b, paper-b.txt: “Peru went to Chile.”"]


def test_editions_of_a_series_stand_together() -> None:
    def drill(id: str, date: str, series: str) -> Event:
        parties = (state("PER", "participant"), state("CHL", "participant"))
        return made(id, date, kind="exercise", participants=parties, details={"series": series})

    told = rows(
        "exercises", drill("a", "2016", "Condor-2016"), drill("b", "2017", "Alba"), drill("c", "2018", "Condor 2018")
    )
    assert [(row["series"], row["edition"]) for row in told] == [
        ("Alba", None),
        ("Condor-2016", "2016"),
        ("Condor 2018", "2018"),
    ]


def test_order_and_delivery_are_one_deal() -> None:
    (row,) = rows(
        "transfers",
        transfer("a", "2018-03-01", "order", "Mi-35 helicopters", 4, sources="AB"),
        transfer("b", "2019-05-01", "delivery", "two Mi-35M gunships", 2),
    )
    assert (row["ordered"], row["year_of_order"], row["delivered"], row["years_of_delivery"]) == (
        "4",
        "2018",
        "(2)",
        "2019",
    )
    assert row["stage"] == "delivery"
    assert row["events"] == ["evt_a", "evt_b"]


def test_figures_on_which_reports_differ_stand_in_brackets() -> None:
    differ = Conflict("details.quantity", (ConflictValue(36, (0,)), ConflictValue(40, (1,))))
    (row,) = rows("transfers", transfer("a", "2018", "order", "vehicles", 36, sources="AB", conflicts=(differ,)))
    assert row["ordered"] == "(36 / 40)"
    assert row["disputed"] == "quantity: 36 / 40"


@pytest.mark.parametrize(("status", "delivered", "years"), [("planned", None, "(2020)"), ("occurred", "5", "2020")])
def test_what_is_to_be_delivered_is_not_delivered(status: str, delivered: str | None, years: str) -> None:
    (row,) = rows("transfers", transfer("a", "2020", "delivery", "radars", 5, status=status, sources="AB"))
    assert (row["delivered"], row["years_of_delivery"]) == (delivered, years)


def test_what_is_denied_is_a_row_of_its_own() -> None:
    told = rows(
        "transfers",
        transfer("a", "2018", "delivery", "coastal missiles"),
        transfer("b", "2018", "delivery", "coastal missiles", status="denied"),
        transfer("c", "2018", "delivery", "trucks"),
    )
    assert [(row["item"], row["status"]) for row in told] == [
        ("coastal missiles", "occurred"),
        ("coastal missiles", "denied"),
        ("trucks", "occurred"),
    ]


def test_sessions_of_a_body_and_when_it_was_set_up() -> None:
    def session(id: str, date: str, kind: str = "meeting", status: str = "occurred") -> Event:
        parties = (state("PER", "participant"), state("CHL", "participant"))
        details = {"mechanism": "Joint Border Commission"}
        return made(id, date, kind=kind, participants=parties, details=details, status=status)

    (row,) = rows(
        "mechanisms",
        session("a", "2015", "mechanism"),
        session("b", "2016-05"),
        session("c", "2017-06"),
        session("d", "2018-01", status="planned"),
        made("e", "2016-07", kind="meeting"),
    )
    assert (row["set_up"], row["held"], row["last"], row["next"]) == ("2015 (occurred)", 2, "2017-06", "2018-01")


def test_sanctions_imposed_and_lifted() -> None:
    parties = (state("PER", "imposer"), state("CHL", "target", "recipient"))
    embargo = made("a", "2019-03", kind="embargo", participants=parties, details={"direction": "lifted"})
    (row,) = rows("sanctions", embargo)
    assert (row["direction"], row["imposer"], row["target"]) == ("lifted", "PER", "CHL")


@pytest.mark.parametrize("name", list(REGISTERS))
def test_an_empty_register_has_its_columns(name: str) -> None:
    told: Register = build(REGISTERS[name], [])
    assert len(told.frame) == 0
    assert {"notes", "sources", "events"} < set(told.frame.columns)
