"""The registry of readers: which reads what, by ending and by content.

A further format is one file here with a function like the others (a ``Reader``), and one line in ``READERS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from bilateral.documents.raw import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the endings it goes by, and the module whose ``read`` reads it.

    ``whole`` is false when a file holds many documents and its size is no bound on one of them.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    whole: bool = True

    def reader(self) -> Reader:
        """The function that reads files of this format; its libraries are loaded only now."""
        return cast(Reader, import_module(f"{__name__}.{self.module}").read)


READERS = (
    Format("txt", (".txt", ".text"), "plain"),
    Format("md", (".md", ".markdown"), "markdown"),
    Format("html", (".html", ".htm", ".xhtml"), "html"),
    Format("jsonl", (".jsonl", ".ndjson"), "rows", whole=False),
)
BY_ENDING = {ending: entry for entry in READERS for ending in entry.endings}
ENDINGS = " ".join(sorted(BY_ENDING))


def format_of(name: str) -> Format | None:
    """The format that a file of this name goes by; ``None`` when it is no article format."""
    return BY_ENDING.get(PurePath(name).suffix.lower())
