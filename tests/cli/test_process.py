"""The command as its own process: speed of the help, Ctrl-C, pipes, and no need of a network."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from bilateral.sample import corpus

BILATERAL = [sys.executable, "-m", "bilateral"]
HEAVY = ("spacy", "sqlalchemy", "rich", "numpy", "alembic", "trafilatura", "babel")
NO_NETWORK = ["unshare", "--map-root-user", "--net"]


def test_the_help_is_quick_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from bilateral.cli.main import run; run(['--help']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    best = 9.0
    for _ in range(3):
        started = time.perf_counter()
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        best = min(best, time.perf_counter() - started)
    assert ran.stderr == "[]\n"
    assert best < 0.3


@pytest.mark.parametrize(
    "command", "events show export documents info settings relations register claims forecasts brief triangles".split()
)
def test_reading_a_record_loads_no_language_model(command: str) -> None:
    code = f"import sys, bilateral.cli.{command}; print('spacy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


def test_a_pipe_that_closes_is_no_error_to_talk_about(demo: Path) -> None:
    command = f"{sys.executable} -m bilateral export {demo} | head -n 1"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert json.loads(ran.stdout)["id"].startswith("evt_")
    assert not ran.stderr


def test_an_old_locale_is_no_obstacle(demo: Path) -> None:
    old = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    ran = subprocess.run([*BILATERAL, "events", str(demo)], env=old, capture_output=True, check=True)
    assert "→" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to stand for a full disk")
@pytest.mark.parametrize("target", ["> /dev/full", "-o /dev/full"])
def test_a_full_disk_is_told_in_one_line(target: str, demo: Path) -> None:
    command = f"{sys.executable} -m bilateral export {demo} {target}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr == "bilateral: output: No space left on device\n"


MANY = 600
"""More documents than are read between the first one and the signal, however busy the machine is."""


def test_ctrl_c_in_the_middle_leaves_a_record_that_goes_on(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    story = "The presidents of Norway and Kenya met in Oslo on Tuesday. They signed an agreement on fish. {}"
    fish = (" ".join(f"It is not the fish that was {n}-{k}." for k in range(12)) for n in range(MANY))
    told = (
        {"text": story.format(more), "published": str(date(1990, 1, 1) + timedelta(20 * n))}
        for n, more in enumerate(fish)
    )
    rows.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    record = tmp_path / "r.db"
    command = [*BILATERAL, "add", str(record), str(rows), "--jobs", "2"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    deadline = time.monotonic() + 120
    while documents(record) == 0 and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=120)
    assert running.returncode == 130, err
    assert err.splitlines()[-1].startswith("bilateral: stopped; kept ")
    assert "Traceback" not in err
    kept = documents(record)
    assert 0 < kept < MANY
    ran = subprocess.run([*command, "--set", "max_characters=10"], capture_output=True, text=True, check=False)
    assert f"{kept} already known" in ran.stdout
    assert documents(record) == MANY


def documents(record: Path) -> int:
    """How many documents a record holds by now; 0 where there is none yet."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as opened:
        (count,) = opened.execute("SELECT count(*) FROM documents").fetchone()
        return int(count)
    return 0


def may_cut_the_network() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_cut_the_network(), reason="no network namespace may be made here")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_needs_the_network(jobs: str, tmp_path: Path) -> None:
    some = [str(path) for path in sorted(corpus().iterdir()) if path.suffix in (".md", ".html", ".jsonl")]
    command = [*NO_NETWORK, *BILATERAL, "add", str(tmp_path / "r.db"), *some, "--jobs", jobs]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "4 documents read" in ran.stdout
