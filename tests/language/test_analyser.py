"""English text to analysed sentences, with offsets that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.errors import ModelError
from bilateral.language import analyser
from bilateral.language.analyser import Analyser


def test_offsets_are_those_of_the_text_whatever_its_quotation_marks() -> None:
    text = "“The ministers’ talks” — held in Lima – ended. «Good», they said."
    doc = analyser("en_core_web_sm").analyse(text)
    assert len(doc.text) == len(text)
    assert all(0 <= token.idx < len(text) for token in doc)
    assert next(token for token in doc if token.text == "Lima").idx == text.index("Lima")


def test_texts_in_a_batch_are_read_as_each_alone() -> None:
    texts = ["Kenya and Uganda met.", "Peru recalled its envoy to Chile.", ""]
    model = analyser("en_core_web_sm")
    for text, doc in zip(texts, model.pipe(texts), strict=True):
        assert [(t.text, t.pos_, t.head.i) for t in doc] == [(t.text, t.pos_, t.head.i) for t in model.analyse(text)]


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nnonsense\n")
    (tmp_path / "meta.json").write_text('{"version": "1"}')
    with pytest.raises(ModelError):
        Analyser(str(tmp_path))
