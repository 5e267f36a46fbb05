from __future__ import annotations

from pathlib import Path

from bilateral.record import open_record
from tests.record.conftest import Articles, Places

ONE = "On 2017-10-03 Ali Khan of PAK visited RUS."
OTHER = "On 2018-05 Wei Li of CHN attacked IND (denied)."


def test_the_same_articles_have_the_same_hash_in_any_order_and_database(
    place: Places, articles: Articles, tmp_path: Path
) -> None:
    folder = articles(a=ONE, b=OTHER)
    with open_record(place("one"), settings={"coder": "fake"}) as one:
        one.add(folder)
        with open_record(tmp_path / "other.db", settings={"coder": "fake"}) as other:
            other.add(folder / "b.txt")
            first = other.fingerprint()
            other.add(folder / "a.txt")
            assert other.fingerprint() == one.fingerprint()
            assert first.record != other.fingerprint().record
            assert first.coder == other.fingerprint().coder


def test_a_judgement_changes_the_record_and_taking_it_back_restores_it(place: Places, articles: Articles) -> None:
    with open_record(place("one"), settings={"coder": "fake"}) as record:
        record.add(articles(a=ONE, b=OTHER))
        before = record.fingerprint()
        record.judge(author="Ann").set(record.events()[0].id, "date", "2017-10-04")
        changed = record.fingerprint()
        assert changed.record != before.record
        assert (changed.coder, changed.settings) == (before.coder, before.settings)
        record.judge(author="Ann").undo()
        assert record.fingerprint() == before


def test_a_setting_changes_the_hash_of_settings_alone(place: Places, articles: Articles) -> None:
    with open_record(place("one"), settings={"coder": "fake"}) as record:
        record.add(articles(a=ONE))
        before = record.fingerprint()
        record.set_setting("gdelt_pause", "9")
        assert record.fingerprint() == before
        record.set_setting("half_life", "90")
        after = record.fingerprint()
        assert (after.record, after.coder) == (before.record, before.coder)
        assert after.settings != before.settings
        assert after.whole != before.whole
