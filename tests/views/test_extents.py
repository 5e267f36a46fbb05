from __future__ import annotations

from datetime import date

import pytest

from bilateral.views.extents import pieces


def looks(edtf: str | None, within: tuple[date, date] | None = None) -> list[tuple[str, str, str]]:
    return [(one.first.isoformat(), one.after.isoformat(), one.look) for one in pieces(edtf, within)]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2017-10-03", [("2017-10-03", "2017-10-04", "sure")]),
        ("2017-10-01/2017-10-07", [("2017-10-01", "2017-10-08", "sure")]),
        ("2017-10", [("2017-10-01", "2017-11-01", "hollow")]),
        ("2017", [("2017-01-01", "2018-01-01", "hollow")]),
        ("2017-23", [("2017-09-01", "2017-12-01", "hollow")]),
        ("2017-10-03~", [("2017-10-03", "2017-10-04", "hollow")]),
        ("2017-05/2017-10-03", [("2017-05-01", "2017-06-01", "unsure"), ("2017-06-01", "2017-10-04", "sure")]),
        ("2015/2017", [
            ("2015-01-01", "2016-01-01", "unsure"), ("2016-01-01", "2017-01-01", "sure"),
            ("2017-01-01", "2018-01-01", "unsure"),
        ]),
        ("2016/2017-03", [("2016-01-01", "2017-01-01", "unsure"), ("2017-01-01", "2017-03-01", "sure"),
                          ("2017-03-01", "2017-04-01", "unsure")]),
        ("2017-05/2017-05-20", [("2017-05-01", "2017-05-21", "hollow")]),
        (None, []),
        ("2017/..", []),
    ],
)  # fmt: skip
def test_how_a_date_is_drawn(edtf: str | None, told: list[tuple[str, str, str]]) -> None:
    assert looks(edtf) == told


def test_an_open_end_fades_to_the_edge_of_what_is_shown() -> None:
    shown = (date(2010, 1, 1), date(2020, 1, 1))
    assert looks("2017/..", shown) == [("2017-01-01", "2020-01-01", "unsure")]
    assert looks("../2012-05", shown) == [("2010-01-01", "2012-06-01", "unsure")]
    assert looks("2021/..", shown) == []
