"""Coding in this process, one document after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from bilateral.coding import Coder
from bilateral.engine.one import Outcome, code_one
from bilateral.settings import Settings
from bilateral.types.document import Document


def run(coder: Coder, documents: Iterable[Document], settings: Settings) -> Generator[tuple[Document, Outcome]]:
    """Each document with its outcome, as soon as it is coded."""
    for document in documents:
        yield document, code_one(coder, document, settings)
