"""Coders under a name and a version: each turns one document into mentions and claims, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bilateral.errors import UsageError
from bilateral.settings import Settings
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.mention import Mention


@dataclass(frozen=True, slots=True)
class Coded:
    """What a coder found in one document."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


class Coder(Protocol):
    """A coder: pure, so that a pool or a cluster can run it anywhere."""

    @property
    def name_version(self) -> str:
        """Name and version, kept with every mention: ``rules/1.0``."""
        ...

    def code(self, document: Document, settings: Settings) -> Coded:
        """The mentions and claims of one document."""
        ...


_MAKERS: dict[str, Callable[[], Coder]] = {}


def register(name: str, maker: Callable[[], Coder]) -> None:
    """Make a coder known under a name; ``maker`` is called when it is first asked for."""
    _MAKERS[name] = maker


def coder(name: str) -> Coder:
    """The coder registered under ``name``. Raises UsageError naming all coders when there is none."""
    if name not in _MAKERS:
        raise UsageError(f"no coder is called {name!r}; there are: {', '.join(sorted(_MAKERS))}")
    return _MAKERS[name]()


def code(document: Document, settings: Settings) -> Coded:
    """The mentions and claims of a document by the coder that the setting ``coder`` names."""
    if document.uncoded is not None:
        return Coded()
    return coder(settings.text("coder")).code(document, settings)
