"""Where learnt weights lie: in the package; while cross-validating, those of one fold in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

_SHIPPED = resources.files(__package__).joinpath("data")
_forgetting: list[Callable[[], None]] = []
_folder: Traversable = _SHIPPED
Function = TypeVar("Function", bound=Callable[..., Any])


def loader(function: Function) -> Function:
    """A function that loads weights: its result is kept until :func:`use` names another folder."""
    kept: Any = cache(function)
    _forgetting.append(kept.cache_clear)
    return cast(Function, kept)


def file(name: str) -> Traversable:
    """The file of this name, the package's own where the folder in use has none."""
    found = _folder.joinpath(name)
    return found if found.is_file() else _SHIPPED.joinpath(name)


def use(folder: Traversable | None) -> None:
    """Take weights from ``folder`` from now on, None: the package's."""
    global _folder  # noqa: PLW0603 - one place for a whole process, changed by training only
    _folder = folder or _SHIPPED
    for forget in _forgetting:
        forget()
