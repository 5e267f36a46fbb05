"""Details of an act: what, how many, how far, which series, what it is called."""

from __future__ import annotations

import pytest

from tests.coding.telling import told


@pytest.mark.parametrize(
    ("text", "word", "item", "stage"),
    [
        ("France delivered twelve Rafale fighter jets to Egypt on Monday.", "delivered", "fighter jets", "delivery"),
        ("Turkey sold night vision goggles to Azerbaijan.", "sold", "night vision goggles", "order"),
        ("Spain sent ammunition and spare parts to Morocco.", "sent", "ammunition and spare parts", "delivery"),
        ("Italy offered two frigates to Egypt.", "offered", "frigates", "offer"),
    ],
)
def test_a_transfer_has_an_item_and_a_stage(text: str, word: str, item: str, stage: str) -> None:
    details = told(text, word, "transfer").details
    assert item in str(details["item"])
    assert details["stage"] == stage


def test_how_many_is_a_whole_number() -> None:
    assert told("Italy sold two frigates to Egypt.", "sold", "transfer").details["quantity"] == 2


def test_several_thousand_is_no_number() -> None:
    text = "Kenya deployed several thousand troops along the Somali border."
    assert "quantity" not in told(text, "deployed", "mobilisation").details


def test_troops_are_personnel() -> None:
    text = "Kenya deployed 2,500 troops along the Somali border."
    assert told(text, "deployed", "mobilisation").details["personnel"] == "2,500 troops"


@pytest.mark.parametrize(
    ("text", "word", "direction"),
    [
        ("Canada imposed sanctions on Belarus.", "imposed", "imposed"),
        ("Canada waived its sanctions on Belarus.", "waived", "lifted"),
        ("Canada suspended its sanctions on Belarus.", "suspended", "lifted"),
    ],
)
def test_sanctions_are_imposed_or_lifted(text: str, word: str, direction: str) -> None:
    assert told(text, word, "embargo").details["direction"] == direction


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nepal and India signed a transit treaty on Friday.", "transit treaty"),
        ("Peru and Chile signed a memorandum of understanding on tourism.", "memorandum of understanding"),
        ("Serbia signed an agreement for the sale of wheat to Libya.", None),
        ("Serbia signed the agreement with Libya.", None),
    ],
)
def test_an_agreement_is_called_by_its_name(text: str, title: str | None) -> None:
    assert told(text, "signed", "agreement").details.get("title") == title


@pytest.mark.parametrize(
    ("text", "word", "series", "edition"),
    [
        ("Pakistan and Russia held the Druzhba-2016 exercise in autumn.", "held", "Druzhba", "2016"),
        ("Ukraine and Georgia began the Sea Breeze 2019 drills.", "began", "Sea Breeze", "2019"),
        ('India and Nepal began a drill called "Surya Kiran" near the border.', "began", "Surya Kiran", None),
        ("India and Nepal began Exercise Iron Wolf.", "began", "Iron Wolf", None),
        ("Peru and Chile held naval exercises in the Pacific Ocean.", "held", None, None),
        ("The Peruvian Navy held Pacific exercises with Chile.", "held", None, None),
    ],
)
def test_an_exercise_has_a_series_only_where_it_is_named(
    text: str, word: str, series: str | None, edition: str | None
) -> None:
    details = told(text, word, "exercise").details
    assert (details.get("series"), details.get("edition")) == (series, edition)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Ghana and Togo held a session of the Joint Working Group on Strategic Stability.",
            "session",
            "Joint Working Group on Strategic Stability",
        ),
        ("The leaders met at the 12th ASEAN summit in Hanoi.", "summit", "12th ASEAN summit"),
        ("The leaders held a summit in Hanoi.", "summit", None),
    ],
)
def test_a_meeting_of_a_standing_body_names_it(text: str, word: str, name: str | None) -> None:
    assert told(text, word, "meeting").details.get("mechanism") == name


def test_armies_are_not_counted_as_troops() -> None:
    assert (
        "personnel"
        not in told(
            "It was the first drill ever between the two armies of Peru and Chile.", "drill", "exercise"
        ).details
    )
