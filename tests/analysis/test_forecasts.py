from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bilateral.analysis.forecasts import Ledger, Line
from bilateral.analysis.forecasts.foretold import Foretold, plans, with_forecasts
from bilateral.analysis.forecasts.outcomes import Later, Outcome, outcome
from bilateral.record import ToldClaim
from bilateral.types.actor import Speaker
from bilateral.types.claim import Claim
from bilateral.types.event import Event
from bilateral.types.span import Span
from tests.analysis.making import made, report

LAST = date(2019, 12, 31)
MINISTER = Speaker("Rosa Vega", "person:rosa-vega", "Minister", "PER")


def planned(
    source: str = "A", published: str | None = "2019-01-05", by_when: str | None = "2019-03", **more: Any
) -> Any:
    return report(source, "Peru will go to Chile.", status="planned", published=published, date=by_when, **more)


def held(source: str = "B", published: str | None = "2019-03-20", status: str = "occurred") -> Any:
    return report(source, "Peru went to Chile.", status=status, published=published, date="2019-03-19")


def told_of(*reports: Any, status: str, date: str | None = "2019-03", **more: Any) -> Event:
    return made("a", date, status=status, evidence=reports, **more)


def judged(event: Event, *others: Event, last: date | None = LAST) -> Outcome:
    (plan,) = plans([event])
    return outcome(plan, Later([event, *others], last))


def test_a_plan_that_a_later_report_tells_as_past_came_true() -> None:
    came = judged(told_of(planned(), held(), status="occurred"))
    assert came.verdict == "came true"
    assert [note.source for note in came.notes] == ["B"]


@pytest.mark.parametrize("status", ["cancelled", "denied"])
def test_a_plan_that_was_called_off_did_not(status: str) -> None:
    assert judged(told_of(planned(), held(status=status), status=status)).verdict == "did not"


def test_the_same_article_is_no_witness_of_its_own_plan() -> None:
    assert judged(told_of(planned("A"), held("A"), status="occurred")).verdict == "cannot be told"


def test_another_event_at_the_time_foretold_shows_it() -> None:
    plan = told_of(planned(), status="planned")
    visit = made("b", "2019-03-19", evidence=(held(),))
    assert judged(plan, visit).event == visit
    assert judged(plan, made("b", "2019-06-19", evidence=(held(published="2019-06-20"),))).verdict == "cannot be told"
    earlier = made("b", "2019-03-19", evidence=(held(published="2018-12-20"),))
    assert judged(plan, earlier).verdict == "cannot be told"


def test_another_treaty_does_not_show_that_this_one_was_signed() -> None:
    plan = told_of(planned(), status="planned", kind="agreement", details={"title": "fisheries treaty"})
    other = made("b", "2019-03-19", kind="agreement", details={"title": "aviation treaty"}, evidence=(held(),))
    assert judged(plan, other).verdict == "cannot be told"


@pytest.mark.parametrize(
    ("by_when", "last", "verdict"),
    [
        ("2020-05", LAST, "too early to tell"),
        ("2019-03", LAST, "cannot be told"),
        (None, LAST, "cannot be told"),
        ("2018", LAST, "cannot be told"),
        ("2019-03", None, "too early to tell"),
    ],
)
def test_what_the_record_does_not_show(by_when: str | None, last: date | None, verdict: str) -> None:
    assert judged(told_of(planned(by_when=by_when), status="planned", date=by_when), last=last).verdict == verdict


def test_every_voice_is_held_to_it_once() -> None:
    spoken = planned("B", "2019-01-07", attributed_to=MINISTER)
    event = told_of(planned("A", "2019-01-06"), planned("A", "2019-01-05"), spoken, status="planned")
    assert [(plan.voice, plan.note.published) for plan in plans([event])] == [
        ("A", "2019-01-05"),
        ("Rosa Vega", "2019-01-07"),
    ]


def claim(start: int, end: int, text: str, speaker: Speaker | None = MINISTER) -> ToldClaim:
    told = Claim(f"clm_{start}", "doc_A", "forecast", speaker, ("CHL",), None, Span(start, end), "hand/1.0")
    return ToldClaim(told, "A.txt", "2019-01-05", "A", text[start:end])


def test_a_claim_with_the_words_of_a_plan_gives_it_its_speaker() -> None:
    text = "Peru will go to Chile. Trade will double in ten years, in 2029."
    event = told_of(planned("A"), status="planned")
    told = list(with_forecasts(plans([event]), [claim(0, 22, text), claim(23, 63, text)], lambda _id: text))
    assert [(one.kind, one.voice) for one in told] == [("visit", "Rosa Vega"), ("forecast", "Rosa Vega")]
    assert told[1].by_when == "2029"
    assert outcome(told[1], Later([], LAST)).verdict == "too early to tell"


def test_only_who_said_enough_has_a_score() -> None:
    def line(verdict: Any, speaker: Speaker | None = MINISTER) -> Line:
        (plan,) = plans([told_of(planned(attributed_to=speaker), status="planned")])
        return Line(Foretold(speaker, plan.note, "visit", ("PER",), None, None), Outcome(verdict, ""))

    lines = [line("came true")] * 4 + [line("did not"), line("too early to tell")] + [line("came true", None)] * 9
    (row,) = Ledger(tuple(lines)).scores(5)
    assert (row["speaker"], row["told"], row["came_true"], row["open"], row["share"]) == ("Rosa Vega", 5, 4, 1, 0.8)
    assert row["low"] < 0.8 < row["high"]
    assert len(Ledger(tuple(lines)).scores(6)) == 0
