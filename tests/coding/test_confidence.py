"""How sure a mention is."""

from __future__ import annotations

from dataclasses import replace

from bilateral.coding.confidence import confidence_of, marks_of
from tests.coding.telling import told


def test_it_is_a_chance_that_grows_with_the_classifiers_own() -> None:
    draft = told("The Kenyan president met his Ugandan counterpart in Kampala.", "met", "meeting")
    by_sure = [confidence_of(replace(draft, sure=sure), "trained/1.0") for sure in (0.4, 0.7, 0.95)]
    assert by_sure == sorted(set(by_sure))
    assert all(0 < value < 1 for value in by_sure)


def test_the_rules_have_a_curve_of_their_own() -> None:
    draft = told("The Kenyan president met his Ugandan counterpart in Kampala.", "met", "meeting")
    sure = replace(draft, sure=0.95)
    assert confidence_of(sure, "rules/1.0") != confidence_of(sure, "trained/1.0")


def test_marks_tell_what_is_known() -> None:
    marks = marks_of(told("The Kenyan president met his Ugandan counterpart in Kampala.", "met", "meeting"))
    assert marks["two_countries"] == marks["placed"] == marks["verb"] == 1.0
    assert marks["dated"] == marks["attributed"] == 0.0
