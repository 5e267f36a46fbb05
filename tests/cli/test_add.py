"""``bilateral add`` on good and bad input: what is said, and with which exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.cli.main import run
from bilateral.cli.progress import Lines
from bilateral.record import Progress

Output = pytest.CaptureFixture[str]
STORY = "The foreign ministers of Norway and Kenya met in Oslo on Tuesday to discuss fisheries, officials said."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(STORY, encoding="utf-8")
    return folder


def add(tmp_path: Path, *arguments: str | Path) -> int:
    return run(["add", str(tmp_path / "r.db"), *map(str, arguments)])


def test_a_second_time_everything_is_known(tmp_path: Path, articles: Path, capsys: Output) -> None:
    assert add(tmp_path, articles, "--published", "2017-09-22") == 0
    assert "1 document read\n" in capsys.readouterr().out
    assert add(tmp_path, articles, "--published", "2017-09-22") == 0
    assert "0 documents read, 1 already known\n" in capsys.readouterr().out


def test_bad_files_are_listed_with_the_reason_and_the_rest_is_kept(
    tmp_path: Path, articles: Path, capsys: Output
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (articles / "rows.jsonl").write_text('{"text": "Fine rows are read."}\n{"text": \n', encoding="utf-8")
    assert add(tmp_path, articles) == 1
    out, err = capsys.readouterr()
    assert "2 documents read, 3 failed" in out
    assert "  failed: empty.txt: empty" in out
    assert "  failed: picture.txt: not text but a picture" in out
    assert "line 2 is not JSON" in out
    assert "Traceback" not in out + err


def test_what_is_too_long_is_stored_and_told(tmp_path: Path, articles: Path, capsys: Output) -> None:
    assert add(tmp_path, articles, "--set", "max_characters=20") == 0
    assert "1 document stored but not coded (too long 1)" in capsys.readouterr().out
    assert run(["documents", str(tmp_path / "r.db")]) == 0
    assert "not coded: too long" in " ".join(capsys.readouterr().out.split())


def test_a_folder_without_articles_is_a_failure(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "none").mkdir()
    assert add(tmp_path, tmp_path / "none") == 1
    assert "a folder without articles" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere does not exist; name a file or a folder of articles"),
        ([], "Missing argument"),
        ([".", "--published", "last week"], "is not a date"),
        ([".", "--jobs", "0"], "0 is not in the range"),
        ([".", "--set", "coder=magic"], "no coder is called 'magic'"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, tmp_path: Path, capsys: Output) -> None:
    assert add(tmp_path, *arguments) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in out + err


def test_a_file_that_is_no_record_is_left_as_it_is(tmp_path: Path, articles: Path, capsys: Output) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Buy milk.", encoding="utf-8")
    for line in (["add", str(other), str(articles)], ["events", str(other)]):
        assert run(line) == 1
        assert "is not a record" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == "Buy milk."


def test_reading_a_record_that_is_not_there_makes_none(tmp_path: Path, capsys: Output) -> None:
    assert run(["events", str(tmp_path / "r.db")]) == 1
    assert "there is no record" in capsys.readouterr().err
    assert not (tmp_path / "r.db").exists()


def test_ctrl_c_keeps_what_was_read(
    tmp_path: Path, articles: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "second.txt").write_text("Another story.", encoding="utf-8")

    def interrupt(_self: Lines, progress: Progress) -> None:
        if progress.done == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(Lines, "__call__", interrupt)
    assert add(tmp_path, articles) == 130
    assert "bilateral: stopped; kept 1 document; run it again to go on" in capsys.readouterr().err
    monkeypatch.undo()
    assert add(tmp_path, articles) == 0
    assert "1 document read, 1 already known" in capsys.readouterr().out


def test_lines_come_now_and_then(capsys: Output) -> None:
    times = iter([0.0, 1.0, 6.0, 6.0, 7.0, 70.0, 70.0])
    lines = Lines(clock=lambda: next(times))
    for done in (1, 20, 30, 31):
        lines(Progress(done, 100, "a.txt", 0))
    assert capsys.readouterr().err.splitlines() == [
        "20 documents of about 100 done",
        "31 documents of about 100 done",
    ]
