"""A sign of life of a reader that is passing over what is no article, for whoever waits for its next document."""

from __future__ import annotations

from collections.abc import Callable

_listener: list[Callable[[], None]] = []


def listen(listener: Callable[[], None]) -> None:
    """Let ``listener`` hear every beat of this process from now on."""
    _listener[:] = [listener]


def beat() -> None:
    """Say that the work goes on."""
    for listener in _listener:
        listener()
