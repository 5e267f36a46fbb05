"""Names of persons, series and quantities compared."""

from __future__ import annotations

import pytest

from bilateral.merging import names
from bilateral.merging.quantity import amount


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("General Qamar Javed Bajwa", "Bajwa", True),
        ("Ashfaq Parvez Kayani", "Gen. Ashfaq Pervez Kiyani", True),
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("Q. J. Bajwa", "Qamar Javed Bajwa", True),
        ("Raheel Sharif", "Nawaz Sharif", False),
        ("George Bush", "Barack Obama", False),
    ],
)
def test_persons(one, other, expected):
    assert names.same_person(names.person(one), names.person(other)) is expected


def test_a_series_loses_its_edition_and_is_translated():
    assert names.series("Friendship-2016") == names.series("Druzhba") == "druzhba"
    assert names.edition("DRUZBA 2017") == "2017"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (4, "four", True),
        ("more than 70", 100, True),
        ("about 200", 210, True),
        ("two dozen", 24, True),
        (300, 1000, False),
    ],
)
def test_quantities(one, other, expected):
    a, b = amount(one), amount(other)
    assert a is not None and b is not None
    assert a.meets(b) is expected
