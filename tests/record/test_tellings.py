"""What was told of a document's dates comes out of the record as it went in."""

from __future__ import annotations

from pathlib import Path

from bilateral.record import Record

PAGE = """<html lang="en"><head><title>Accord</title>
<meta property="article:published_time" content="2021-03-02T10:00:00Z">
<meta property="article:modified_time" content="2021-03-05T10:00:00Z">
<link rel="canonical" href="https://g.example/2019/07/01/accord"></head><body><article>
<p>Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.</p>
<p>The accord takes effect in May, when patrols will begin at three posts along the border.</p>
</article><p>Leave a Reply</p></body></html>"""


def test_contradicting_dates_are_kept_and_told(record: Record, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    record.add(tmp_path / "a.html")
    document = record.document("a.html")
    [row] = record.documents()
    told = [(one.field, one.value, one.origin, one.place, one.certainty) for one in row.tellings]
    assert ("published", "2021-03-02", "metadata", "meta article:published_time", "certain") in told
    assert ("published", "2019-07-01", "page", "address", "likely") in told
    assert ("updated", "2021-03-05", "metadata", "meta article:modified_time", "certain") in told
    assert (row.published, row.published_from, row.certainty) == ("2021-03-02", "metadata", "disputed")
    assert document.tellings == row.tellings
    assert document.certainty == "disputed"
    assert sum(row.cut.values()) == sum(len(cut.text.split()) for cut in document.cuts) > 0
