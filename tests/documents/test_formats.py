"""Markdown and web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.documents.published import as_edtf
from tests.documents.helpers import SENTENCES, only

PAGE = """<html lang="en"><head><title>Accord signed | The Gazette</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><p>Friday, 29 March 2024</p>
<article><h1>Accord signed</h1><p>Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials said.</p>
<p>It takes effect in May, when both sides will send patrols to three posts along the common border.</p>
<p>The foreign ministers will meet again in Addis Ababa before the end of the year to talk about trade.</p></article>
<footer>© 2024 The Gazette</footer></body></html>"""


def page(tmp_path: Path, head: str = "") -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(head=head))
    return path


def test_markdown_loses_its_signs_and_keeps_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Accord signed\ndate: 2021-03-02\n---\n"
        "# Border accord\n\nKenya and **Ethiopia** signed [an accord](http://x.example) in\n_Nairobi_ on Tuesday.\n"
        "\n## What it says\n\n- Patrols start in *May*.\n- A `joint` command sits in Moyale.\n"
        "\n![map](m.png)\n\n> Too late.\n"
    )
    document = only(tmp_path)
    assert document.text.split("\n\n") == [
        "Border accord",
        "Kenya and Ethiopia signed an accord in Nairobi on Tuesday.".replace("in Nairobi", "in\nNairobi"),
        "What it says",
        "Patrols start in May.",
        "A joint command sits in Moyale.",
        "Too late.",
    ]
    assert (document.title, document.published, document.published_from) == ("Accord signed", "2021-03-02", "metadata")


def test_a_page_gives_its_article_and_keeps_the_rest_as_cuts(tmp_path: Path) -> None:
    document = only(page(tmp_path))
    assert "Kenya and Ethiopia signed" in document.text and "trade." in document.text
    assert "Home" not in document.text and any("Home World" in cut.text for cut in document.cuts)
    assert document.title == "Accord signed" and document.language == "en" and document.format == "html"


def test_the_day_a_page_was_saved_is_not_its_date(tmp_path: Path) -> None:
    assert only(page(tmp_path)).published is None


@pytest.mark.parametrize(
    ("head", "published", "published_from"),
    [
        ('<meta property="article:published_time" content="2021-03-02T23:30:00-05:00">', "2021-03-02", "metadata"),
        ('<meta name="date" content="2 March 2021">', "2021-03-02", "metadata"),
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-03-02"}]}</script>',
            "2021-03-02",
            "metadata",
        ),
        ('<link rel="canonical" href="https://g.example/2021/03/02/accord">', "2021-03-02", "page"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00">', None, None),
        ('<meta property="article:modified_time" content="2022-01-01">', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
    ],
)
def test_declared_dates(tmp_path: Path, head: str, published: str | None, published_from: str | None) -> None:
    document = only(page(tmp_path, head))
    assert (document.published, document.published_from) == (published, published_from)


def test_a_page_under_a_wrong_ending_is_read_as_a_page(tmp_path: Path) -> None:
    page(tmp_path).rename(tmp_path / "page.txt")
    document = only(tmp_path)
    assert document.format == "html" and "<p>" not in document.text


def test_a_page_without_an_article_shape_gives_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<body>{SENTENCES}</body>")
    assert only(tmp_path).text == SENTENCES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2017", "2017"),
        ("2017-09", "2017-09"),
        ("2017-09-22/2017-09-24", "2017-09-22/2017-09-24"),
        ("2019-07-26T10:00:00Z", "2019-07-26"),
        ("2019-07-26 10:00", "2019-07-26"),
        ("20190726", "2019-07-26"),
        ("2019/07/26", "2019-07-26"),
        ("Fri, 26 Jul 2019 10:00:00 GMT", "2019-07-26"),
        ("July 26th, 2019", "2019-07-26"),
        ("26 July 2019", "2019-07-26"),
        ("3/4/2019", None),
        ("2019-02-30", None),
        ("0000-01-01", None),
        ("99999", None),
        ("yesterday", None),
    ],
)
def test_dates_as_people_write_them(text: str, value: str | None) -> None:
    assert as_edtf(text) == value
