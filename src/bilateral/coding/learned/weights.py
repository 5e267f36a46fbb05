"""Where learnt weights lie: in the package; while cross-validating, those of one fold in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

_SHIPPED = resources.files(__package__).joinpath("data")
_loaders: list[_lru_cache_wrapper[Any]] = []
_folder: Traversable = _SHIPPED
Function = TypeVar("Function", bound=Callable[..., Any])


def loader(function: Function) -> Function:
    """A function that loads weights: its result is kept until :func:`use` names another folder."""
    kept = cache(function)
    _loaders.append(kept)
    return kept  # type: ignore[return-value]


def file(name: str) -> Traversable:
    """The file of this name, the package's own where the folder in use has none."""
    found = _folder.joinpath(name)
    return found if found.is_file() else _SHIPPED.joinpath(name)


def use(folder: Traversable | None) -> None:
    """Take weights from ``folder`` from now on, None: the package's."""
    global _folder  # noqa: PLW0603 - one place for a whole process, changed by training only
    _folder = folder or _SHIPPED
    for kept in _loaders:
        kept.cache_clear()
