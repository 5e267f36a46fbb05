from __future__ import annotations

import pytest

from bilateral import coding
from bilateral.record import Record
from tests.record.conftest import Articles
from tests.record.fake import FakeCoder

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks."


def test_a_second_coder_in_one_record_is_told(record: Record, articles: Articles) -> None:
    assert record.add(articles(a=VISIT)).warnings == []
    coding.register("fake", lambda: FakeCoder("fake/2.0"))

    assert record.add(articles(a=VISIT)).warnings == []
    (warning,) = record.add(articles(b=f"Again. {VISIT}")).warnings
    assert "fake/1.0" in warning
    assert "fake/2.0" in warning
    assert record.info().coders == (("fake/1.0", "no model"), ("fake/2.0", "no model"))
    assert [item.coder for item in record.events()[0].evidence] == ["fake/1.0", "fake/2.0"]


def test_a_second_model_in_one_record_is_told(
    record: Record, articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.add(articles(a=VISIT))
    monkeypatch.setattr(coding, "model_version", lambda _: "another model")

    assert "another model" in record.add(articles(b=f"Again. {VISIT}")).warnings[0]
