"""The parent's side: reading processes that are started when needed, kept for the next file, and replaced when lost."""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from bilateral.documents.guard.messages import ASK, BEAT, DONE, FAILED, ITEM, KNOWN, READ, Message, Order, receive, send
from bilateral.documents.raw import File, Known, Knows
from bilateral.errors import SourceError, UsageError
from bilateral.settings import TABLE, Settings
from bilateral.types.document import Document

AHEAD = 16
STARTING, NAMING = 60.0, 60.0

Item = Document | Known | SourceError


class Lost(Exception):
    """The process died or hangs; the message says which."""


class Reader:
    """One reading process."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="bilateral-")
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bilateral.documents.guard.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, "BILATERAL_GUARD_FOLDER": self._folder},
        )
        self._heard: queue.Queue[Message | None] = queue.Queue(AHEAD)
        self._fresh = True
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        _working.add(self)

    def _listen(self) -> None:
        message: Message | None = ()
        while message is not None:
            try:
                message = receive(cast(BinaryIO, self._process.stdout))
            except Exception:  # a process that dies in the middle of a word
                message = None
            self._heard.put(message)

    def read(self, order: Order, seconds: float) -> Iterator[Message]:
        """The messages about one file, but for signs of life. Raises Lost."""
        self.say(READ, order)
        while True:
            try:
                message = self._heard.get(timeout=seconds + (STARTING if self._fresh else 0))
            except queue.Empty:
                raise Lost(
                    f"took longer than {seconds:g} seconds; raise the setting max_seconds, or split it"
                ) from None
            self._fresh = False
            if message is None:
                raise Lost("the process that read it died; it is broken, or too large for the setting max_memory")
            if message[0] == DONE:
                return
            if message[0] != BEAT:
                yield message

    def say(self, *message: object) -> None:
        """Tell the process something."""
        with contextlib.suppress(OSError, ValueError):  # its death is heard soon enough
            send(cast(BinaryIO, self._process.stdin), *message)

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it at once, and clear away what it had unpacked."""
        if self not in _working:
            return
        _working.discard(self)
        self._process.kill()
        self._process.wait()
        while self._listener.is_alive():
            with contextlib.suppress(queue.Empty):
                self._heard.get_nowait()
            self._listener.join(0.01)
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                cast(BinaryIO, stream).close()
        shutil.rmtree(self._folder, ignore_errors=True)


_working: set[Reader] = set()
"""Every process that runs: none may outlive the program, when the threads that listen are gone already."""

_idle: list[Reader] = []
"""Processes that wait for their next file: starting one takes longer than reading a file does."""


@atexit.register
def _stop_all() -> None:
    _idle.clear()
    for reader in list(_working):
        reader.stop()


def _reader() -> Reader:
    while _idle:
        reader = _idle.pop()
        if reader.alive:
            return reader
        reader.stop()
    return Reader()


def guarded(file: File, published: str | None, settings: Settings, known: Knows) -> Iterator[Item]:
    """What one file holds, read in another process; a document that kills or hangs that one is an error.

    The documents behind such a one are read by a new process, which passes over all that came before. When it is not
    a document but the file itself, the rest of it is lost, and told so.
    """
    given = {setting.name: str(settings[setting.name]) for setting in TABLE}
    answers = bytearray()
    settled = 0
    while True:
        asked = finished = False
        reader = _reader()
        order = (file, published, given, settled, bytes(answers))
        try:
            for message in reader.read(order, settings.number("max_seconds")):
                if message[0] == FAILED:
                    raise UsageError(message[1])
                if message[0] == ASK:
                    answers.append(known(message[1]))
                    asked = True
                    reader.say(KNOWN, answers[-1])
                else:
                    asked, settled = False, message[1] + 1
                    yield from message[2]
            finished = True
            return
        except Lost as lost:
            if not asked:
                yield SourceError(file.name, rest(str(lost), settled))
                return
            answers[-1] = True
            yield SourceError(_name((file, published, given, settled, bytes(answers))), str(lost))
            settled += 1
        finally:
            if finished:
                _idle.append(reader)
            else:
                reader.stop()


def rest(reason: str, items: int) -> str:
    """Why a file is lost, or its part behind the documents that were read."""
    return f"{reason}; what is behind its first {items:,} documents was not read" if items else reason


def _name(order: Order) -> str:
    """The name of the document that a process was reading when it was lost.

    A process that is told that this document is known gives its name without reading it.
    """
    reader = _reader()
    try:
        message = next(iter(reader.read(order, NAMING)), ())
        known = message[2][0] if message and message[0] == ITEM else None
        return known.name if isinstance(known, Known) else order[0].name
    except Lost:
        return order[0].name
    finally:
        reader.stop()
