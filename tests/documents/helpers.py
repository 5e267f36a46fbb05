"""Short ways to say what a test is about."""

from __future__ import annotations

from pathlib import Path

from bilateral.documents import Known, read_source
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document

SENTENCES = "Kenya and Ethiopia signed a border accord in Nairobi on Tuesday. It takes effect in May."


def read(source: Path, published: str | None = None, **settings: str) -> list[Document | Known | SourceError]:
    """Everything that reading ``source`` gives."""
    return list(read_source(source, published, Settings(settings)))


def documents(source: Path, published: str | None = None, **settings: str) -> list[Document]:
    """The documents of ``source``; the test fails on any error."""
    found = read(source, published, **settings)
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def errors(source: Path, **settings: str) -> list[SourceError]:
    """The errors that reading ``source`` gives."""
    return [item for item in read(source, **settings) if isinstance(item, SourceError)]


def only(source: Path, published: str | None = None, **settings: str) -> Document:
    """The one document of ``source``."""
    [document] = documents(source, published, **settings)
    return document
