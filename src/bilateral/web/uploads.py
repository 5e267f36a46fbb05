"""Files dropped on a page, added to the record in the background."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from bilateral.documents.manifest import NAME
from bilateral.documents.raw import File
from bilateral.documents.walk import Folder
from bilateral.errors import BilateralError
from bilateral.record import AddReport, Progress, Record

MOST_FILES = 200
"""Files in one dropping."""
KEPT = 20
"""Droppings of which is told how they ended."""
COUNTED = ("read", "known", "uncoded", "mentions", "events")
"""What is told of a finished dropping: counts of its report."""


@dataclass(slots=True)
class Job:
    """One dropping: how far it is, and how it ended."""

    number: int
    files: int
    done: int = 0
    total: int | None = None
    name: str = ""
    state: str = "waiting"
    report: AddReport | None = None
    error: str | None = None

    def told(self) -> dict[str, object]:
        """As JSON."""
        state, report = self.state, self.report
        failed = [{"name": one.name, "reason": one.reason} for one in report.failed] if report else []
        counts = {name: getattr(report, name) for name in COUNTED} if report else {}
        return {
            "number": self.number, "files": self.files, "done": self.done, "total": self.total, "name": self.name,
            "state": state, "error": self.error, "failed": failed, **counts,
        }  # fmt: skip


@dataclass(slots=True)
class Uploads:
    """One dropping after the other is added; ``close`` lets the one under way end after its document."""

    record: Record
    _jobs: dict[int, Job] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "bilateral-add"))
    _last: Future[None] | None = None
    _closing: bool = False

    def folder(self) -> Path:
        """A new folder for the files of one dropping."""
        return Path(mkdtemp(prefix="bilateral-dropped-"))

    def add(self, folder: Path, files: int) -> Job:
        """Add what lies in ``folder``, which is taken away afterwards."""
        with self._lock:
            job = Job(max(self._jobs, default=0) + 1, files)
            self._jobs[job.number] = job
            for number in sorted(self._jobs)[:-KEPT]:
                del self._jobs[number]
        self._last = self._pool.submit(self._work, job, folder)
        return job

    def jobs(self) -> list[Job]:
        """The last droppings, the newest first."""
        with self._lock:
            return [self._jobs[number] for number in sorted(self._jobs, reverse=True)]

    def close(self) -> None:
        """Stop after the document under way; what is stored is kept."""
        self._closing = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Job, folder: Path) -> None:
        job.state = "reading"
        try:
            job.report = self.record.add(*_sources(folder), progress=self._following(job))
            job.state = "done"
        except (BilateralError, OSError, Stopped) as error:
            job.error = str(error)
            job.state = "failed"
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _following(self, job: Job) -> Callable[[Progress], None]:
        def follow(progress: Progress) -> None:
            job.done, job.total, job.name = progress.done, progress.total, progress.name
            if self._closing:
                raise Stopped("the app was closed; what was read so far is kept")

        return follow


def _sources(folder: Path) -> list[Path]:
    """The folder, and the files that it is read without: of those too is told that nothing can read them."""
    met = {found.path.name if isinstance(found, File) else found.name for found in Folder(folder).files()}
    passed = [path for path in sorted(folder.iterdir()) if path.name not in met and path.name.lower() != NAME]
    return [folder, *passed]


class Stopped(Exception):
    """The app closes while files are added."""
