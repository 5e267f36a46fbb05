"""Which sources are addresses of the network; what fetches them is loaded only when there is one."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.documents.raw import Known, Knows, nobody_knows
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document


def is_address(text: str) -> bool:
    """Whether a user means an address of the network."""
    return text.lower().startswith(("http://", "https://"))


def read_address(
    url: str, published: str | None, settings: Settings, *, known: Knows = nobody_knows, allow_private: bool = False
) -> Iterator[Document | Known | SourceError]:
    """The documents at ``url``."""
    from bilateral.documents.network import page  # only who names an address needs the network

    return page.read_address(url, published, settings, known=known, allow_private=allow_private)
