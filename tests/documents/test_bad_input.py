"""Every bad input is told by name and reason, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bilateral.documents import from_text, read_source
from bilateral.errors import SourceError, UsageError
from bilateral.settings import Settings
from bilateral.types.document import Document
from tests.documents.helpers import SENTENCES, documents, errors, only, read


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t \r\n", "empty"),
        ("hidden.txt", "\u200b\u200e\n".encode(), "empty"),
        ("blank.md", b"---\ntitle: x\n---\n", "empty"),
        ("blank.html", b"<html><body><script>var x = 1</script></body></html>", "empty"),
        ("rows.jsonl", b"\n\n", "empty"),
        ("paper.txt", b"%PDF-1.7 rest", "broken"),
        ("book.txt", b"PK\x03\x04rest", "broken"),
        ("noise.txt", bytes(range(256)) * 20, "not text"),
        ("noise.jsonl", bytes(range(256)) * 20, "not text"),
        ("wide.jsonl", '{"text": "x"}'.encode("utf-16"), "UTF-16"),
    ],
)
def test_what_holds_no_article_is_an_error(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(SENTENCES)
    error, document = read(tmp_path)
    assert isinstance(error, SourceError) and isinstance(document, Document)
    assert error.name == name and reason in error.reason


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text(SENTENCES * 20)
    [error] = errors(tmp_path, max_bytes="1000")
    assert "larger than 1,000 bytes" in error.reason and "max_bytes" in error.reason


def test_a_file_of_rows_may_be_larger_than_one_row(tmp_path: Path) -> None:
    row = b'{"text": "' + SENTENCES.encode() + b'"}\n'
    (tmp_path / "rows.jsonl").write_bytes(row * 50 + b'{"text": "' + b"x" * 5000 + b'"}\n' + row)
    found = read(tmp_path, max_bytes="1000")
    assert sum(isinstance(item, Document) for item in found) == 51
    assert [item.name for item in found if isinstance(item, SourceError)] == ["rows.jsonl#51"]


def test_a_text_longer_than_the_setting_is_kept_but_not_coded(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCES * 20)
    document = only(tmp_path, max_characters="500")
    assert document.uncoded == "too long" and document.text.startswith("Kenya")


def test_a_truncated_utf8_tail_is_read(tmp_path: Path) -> None:
    (tmp_path / "cut.txt").write_bytes((SENTENCES + " Köln").encode()[:-3])
    assert only(tmp_path).text == SENTENCES + " K\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_other_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    text = "São Tomé and “Príncipe” signed a fishing accord. The prime minister’s office confirmed it."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert only(tmp_path).text == text


def test_old_cyrillic_is_told(tmp_path: Path) -> None:
    text = "Министр иностранных дел прибыл в Москву с официальным визитом, сообщили в посольстве."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    assert only(tmp_path).text == text


def test_no_such_source(tmp_path: Path) -> None:
    [error] = errors(tmp_path / "nowhere")
    assert "no such file or folder" in error.reason


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    [error] = errors(tmp_path)
    assert "without articles" in error.reason and ".txt" in error.reason


def test_an_unknown_ending_is_an_error_only_when_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "table.xls").write_text("x")
    assert len(read(tmp_path)) == 1
    [error] = errors(tmp_path / "table.xls")
    assert "not an article format" in error.reason


def test_a_refused_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "b.txt").write_text(SENTENCES + " More.")
    plain = Path.open

    def refuse(self: Path, *args: object, **more: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return plain(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", refuse)
    error, document = read(tmp_path)
    assert isinstance(error, SourceError) and "no permission" in error.reason
    assert isinstance(document, Document)


def test_a_folder_that_goes_away_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    stream = read_source(tmp_path, None, Settings())
    (tmp_path / "a.txt").unlink()
    tmp_path.rmdir()
    [error] = list(stream)
    assert isinstance(error, SourceError)


def test_a_file_that_goes_away_is_told_and_the_rest_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(SENTENCES)
    stream = read_source(tmp_path, None, Settings())
    next(stream)
    (tmp_path / "b.txt").unlink()
    error, document = stream
    assert isinstance(error, SourceError) and error.name == "b.txt"
    assert isinstance(document, Document) and document.name == "c.txt"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = read(tmp_path)
    assert [item.name for item in found] == ["a.txt", "self.txt"]
    assert isinstance(found[1], SourceError)


def test_a_pipe_does_not_hang_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    [error] = errors(tmp_path)
    assert "not a file" in error.reason


def test_names_that_are_no_text_can_be_printed_and_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as stream:  # noqa: PTH123 (the name is bytes)
        stream.write(SENTENCES)
    assert only(tmp_path).name.encode("utf-8").decode() == "caf\ufffd.txt"


def test_a_wrong_publication_date_is_wrong_use_and_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2017-09-22"):
        read_source(tmp_path, "last week", Settings())


def test_an_empty_text_at_hand_is_an_error() -> None:
    with pytest.raises(SourceError, match="empty"):
        from_text("  \n")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{not json", "line 2 is not JSON"),
        ('["text"]', "line 2 is not a JSON object"),
        ('{"title": "x"}', "line 2 has no `text`"),
        ('{"text": 5}', "line 2 has no `text`"),
        ('{"text": "  "}', "line 2 is empty"),
        ("[" * 100_000, "line 2 is not JSON"),
        ('{"text": ' + "9" * 5000 + "}", "line 2 is not JSON"),
        ('{"text": "cut off in the mid', "line 2 is not JSON"),
    ],
)
def test_a_bad_row_names_file_and_line_and_the_rest_goes_on(tmp_path: Path, row: str, reason: str) -> None:
    good = '{"text": "' + SENTENCES + '"}'
    (tmp_path / "rows.jsonl").write_text("\n".join((good, row, good)))
    first, error, last = read(tmp_path)
    assert isinstance(first, Document) and isinstance(last, Document) and first.id == last.id
    assert isinstance(error, SourceError) and error.name == "rows.jsonl#2" and error.reason.startswith(reason)


def test_half_a_character_in_a_row_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "Oman and Yemen \\ud83d met in Muscat.", "id": "x\\ud800"}')
    document = only(tmp_path)
    assert document.text.encode() and document.name.encode()


def test_html_of_deep_nesting_is_survived(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<html><body>" + "<div>" * 20_000 + SENTENCES)
    assert len(read(tmp_path)) == 1


def test_documents_of_a_good_folder_have_no_errors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    assert len(documents(tmp_path)) == 1


def test_a_quote_that_is_never_closed_makes_no_documents_of_what_is_behind_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'text\n"{SENTENCES}"\n"never closed\n' + "and more of it\n" * 500)
    first, error = read(tmp_path, max_bytes="2000")
    assert isinstance(first, Document)
    assert isinstance(error, SourceError)
    assert error.name == "a.csv#2"
    assert "mend its quotes" in error.reason
