from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from bilateral.errors import NotARecord, NotFound, RecordBusy, RecordError, UsageError
from bilateral.record import Record, migrations, open_record
from bilateral.record.schema import VERSION, metadata
from tests.record.conftest import Articles, Places

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."


def test_a_record_is_made_once_and_opened_again(place: Places) -> None:
    open_record(place("new")).close()
    with open_record(place("new"), create=False) as record:
        assert record.info().schema == VERSION
        assert record.events() == []


def test_a_record_that_does_not_exist(tmp_path: Path, place: Places) -> None:
    for _ in range(2):
        with pytest.raises(NotFound, match="bilateral add"):
            open_record(place("none"), create=False)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("content", [b"Dear diary, today I met the ambassador.", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="another name"):
        open_record(path)
    assert path.read_bytes() == content


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotARecord):
        open_record(path)
    assert path.read_bytes() == before


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        open_record(tmp_path)
    with pytest.raises(RecordError, match="no folder"):
        open_record(tmp_path / "nowhere" / "record.db")


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with open_record(tmp_path / "empty.db") as record:
        assert record.info().documents == 0


def test_a_record_of_a_newer_version_is_told(place: Places) -> None:
    with open_record(place("newer")) as record, record._store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="newer bilateral"):
        open_record(place("newer"))


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_truncated_record_is_told(tmp_path: Path, record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT))
    record.close()
    path = tmp_path / "record.db"
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(RecordError), open_record(path) as damaged:
        damaged.events()


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, record: Record, articles: Articles) -> None:
    holder = sqlite3.connect(tmp_path / "record.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_record(tmp_path / "record.db", settings={"coder": "fake"}, wait=0.05) as second:
        assert second.events() == []
        with pytest.raises(RecordBusy, match="another process"):
            second.add(articles(a=VISIT))
        holder.execute("ROLLBACK")
        assert second.add(articles(a=VISIT)).read == 1
    holder.close()


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_full_disk_keeps_what_was_stored(tmp_path: Path, record: Record, articles: Articles) -> None:
    filler = " ".join(f"and the word that was {number}" for number in range(300))
    folder = articles(**{f"a{number:02}": f"{VISIT} {number} {filler}" for number in range(20)})
    with record._store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 40}")
    with pytest.raises(RecordError, match=r"disk is full.*\d+ documents of this add are kept"):
        record.add(folder)
    record.close()

    with open_record(tmp_path / "record.db", settings={"coder": "fake"}) as again:
        kept = again.info().documents
        assert 0 < kept < 20
        assert again.add(folder).read == 20 - kept
        assert len(again.events()[0].evidence) == 20


def test_settings_are_kept_and_given_ones_go_first(place: Places, record: Record) -> None:
    record.set_setting("max_characters", "500")
    assert record.settings()["max_characters"] == 500
    with open_record(place("record"), settings={"max_characters": "7"}) as again:
        assert again.settings()["max_characters"] == 7
    with pytest.raises(UsageError):
        record.set_setting("max_characters", "many")
    with pytest.raises(UsageError):
        record.set_setting("colour", "blue")


def test_migrations_lead_to_the_tables_of_the_schema(place: Places) -> None:
    with open_record(place("made")) as made, open_record(place("migrated")) as migrated:
        with migrated._store.write() as connection:
            for table in reversed(metadata.sorted_tables):
                table.drop(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("DROP FUNCTION bilateral_words")
            else:
                connection.exec_driver_sql("DROP TABLE sought_words")
            migrations.upgrade(connection)
        assert ScriptDirectory.from_config(migrations.config()).get_current_head() == VERSION
        with made._store.read() as one, migrated._store.read() as other:
            assert tables(one) == tables(other)


def tables(connection: Connection) -> list[object]:
    look = inspect(connection)
    return [
        (name, [str(column) for column in look.get_columns(name)], look.get_indexes(name))
        for name in sorted(look.get_table_names())
    ]


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_record_of_the_first_version_is_brought_up_to_date(
    tmp_path: Path, record: Record, articles: Articles, place: Places
) -> None:
    record.add(articles(a=VISIT, b=f"Moscow, Tuesday. {VISIT}", c="The first-ever visit was long ago."))
    found = record.search("trade transit"), record.offices(), record.copies()
    record.close()
    with sqlite3.connect(tmp_path / "record.db") as old:
        for name in ("sought_come", "sought_gone"):
            old.execute(f"DROP TRIGGER {name}")
        old.execute("DROP TABLE sought_words")
        for name in LATER:
            old.execute(f"DROP TABLE {name}")
        old.execute("UPDATE alembic_version SET version_num = '0001'")
    with open_record(place("record"), settings={"coder": "fake"}) as again:
        assert again.check() == []
        assert (again.search("trade transit"), again.offices(), again.copies()) == found


LATER = (
    "event_conflicts", "firsts", "bands", "copies", "holdings", "judged_documents", "judged_pairs", "judged_values",
    "judgements", "originals", "sought", "pulse", "marks",
)  # fmt: skip


def test_an_address_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="postgresql://"):
        open_record("mysql://somewhere/else")
    with pytest.raises(RecordError, match="cannot reach"):
        open_record("postgresql://nobody@127.0.0.1:1/nothing")
