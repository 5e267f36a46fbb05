"""What the reading process and its parent say to each other: pickled tuples, each with its length before it."""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

from bilateral.documents.raw import File

LENGTH = struct.Struct("!Q")
Message = tuple[Any, ...]

READ, KNOWN, ITEM, BEAT, ASK, DONE, FAILED = "read", "known", "item", "beat", "ask", "done", "failed"
"""To the worker: read a file, an answer. From it: documents, a sign of life, a question, the end, wrong use."""

Order = tuple[File, str | None, dict[str, str], int, bytes]
"""What to read: the file, the date the user gave, the settings; how many reads were settled before, and the answers."""


def send(stream: BinaryIO, *message: Any) -> None:
    """Write one message. Raises OSError or ValueError when nobody is there any more."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> Message | None:
    """The next message; ``None`` when the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        return None
    message: Message = pickle.loads(data)
    return message
