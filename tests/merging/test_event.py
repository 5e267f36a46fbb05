"""The values of an event: what its reports together say."""

from __future__ import annotations

import pytest

from bilateral.merging import group
from bilateral.types.actor import Place
from tests.merging.builders import World

VISIT = ("visit", "PAK:visitor:Qamar Javed Bajwa", "RUS:host")


@pytest.fixture
def world() -> World:
    return World()


def only(world: World, **options):
    (found,) = group(world.mentions, world.by_id(), 0.5, **options)
    return found.event


def tell(world: World, article: str, published: str, **values):
    world.tell(
        "Bajwa arrived in Moscow for talks on helicopters.", *VISIT, article=article, published=published, **values
    )


def test_the_date_with_most_support_then_the_most_precise(world):
    tell(world, "a", "2017-10-03", date="2017-10-02")
    tell(world, "b", "2017-10-04", date="2017-10")
    tell(world, "c", "2017-10-05", date="2017-10-05")
    tell(world, "d", "2017-10-06", date="2017-10-02")
    event = only(world)
    assert (event.date, event.earliest, event.latest) == ("2017-10-02", "2017-10-02", "2017-10-02")


def test_copies_count_as_one_source(world):
    tell(world, "a", "2017-10-03", date="2017-10-02")
    tell(world, "b", "2017-10-03", date="2017-10-05")
    tell(world, "c", "2017-10-03", date="2017-10-05")
    copies = {"doc_b": "wire", "doc_c": "wire"}
    assert only(world).confidence > only(world, copies=copies).confidence


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["planned", "occurred"], "occurred"),
        (["planned", "cancelled"], "cancelled"),
        (["occurred", "planned"], "occurred"),
        (["proposed", "planned"], "planned"),
        (["planned", "proposed"], "planned"),
        (["occurred", "denied"], "occurred"),
    ],
)
def test_life_cycle(world, statuses, expected):
    for at, status in enumerate(statuses):
        tell(world, f"a{at}", f"2017-10-0{at + 1}", date="2017-10-02", status=status)
    assert only(world).status == expected


def test_participants_are_united_under_their_best_names(world):
    world.tell("Gen. Kiyani came to Moscow.", "visit", "PAK:visitor:Kiyani", "RUS:host", date="2012-10-03", article="a")
    world.tell(
        "Kayani came to Moscow.", "visit", "PAK:visitor:Ashfaq Parvez Kayani", "RUS:host", date="2012-10", article="b"
    )
    world.tell("Pakistan's chief came.", "visit", "PAK:visitor", "RUS:host", date="2012-10-03", article="c")
    assert [(p.name, p.role) for p in only(world).participants] == [
        ("Ashfaq Parvez Kayani", "visitor"),
        ("RUS", "host"),
    ]


def test_evidence_is_every_quote_in_the_order_of_telling(world):
    tell(world, "b", "2017-10-02", date="2017-10-02")
    tell(world, "a", "2017-10-03", date="2017-10-02")
    event = only(world)
    assert [item.document for item in event.evidence] == ["b.txt", "a.txt"]
    assert all(item.quote == "Bajwa arrived in Moscow for talks on helicopters." for item in event.evidence)


def test_code_and_score_are_of_the_report_whose_status_the_event_takes(world):
    tell(world, "a", "2017-09-28", date="2017-10-02", status="planned", score=2.5)
    tell(world, "b", "2017-10-03", date="2017-10-02", status="occurred", score=4.0)
    assert only(world).score == 4.0


class TestConflicts:
    def fields(self, world: World) -> dict[str, list]:
        return {c.field: [value.value for value in c.values] for c in only(world).conflicts}

    def test_two_days(self, world):
        tell(world, "a", "2017-10-09", date="2017-10-02")
        tell(world, "b", "2017-10-09", date="2017-10-05")
        assert self.fields(world) == {"date": ["2017-10-02", "2017-10-05"]}

    def test_a_more_precise_value_is_none(self, world):
        tell(world, "a", "2017-10-09", date="2017-10", place=Place("Russia", "RUS"))
        tell(world, "b", "2017-10-09", date="2017-10-02", place=Place("Moscow", "RUS", 524901))
        assert self.fields(world) == {}

    def test_quantities(self, world):
        for article, quantity in (("a", 4), ("b", "four"), ("c", 20)):
            world.tell(
                "Moscow delivered Mi-35 helicopters to Pakistan.", "transfer", "RUS:supplier", "PAK:recipient",
                date="2017-08", article=article, item="Mi-35", quantity=quantity,
            )  # fmt: skip
        assert self.fields(world)["details.quantity"] == [4, "four", 20]

    def test_more_than_seventy_is_no_conflict_with_a_hundred(self, world):
        for article, personnel in (("a", "more than 70"), ("b", 100)):
            world.tell(
                "Troops met for Druzhba.", "exercise", "RUS", "PAK", date="2016-09", article=article,
                series="Druzhba", edition="2016", personnel=personnel,
            )  # fmt: skip
        assert self.fields(world) == {}

    def test_a_misprinted_edition(self, world):
        for article, edition in (("a", "2016"), ("b", "216")):
            world.tell(
                "Troops met for Druzhba.", "exercise", "RUS", "PAK", date="2016", article=article,
                series="Druzhba", edition=edition,
            )  # fmt: skip
        (conflict,) = only(world).conflicts
        assert conflict.field == "details.edition"
        assert "misprint" in conflict.note

    def test_a_date_after_its_own_article(self, world):
        tell(world, "a", "2017-10-03", date="2017-10-02")
        tell(world, "b", "2017-10-03", date="2027-10-02")
        event = only(world)
        assert event.date == "2017-10-02"
        assert "own date" in event.conflicts[0].note

    def test_denied_by_one_and_told_by_another(self, world):
        tell(world, "a", "2017-10-03", date="2017-10-02")
        tell(world, "b", "2017-10-04", date="2017-10-02", status="denied")
        assert self.fields(world) == {"status": ["occurred", "denied"]}

    def test_evidence_of_each_side(self, world):
        tell(world, "a", "2017-10-09", date="2017-10-02")
        tell(world, "b", "2017-10-10", date="2017-10-05")
        (conflict,) = only(world).conflicts
        assert [value.evidence for value in conflict.values] == [(0,), (1,)]
