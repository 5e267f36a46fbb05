from __future__ import annotations

from bilateral.types.actor import Place, Speaker
from bilateral.views import wording
from tests.cli.making import KENYA, MINISTER, event, evidence


def test_who_acts_upon_whom() -> None:
    assert wording.who(event()) == "Chile → Kenya"


def test_a_state_is_not_repeated_beside_the_one_who_acts_for_it() -> None:
    told = event(participants=(*event().participants, MINISTER))
    assert wording.who(told) == "Juan Soto (CHL) → Kenya"


def test_an_unknown_doer_is_a_question_mark() -> None:
    assert wording.who(event(participants=(KENYA,))) == "? → Kenya"


def test_quantity_and_item_are_one_phrase() -> None:
    assert wording.what(event()) == "delivery, 12 boats"


def test_details_without_a_place_of_their_own_are_named() -> None:
    assert (
        wording.what(event(details={"title": "Harbour Accord", "signed_by": ["A", "B"]}))
        == "Harbour Accord, signed by A, B"
    )


def test_a_country_is_not_said_twice() -> None:
    assert wording.where(Place("Mombasa", "KEN")) == "Mombasa, KEN"
    assert wording.where(Place("Kenya", "KEN")) == "Kenya"
    assert wording.where(Place("Lake Turkana")) == "Lake Turkana"
    assert wording.where(None) == ""


def test_conflicts_are_named_by_their_fields() -> None:
    assert wording.disputed(event()) == "≠ quantity"
    assert wording.disputed(event(conflicts=())) == ""


def test_the_course_of_an_event_is_told_when_its_status_changed() -> None:
    planned = evidence(published="2018-03-02", status="planned")
    again = evidence(published="2018-04", status="planned")
    held = evidence(published="2018-05-30", status="occurred")
    assert wording.course(event(evidence=(held, planned, again))) == "planned (2 Mar 2018) → occurred (30 May 2018)"
    assert wording.course(event(evidence=(planned, again))) == ""


def test_an_office_is_not_said_twice() -> None:
    assert wording.speaker(Speaker("Juan Soto", None, "Defence Minister", "CHL")) == "Juan Soto, Defence Minister, CHL"
    assert wording.speaker(Speaker("the Defence Minister", None, "Defence Minister")) == "the Defence Minister"


def test_long_lists_end_in_a_number() -> None:
    assert wording.listed(["a", "b", "c"], 2) == "a, b +1"
    assert wording.listed(["a"], 2) == "a"
