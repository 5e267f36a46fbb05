"""The one door of the engine: documents in, what the coder says of each out, in the same order."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from bilateral.coding import Coder, coder
from bilateral.engine import pool, serial
from bilateral.engine.one import Outcome
from bilateral.settings import Settings
from bilateral.types.document import Document

__all__ = ["Outcome", "run"]


def run(
    jobs: int, documents: Iterable[Document], settings: Settings, using: Coder | None = None
) -> Generator[tuple[Document, Outcome]]:
    """Code ``documents`` with ``jobs`` processes and yield each with its outcome, in the order they came.

    The outcome of a document that the coder cannot read, or that kills the process reading it, is a
    :class:`~bilateral.errors.SourceError`; the others go on. ``using`` is the coder, else the one the settings name.
    Only a few documents are taken ahead of the one that is yielded, however long the input is.
    """
    chosen = using or coder(settings.text("coder"))
    if jobs <= 1:
        return serial.run(chosen, documents, settings)
    return pool.run(chosen, documents, settings, jobs)
