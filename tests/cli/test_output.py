from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bilateral.cli.output import writing
from bilateral.errors import UsageError


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with writing(str(target), sys.stdout) as out:
        out.write("é\n")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "é\n"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), writing(str(target), sys.stdout) as out:
        out.write("half")
        raise RuntimeError
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"), writing(str(tmp_path / "no" / "x"), sys.stdout):
        pass


def test_no_name_and_a_dash_mean_the_terminal() -> None:
    for name in (None, "-"):
        with writing(name, sys.stdout) as out:
            assert out is sys.stdout
