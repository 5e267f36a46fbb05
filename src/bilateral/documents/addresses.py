"""Which sources are addresses of the network; what fetches them is loaded only when there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bilateral.documents.guard import guarded
from bilateral.documents.published import checked
from bilateral.documents.raw import File, Known, Knows, nobody_knows
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document

Item = Document | Known | SourceError


def is_address(text: str) -> bool:
    """Whether a user means an address of the network."""
    return text.lower().startswith(("http://", "https://"))


def reader(published: str | None, settings: Settings, known: Knows) -> Callable[[File], Iterator[Item]]:
    """What reads the files that come from the network: in a process of its own."""
    return partial(guarded, published=checked(published), settings=settings, known=known)


def read_address(
    url: str, published: str | None, settings: Settings, *, known: Knows = nobody_knows, allow_private: bool = False
) -> Iterator[Item]:
    """The documents at ``url``."""
    from bilateral.documents.network import page  # only who names an address needs the network

    return page.read_address(url, page.bounds(settings, allow_private), reader(published, settings, known))
