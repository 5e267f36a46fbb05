"""Several readers and a writer at once; two writers, one after the other."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from bilateral.record import open_record
from tests.record.conftest import Articles, Places
from tests.record.test_grouping import corpus, shape
from tests.record.test_killing import ADD


def adding(root: Path, record: str, source: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", ADD, record, str(source)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_readers_are_never_locked_out_and_see_whole_documents(root: Path, articles: Articles, place: Places) -> None:
    folder = articles(**corpus(21, 60))
    open_record(place("shared")).close()
    writer = adding(root, place("shared"), folder)
    seen: list[int] = []
    wrong: list[object] = []

    def read() -> None:
        while writer.poll() is None:
            try:
                with open_record(place("shared"), create=False) as record:
                    events = record.events()
                    assert {item.mention for event in events for item in event.evidence} <= {
                        mention.id for mention in record.mentions()
                    }
                    seen.append(len(events))
            except Exception as error:
                wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    _, errors = writer.communicate()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert writer.returncode == 0, errors.decode()
    assert seen


def test_two_writers_give_what_one_does(root: Path, articles: Articles, place: Places) -> None:
    texts = corpus(22, 50)
    halves = [articles("one", **dict(list(texts.items())[::2])), articles("two", **dict(list(texts.items())[1::2]))]
    writers = [adding(root, place("shared"), half) for half in halves]
    for writer in writers:
        _, errors = writer.communicate()
        assert writer.returncode == 0, errors.decode()

    with (
        open_record(place("shared"), settings={"coder": "fake"}) as shared,
        open_record(place("alone"), settings={"coder": "fake"}) as alone,
    ):
        assert shared.check() == []
        alone.add(*halves)
        assert shape(shared.events()) == shape(alone.events())


def test_what_another_process_judged_is_seen_by_one_that_goes_on(articles: Articles, place: Places) -> None:
    """A writer that holds mentions at hand looks again when another has written meanwhile."""
    visit = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."
    with open_record(place("shared"), settings={"coder": "fake"}) as one:
        folder = articles(a=visit, b=f"Moscow. {visit}", c=f"Later. {visit}")
        from bilateral.record.writer import Writer

        writer = Writer(one._store, one.settings())
        from bilateral.record.adding import Adder

        adder = Adder(one._store, one.settings(), None)
        adder._writer = writer
        adder.add([folder / "a.txt"], None, 1)
        with open_record(place("shared"), settings={"coder": "fake"}) as other:
            (mention,) = other.mentions()
            other.judge().set(mention.id, "status", "cancelled")
        adder.add([folder / "b.txt", folder / "c.txt"], None, 1)
        statuses = [item.status for event in one.events() for item in event.evidence]
        assert sorted(statuses) == ["cancelled", "occurred", "occurred"]
        assert {c.field for event in one.events() for c in event.conflicts} <= {"status"}
        held = one.events()
        one.regroup()
        assert one.events() == held
