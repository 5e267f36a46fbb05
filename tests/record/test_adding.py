from __future__ import annotations

from pathlib import Path

from bilateral.record import Progress, Record
from tests.record.conftest import Articles

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."
RAID = "On 2016-05-01 Juma Odeh of TCD attacked SDN near a border crossing in the east."


def test_articles_become_events_with_their_words(record: Record, articles: Articles) -> None:
    report = record.add(articles(a=VISIT, b=RAID))

    assert (report.read, report.known, report.failed, report.mentions, report.events) == (2, 0, [], 2, 2)
    raid, visit = record.events()
    assert (raid.kind, visit.kind) == ("attack", "visit")
    assert visit.evidence[0].quote == VISIT
    assert record.text(visit.evidence[0].document_id)[visit.evidence[0].start : visit.evidence[0].end] == VISIT


def test_two_reports_of_one_visit_are_one_event(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=f"Moscow, Tuesday. {VISIT}"))

    (event,) = record.events()
    assert [item.document for item in event.evidence] == ["a.txt", "b.txt"]


def test_adding_twice_changes_nothing(record: Record, articles: Articles, tmp_path: Path) -> None:
    folder = articles(a=VISIT, b=RAID)
    record.add(folder)
    before = record.events(), record.documents(), record.info().documents

    report = record.add(folder)

    assert (report.read, report.known, report.mentions, report.events) == (0, 2, 0, 0)
    assert (record.events(), record.documents(), record.info().documents) == before


def test_the_same_bytes_under_two_names_are_one_document(record: Record, articles: Articles) -> None:
    report = record.add(articles(b=VISIT, a=VISIT))

    assert (report.read, report.known) == (1, 1)
    (row,) = record.documents()
    assert (row.name, row.names) == ("a.txt", ("a.txt", "b.txt"))
    assert len(record.events()[0].evidence) == 1


def test_a_changed_file_is_a_new_version_and_keeps_the_event(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT))
    (before,) = record.events()

    record.add(articles(a=f"Corrected. {VISIT}"))

    (after,) = record.events()
    assert after.id == before.id
    assert after.evidence[0].start == len("Corrected. ")
    assert [row.current for row in record.documents()] == [True, False]


def test_a_file_changed_back_counts_again(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT))
    before = record.events()
    record.add(articles(a=RAID))
    record.add(articles(a=VISIT))

    assert record.events() == before
    assert [row.current for row in record.documents()] == [True, False]


def test_what_an_event_is_made_of_does_not_depend_on_the_order(
    record: Record, articles: Articles, tmp_path: Path
) -> None:
    texts = {"a": VISIT, "b": f"{RAID} {VISIT}", "c": f"Again. {RAID}"}
    for name in "cab":
        record.add(articles(**{name: texts[name]}) / f"{name}.txt")

    assert [[item.document for item in event.evidence] for event in record.events()] == [
        ["b.txt", "c.txt"],
        ["a.txt", "b.txt"],
    ]


def test_same_names_in_two_folders_are_two_documents(record: Record, articles: Articles) -> None:
    record.add(articles("one", index=VISIT), articles("two", index=RAID))

    assert [row.current for row in record.documents()] == [True, True]
    assert len(record.events()) == 2


def test_rows_with_one_id_are_two_documents(record: Record, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f'{{"id": "7", "text": "{VISIT}"}}\n{{"id": "7", "text": "{RAID}"}}\n', encoding="utf-8")

    assert record.add(rows).read == 2
    assert record.add(rows).known == 2
    assert [row.name for row in record.documents()] == ["7", "7"]
    assert len(record.events()) == 2


def test_a_document_the_coder_fails_on_is_listed_and_tried_again(record: Record, articles: Articles) -> None:
    report = record.add(articles(a="[crash]", b=VISIT))

    assert [error.name for error in report.failed] == ["a.txt"]
    assert "ZeroDivisionError" in report.failed[0].reason
    assert [failure.name for failure in record.failures()] == ["a.txt"]
    assert len(record.events()) == 1

    assert record.add(articles(a=RAID)).read == 1
    assert record.failures() == []


def test_an_empty_file_is_listed_until_it_is_readable(record: Record, articles: Articles) -> None:
    folder = articles(a=VISIT, b="")
    record.add(folder)
    record.add(folder)

    assert [failure.name for failure in record.failures()] == ["b.txt"]
    record.add(articles(b=RAID))
    assert record.failures() == []


def test_a_long_document_is_stored_but_not_coded(articles: Articles, record: Record) -> None:
    record.set_setting("max_characters", "50")
    report = record.add(articles(a=VISIT))

    assert (report.read, report.uncoded, report.mentions) == (1, 1, 0)
    assert record.documents()[0].uncoded == "too long"


def test_progress_tells_each_document(record: Record, articles: Articles) -> None:
    seen: list[Progress] = []
    record.add(articles(a=VISIT, b=RAID, c=""), progress=seen.append)

    assert [(p.done, p.total, p.name) for p in seen] == [(1, 3, "a.txt"), (2, 3, "b.txt"), (3, 3, "c.txt")]
    assert seen[-1].mentions == 2


def test_what_the_page_lost_is_kept_with_the_document(record: Record, articles: Articles) -> None:
    record.add(articles(a=f"{VISIT}\n\nRead more: Ten places to see this summer"))

    document = record.document("a.txt")
    assert "".join(cut.text for cut in document.cuts).strip() in {"Read more: Ten places to see this summer", ""}


def test_what_cannot_be_stored_is_told_and_the_rest_goes_on(record: Record, articles: Articles) -> None:
    report = record.add(articles(a="On next-Tuesday Ali Khan of PAK visited RUS.", b=VISIT))

    assert [error.name for error in report.failed] == ["a.txt"]
    assert "please report" in report.failed[0].reason
    assert [event.evidence[0].document for event in record.events()] == ["b.txt"]


def test_odd_characters_are_kept_or_told(record: Record, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    odd = ["\\ud800 alone", "\\u0000 nothing", "\\u202e turned", "😀 face", "e\\u0301"]
    rows.write_text("".join(f'{{"id": "{n}", "text": "{o} {VISIT}"}}\n' for n, o in enumerate(odd)), encoding="utf-8")

    report = record.add(rows)
    assert report.read + len(report.failed) == len(odd)
    for event in record.events():
        for item in event.evidence:
            assert record.text(item.document_id)[item.start : item.end] == item.quote
