from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bilateral import coding
from bilateral.record import Record, open_record
from tests.record.fake import FakeCoder

Articles = Callable[..., Path]


@pytest.fixture(autouse=True)
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder called ``fake``, and no look at the language model."""
    coding.register("fake", FakeCoder)
    monkeypatch.setattr(coding, "model_version", lambda _: "no model")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db", settings={"coder": "fake"}) as opened:
        yield opened


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    """Write articles, ``name=text``, into a folder, and give the folder."""

    def write(folder: str = "articles", **texts: str) -> Path:
        for name, text in texts.items():
            path = tmp_path / folder / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{text}\n", encoding="utf-8")
        return tmp_path / folder

    return write
