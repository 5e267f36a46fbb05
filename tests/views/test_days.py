from __future__ import annotations

import pytest

from bilateral.views.days import readable


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2017", "2017"),
        ("2017-10", "Oct 2017"),
        ("2017-10-03", "3 Oct 2017"),
        ("2017-10-03~", "about 3 Oct 2017"),
        ("2014?", "2014 (?)"),
        ("2014%", "about 2014 (?)"),
        ("2016-23", "autumn 2016"),
        ("2016-40", "1st half 2016"),
        ("198X", "1980s"),
        ("2017-10-01/2017-10-07", "1–7 Oct 2017"),
        ("2017-09-28/2017-10-07", "28 Sep – 7 Oct 2017"),
        ("2016-09/2016-10", "Sep–Oct 2016"),
        ("2014/2016", "2014 – 2016"),
        ("2017-10-03/..", "from 3 Oct 2017"),
        ("../2017-10", "until Oct 2017"),
        ("2017-12-28/2018-01-03", "28 Dec 2017 – 3 Jan 2018"),
        ("[2017-10-01,2017-10-03]", "[2017-10-01,2017-10-03]"),
        ("2017-99", "2017-99"),
    ],
)
def test_a_date_is_written_as_a_reader_would(edtf: str | None, words: str) -> None:
    assert readable(edtf) == words
