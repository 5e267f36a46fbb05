"""Who led which state when."""

from __future__ import annotations

import pytest

from bilateral.knowledge.leaders import by_family_name, by_full_name, name_keys


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("Vladimir Putin", 2012, "RUS"),
        ("Recep Tayyip Erdogan", 2016, "TUR"),
        ("Bashar Assad", 2013, "SYR"),
        ("Kim Jong Un", 2018, "PRK"),
        ("Ban Ki-moon", 2005, "KOR"),
        ("Ban Ki-moon", 2010, "UN"),
        ("Jens Stoltenberg", 2008, "NOR"),
        ("Jens Stoltenberg", 2018, "NATO"),
    ],
)
def test_a_full_name_is_known(name: str, year: int, code: str) -> None:
    leader = by_full_name(name_keys(name), year)
    assert leader is not None
    assert leader.country == code


def test_a_full_name_is_not_known_long_before_and_after() -> None:
    assert by_full_name(name_keys("Stephen Smith"), 1995) is None
    assert by_full_name(name_keys("Stephen Smith"), 2026) is None


CASES = [
    ("putin", 2007, "RUS"),
    ("xi", 2015, "CHN"),
    ("merkel", 2010, "DEU"),
    ("annan", 2003, "UN"),
    ("guterres", 2020, "UN"),
    ("ban", 2010, "UN"),
]


@pytest.mark.parametrize(("name", "year", "code"), CASES)
def test_a_family_name_is_known_in_its_time(name: str, year: int, code: str) -> None:
    leader = by_family_name(name, year)
    assert leader is not None
    assert leader.country == code


def test_a_family_name_out_of_its_time_is_unknown() -> None:
    assert by_family_name("putin", 1990) is None


def test_a_given_name_is_no_family_name() -> None:
    assert by_family_name("john", 2023) is None
    assert by_family_name("kofi", 2003) is None


def test_an_office_tells_bearers_of_one_name_apart() -> None:
    leader = by_family_name("clinton", 2010, "Secretary of State")
    assert leader is not None
    assert leader.name == "Hillary Clinton"
