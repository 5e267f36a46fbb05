"""Whether an act happened, by rule."""

from __future__ import annotations

import pytest

from bilateral.coding.status import by_rule
from tests.coding.telling import arguments_at, reading_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("To continue to support Peru.", "support", "planned"),
        ("To help to arm Kenya.", "arm", "planned"),
        ("Peru began to arm Kenya.", "arm", "occurred"),
        ("Peru refused to arm Kenya.", "arm", "denied"),
        ("Peru plans to arm Kenya.", "arm", "planned"),
    ],
)
def test_an_infinitive_has_the_status_that_its_governor_gives(text: str, word: str, status: str) -> None:
    assert by_rule(arguments_at(reading_of(text), word)).name == status
