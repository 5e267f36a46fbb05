from __future__ import annotations

from xml.etree import ElementTree

import pytest
from lxml import html

from bilateral.analysis import relation
from bilateral.errors import UsageError
from bilateral.views.charts import relation_chart
from bilateral.views.render import FORMATS, format_of, render
from tests.analysis.making import made

SPEC = relation_chart(relation([made("a", "2019-01-10"), made("b", "2019-03-10", -3.0)], ("PER", "CHL")), ["2019-03"])


def test_the_picture_names_both_states() -> None:
    root = ElementTree.fromstring(render(SPEC, "svg"))
    told = " ".join(text.strip() for text in root.itertext())
    assert "Peru and Chile" in told
    assert "Peru → Chile" in told


@pytest.mark.parametrize(("format", "begins"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html")])
def test_other_formats(format: str, begins: bytes) -> None:
    assert render(SPEC, format).lstrip().startswith(begins)


def test_a_page_loads_nothing() -> None:
    page = html.document_fromstring(render(SPEC, "html").decode())
    assert page.xpath("//script")
    assert page.xpath("//*[@src or @href]") == []


def test_a_chart_may_not_load_data_from_elsewhere() -> None:
    with pytest.raises(ValueError, match=r"(?i)not allowed|denied|external"):
        render({**SPEC, "data": {"url": "https://example.org/points.json"}}, "svg")


def test_the_ending_tells_the_format() -> None:
    assert [format_of(f"a.b.{one.upper()}") for one in FORMATS] == list(FORMATS)
    with pytest.raises(UsageError, match=r"\.svg"):
        format_of("picture.gif")
