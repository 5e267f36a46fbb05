"""Coding in a pool of processes, each of which loads the model once.

Documents travel in chunks, and at most :data:`CHUNKS_AHEAD` chunks a worker are under way, so that memory does not
grow with the input. When a worker dies or hangs, nobody can say which document did it: the chunk that is due is coded
again, each of its documents alone in a process of its own, and the others under way are handed to a new pool.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from bilateral.coding import Coder
from bilateral.engine.one import Outcome, code_one, crashed, slow
from bilateral.errors import UsageError
from bilateral.settings import Settings
from bilateral.types.document import Document

CHUNK = 4
CHUNKS_AHEAD = 3
GRACE = 60.0
"""Seconds that loading the model may take besides, and being interrupted from within."""

Chunk = list[Document]


def run(
    coder: Coder, documents: Iterable[Document], settings: Settings, jobs: int
) -> Generator[tuple[Document, Outcome]]:
    """Each document with its outcome, in the order of the input."""
    workers = _Workers(coder, settings, jobs)
    chunks = _chunks(documents)
    under_way: deque[tuple[Chunk, Future[list[Outcome]]]] = deque()
    try:
        while True:
            for chunk in islice(chunks, jobs * CHUNKS_AHEAD - len(under_way)):
                under_way.append((chunk, workers.submit(chunk)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                outcomes = future.result(timeout=workers.patience(chunk))
            except (BrokenProcessPool, TimeoutError):
                outcomes = workers.one_by_one(chunk)
                under_way = deque((c, workers.submit(c)) for c, _ in under_way)
            yield from zip(chunk, outcomes, strict=True)
    finally:
        workers.stop()


class _Workers:
    """A process pool that can be started anew."""

    def __init__(self, coder: Coder, settings: Settings, jobs: int) -> None:
        self._coder = coder
        self._settings = settings
        self._jobs = jobs
        self.seconds = settings.number("max_coding_seconds")
        self._pool = self._start(jobs)

    def submit(self, chunk: Chunk) -> Future[list[Outcome]]:
        try:
            return self._pool.submit(_code_chunk, chunk)
        except BrokenProcessPool as error:
            future: Future[list[Outcome]] = Future()
            future.set_exception(error)
            return future

    def patience(self, chunk: Chunk) -> float:
        """Seconds after which a chunk hangs: longer than its documents may take, and than loading the model takes."""
        return (len(chunk) * (CHUNKS_AHEAD + 1) if len(chunk) > 1 else 1) * self.seconds + GRACE

    def one_by_one(self, chunk: Chunk) -> list[Outcome]:
        """Code each document with no other beside it, so that the one which kills its process is known."""
        self._kill()
        self._check_start()
        try:
            return [self._alone(document) for document in chunk]
        finally:
            self._pool = self._start(self._jobs)

    def stop(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _kill(self) -> None:
        _kill(self._pool)
        self.stop()

    def _check_start(self) -> None:
        """Raises UsageError when it is not a document that kills processes: they cannot even start."""
        with self._start(1) as pool:
            try:
                pool.submit(_code_chunk, []).result()
            except BrokenProcessPool:
                raise UsageError(
                    "worker processes cannot start; a script that uses several jobs must keep its work under "
                    "`if __name__ == '__main__':`, or use jobs=1"
                ) from None

    def _alone(self, document: Document) -> Outcome:
        with self._start(1) as pool:
            try:
                return pool.submit(_code_chunk, [document]).result(timeout=self.patience([document]))[0]
            except BrokenProcessPool:
                return crashed(document, "the process that coded it died")
            except TimeoutError:
                _kill(pool)
                return slow(document, self.seconds)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._coder, self._settings)
        )


def _kill(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool that do not end by themselves; the package has no public word for it yet."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()


def _chunks(documents: Iterable[Document]) -> Iterator[Chunk]:
    rest = iter(documents)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


_given: list[tuple[Coder, Settings]] = []
"""In a worker: the coder and the settings it was started with."""


def _begin(coder: Coder, settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    _given[:] = [(coder, settings)]


def _code_chunk(chunk: Chunk) -> list[Outcome]:
    ((coder, settings),) = _given
    return [code_one(coder, document, settings) for document in chunk]
