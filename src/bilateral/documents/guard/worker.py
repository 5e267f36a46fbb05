"""The reading process: takes files from its parent one after the other, and gives what they hold, item by item."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from bilateral.documents import pulse
from bilateral.documents.guard.messages import ASK, BEAT, DONE, FAILED, ITEM, READ, Order, receive, send
from bilateral.documents.making import finish
from bilateral.documents.raw import File, Known, Knows, Raw, Read
from bilateral.documents.reading import read_file
from bilateral.errors import SourceError, UsageError
from bilateral.settings import Settings
from bilateral.types.document import Document

BEAT_EVERY = 1.0
GRACE = 30
"""Seconds past its limit after which a worker whose parent is gone ends itself."""


class Worker:
    """One process's work: the questions that its predecessor asked of a file are answered as they were."""

    def __init__(self, inward: BinaryIO, outward: BinaryIO) -> None:
        self._inward = inward
        self._outward = outward
        self._last = 0.0
        self._limit = 0
        self._answers = iter(b"")
        self._base = held()
        pulse.listen(self.beat)

    def beat(self) -> None:
        """Tell that the work goes on, not too often."""
        if monotonic() - self._last > BEAT_EVERY:
            self._last = monotonic()
            self.send(BEAT)

    def send(self, *message: object) -> None:
        """Say something. The parent may take its time to listen, which is no hanging."""
        watch(0)
        send(self._outward, *message)
        watch(self._limit)

    def knows(self, id: str) -> bool:
        """Ask the parent whether it has a document."""
        for answer in self._answers:
            return bool(answer)
        self.send(ASK, id)
        watch(0)
        told = receive(self._inward)
        watch(self._limit)
        if told is None:
            os._exit(0)
        return bool(told[1])

    def serve(self) -> None:
        """Read what the parent orders until it is gone."""
        while (order := receive(self._inward)) is not None:
            assert order[0] == READ
            try:
                self.read(order[1])
            except UsageError as error:
                self.send(FAILED, str(error))
            self._limit = 0
            self.send(DONE)

    def read(self, order: Order) -> None:
        """Read one file: pass over what was settled, and give the rest."""
        file, published, given, settled, answers = order
        settings = Settings(given)
        self._answers = iter(answers)
        self._limit = int(settings.number("max_seconds")) + GRACE
        watch(self._limit)
        bound_memory(self._base, int(settings.number("max_memory")))
        for number, read in enumerate(guarded_reads(file, settings, self.knows)):
            if number >= settled:
                self.send(ITEM, number, list(guarded_makes(read, file, published, settings)))


def guarded_reads(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """What a file holds; what goes wrong on the way is an error of the file."""
    with_errors = Errors(file.name)
    with with_errors:
        yield from read_file(file, settings, knows)
    yield from with_errors.met


def guarded_makes(
    read: Read, file: File, published: str | None, settings: Settings
) -> Iterator[Document | Known | SourceError]:
    """The document that comes of what was read; what goes wrong on the way is an error of its own."""
    if not isinstance(read, Raw):
        yield read
        return
    with_errors = Errors(read.name)
    with with_errors:
        yield from finish(read, file.told, published, settings)
    yield from with_errors.met


class Errors:
    """Makes an error of one document or file of whatever a defect, or a want of memory, raises in a ``with``."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.met: list[SourceError] = []

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Whether the error was made one of the document."""
        if isinstance(error, MemoryError):
            reason = "needs more memory than the setting max_memory allows; raise it, or split it"
        elif isinstance(error, Exception) and not isinstance(error, UsageError | BrokenPipeError):
            reason = f"reading it failed ({type(error).__name__}: {error}); please report it"
        else:
            return False
        self.met.append(SourceError(self._name, reason))
        return True


def held() -> int:
    """Bytes of memory that this process has now; 0 where the system does not tell."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return 0


def watch(seconds: int) -> None:
    """Let the system end this process when it hangs and nobody is there to end it; 0 stops that."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def bound_memory(base: int, megabytes: int) -> None:
    """Let no more be taken than ``megabytes`` beyond ``base``, where the system can see to it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        if base:
            resource.setrlimit(resource.RLIMIT_AS, (base + megabytes * 1_000_000, resource.RLIM_INFINITY))


def main() -> None:
    """Serve on standard input and output; whatever a library prints goes to standard error."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    outward = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    tempfile.tempdir = os.environ.get("BILATERAL_GUARD_FOLDER") or None
    with suppress(OSError, ValueError):  # the parent is gone
        Worker(os.fdopen(os.dup(0), "rb"), outward).serve()
    os._exit(0)


if __name__ == "__main__":
    main()
