"""A bound on the time that coding one document takes, where the system can interrupt it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlow(BaseException):
    """Raised in the middle of whatever runs for too long; no handler of ordinary errors is to swallow it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Interrupt the body with TooSlow after ``seconds``. Only a main thread can be interrupted, and not on Windows."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow
