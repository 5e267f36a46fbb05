from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilateral import engine
from bilateral.coding import Coded
from bilateral.engine import pool
from bilateral.engine.pool import CHUNK, CHUNKS_AHEAD
from bilateral.errors import ModelError, SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document
from tests.record.fake import FakeCoder

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS."
JOBS = pytest.mark.parametrize("jobs", [1, 2])


def documents(*texts: str) -> list[Document]:
    return [Document(f"doc_{number:03}", f"{number:03}.txt", text) for number, text in enumerate(texts)]


def run(jobs: int, given: list[Document]) -> list[tuple[Document, engine.Outcome]]:
    return list(engine.run(jobs, given, Settings(), FakeCoder()))


@JOBS
def test_documents_come_out_in_the_order_they_went_in(jobs: int) -> None:
    given = documents("[slow]", VISIT, "[slow]", VISIT, "", VISIT, VISIT)
    outcomes = run(jobs, given)

    assert [document for document, _ in outcomes] == given
    assert [len(o.mentions) for _, o in outcomes if isinstance(o, Coded)] == [0, 1, 0, 1, 0, 1, 1]


@JOBS
def test_a_document_the_coder_fails_on_is_told_and_the_rest_goes_on(jobs: int) -> None:
    outcomes = [outcome for _, outcome in run(jobs, documents(VISIT, "[crash]", VISIT))]

    assert isinstance(outcomes[1], SourceError)
    assert "ZeroDivisionError: a defect" in outcomes[1].reason
    assert "please report" in outcomes[1].reason
    assert [type(outcome) for outcome in outcomes] == [Coded, SourceError, Coded]


@JOBS
def test_a_missing_model_ends_the_work_with_its_own_message(jobs: int) -> None:
    with pytest.raises(ModelError, match="fetch one"):
        run(jobs, documents(VISIT, "[model]"))


@JOBS
def test_what_is_not_to_be_coded_is_not(jobs: int) -> None:
    ((_, outcome),) = run(jobs, [Document("doc_1", "1.txt", f"[crash] {VISIT}", uncoded="too long")])

    assert outcome == Coded()


def test_a_document_that_kills_its_worker_is_told_and_the_rest_goes_on() -> None:
    given = documents(*[VISIT] * 5, "[die]", *[VISIT] * 9)
    outcomes = [outcome for _, outcome in run(2, given)]

    assert [number for number, outcome in enumerate(outcomes) if isinstance(outcome, SourceError)] == [5]
    assert "died" in str(outcomes[5])
    assert sum(len(outcome.mentions) for outcome in outcomes if isinstance(outcome, Coded)) == 14


@JOBS
def test_a_document_that_takes_for_ever_is_given_up(jobs: int) -> None:
    given = documents(VISIT, "[endless]", VISIT)
    outcomes = [o for _, o in engine.run(jobs, given, Settings({"max_coding_seconds": "1"}), FakeCoder())]
    assert [type(outcome) for outcome in outcomes] == [Coded, SourceError, Coded]
    assert "longer than 1 seconds" in str(outcomes[1])


def test_a_worker_that_cannot_be_interrupted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 4.0)
    given = documents(VISIT, "[deaf]", VISIT)
    outcomes = [o for _, o in engine.run(2, given, Settings({"max_coding_seconds": "0.2"}), FakeCoder())]
    assert [type(outcome) for outcome in outcomes] == [Coded, SourceError, Coded]
    assert "max_coding_seconds" in str(outcomes[1])


def test_only_a_few_documents_are_taken_ahead() -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(f"doc_{taken}", f"{taken}.txt", VISIT)

    outcomes = engine.run(2, endless(), Settings(), FakeCoder())
    for _ in range(20):
        next(outcomes)
    outcomes.close()

    assert taken <= 20 + CHUNK * (2 * CHUNKS_AHEAD + 1)


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path, root: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from tests.engine.test_engine import documents, run\n"
        "run(2, documents('one', 'two'))\n"
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert "UsageError: worker processes cannot start" in ended.stderr
