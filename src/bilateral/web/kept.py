"""What is slow to reckon is kept until somebody writes to the record."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Lock
from typing import TypeVar, cast

from bilateral.record import Record

T = TypeVar("T")
MOST, WORKERS = 256, 2


class Kept:
    """Results by a key, each of one state of the record, the least used dropped first."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lock = Lock()
        self._found: OrderedDict[Hashable, tuple[int, Future[object]]] = OrderedDict()
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="bilateral-web")

    def now(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives for the present state of the record; reckoned here unless it is at hand."""
        future, mine = self._claim(key)
        if mine:
            _run(future, make)
        return cast(T, future.result())

    def soon(self, key: Hashable, make: Callable[[], T], patience: float = 0.15) -> T | None:
        """The same, reckoned in the background; ``None`` when that takes longer than ``patience`` seconds."""
        future, mine = self._claim(key)
        if mine:
            self._pool.submit(_run, future, make)
        wait([future], patience)
        return cast(T, future.result()) if future.done() else None

    def close(self) -> None:
        """Start nothing more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _claim(self, key: Hashable) -> tuple[Future[object], bool]:
        """The result of a key, and whether the caller has to make it."""
        beat = self._record.beat()
        with self._lock:
            known = self._found.pop(key, None)
            mine = known is None or known[0] != beat or _failed(known[1])
            chosen = (beat, Future()) if known is None or mine else known
            self._found[key] = chosen
            while len(self._found) > MOST:
                self._found.popitem(last=False)
            return chosen[1], mine


def _failed(future: Future[object]) -> bool:
    return future.done() and future.exception() is not None


def _run(future: Future[object], make: Callable[[], object]) -> None:
    try:
        future.set_result(make())
    except BaseException as error:
        future.set_exception(error)
        if not isinstance(error, Exception):
            raise
