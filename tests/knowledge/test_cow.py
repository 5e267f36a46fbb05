from __future__ import annotations

from bilateral.knowledge import tables
from bilateral.knowledge.cow import cow
from bilateral.knowledge.states import display_names


def test_codes_that_follow_one_another() -> None:
    assert [found and found.number for found in (cow("DEU", "1990-10-02"), cow("DEU", "1990-10-03"), cow("DEU"))] == [
        260,
        255,
        255,
    ]
    assert cow("SUN") == cow("RUS")


def test_no_member_has_no_code() -> None:
    assert cow("PSE") is None
    assert cow("NATO") is None


def test_every_code_is_a_state_and_no_abbreviation_means_two_numbers() -> None:
    rows = tables.rows("cow.csv")
    assert {row["code"] for row in rows} - display_names().keys() == {"YMD"}
    numbers = {(row["abbreviation"], row["number"]) for row in rows}
    assert len({abbreviation for abbreviation, _ in numbers}) == len(numbers) == len({number for _, number in numbers})
