"""A process killed at any moment leaves a record that opens, and adding again completes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bilateral import coding
from bilateral.record import Record, open_record
from tests.record.conftest import Articles, Places
from tests.record.fake import FakeCoder
from tests.record.test_grouping import corpus

KILLS = int(os.environ.get("BILATERAL_TEST_KILLS", "5"))
"""50 of them take a minute: BILATERAL_TEST_KILLS=50 python -m pytest tests/record/test_killing.py"""

ADD = """
import sys
from bilateral import coding
from bilateral.record import open_record
from tests.record.fake import FakeCoder

coding.register("fake", FakeCoder)
coding.model_version = lambda _: "no model"
print("ready", flush=True)
with open_record(sys.argv[1], settings={"coder": "fake"}) as record:
    record.add(sys.argv[2])
"""


def start(root: Path, record: str, folder: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, record, str(folder)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_killed_again_and_again_it_ends_as_if_never_killed(
    root: Path, record: Record, articles: Articles, place: Places
) -> None:
    folder = articles(**corpus(3, 40))
    record.add(folder)
    killed = place("killed")
    rng = random.Random(4)
    for kills in range(KILLS):
        process = start(root, killed, folder)
        time.sleep(rng.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if kills % 5 == 0:
            with open_record(killed, settings={"coder": "fake"}) as met:
                assert met.check() == []

    with open_record(killed, settings={"coder": "fake"}) as again:
        assert again.check() == []
        again.add(folder)
        assert again.events() == record.events()
        assert again.check() == []
        assert again.mentions() == record.mentions()


def test_ctrl_c_keeps_whole_documents(record: Record, articles: Articles, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = articles(**corpus(5, 12))

    class Interrupted(FakeCoder):
        left = 7

        def code(self, document, settings):  # type: ignore[no-untyped-def]
            type(self).left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
            return super().code(document, settings)

    coding.register("fake", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        record.add(folder)
    assert record.info().documents == 6

    assert (report := record.add(folder)).known == 6
    assert report.read == 6
