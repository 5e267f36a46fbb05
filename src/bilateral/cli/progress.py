"""How far ``add`` has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click
from rich import progress as rich
from rich.console import Console

from bilateral.cli.wording import count
from bilateral.record import Progress

EVERY_SECONDS, EVERY_SHARE, AT_LEAST_EVERY = 5.0, 0.1, 60.0


class Lines:
    """A line for each tenth of the way, but not one after the other, and one a minute in any case.

    ``done`` is how many documents were dealt with so far.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._time, self._share = clock(), 0.0
        self.done = 0

    def __call__(self, progress: Progress) -> None:
        """Print a line when it is time for one."""
        self.done = progress.done
        waited = self._clock() - self._time
        share = progress.done / progress.total if progress.total else 0.0
        if waited >= AT_LEAST_EVERY or (waited >= EVERY_SECONDS and share - self._share >= EVERY_SHARE):
            self._time, self._share = self._clock(), share
            of = f" of about {progress.total:,}" if progress.total else ""
            click.echo(f"{count(progress.done, 'document')}{of} done", err=True)


class Moving:
    """A bar on the terminal."""

    def __init__(self, bar: rich.Progress) -> None:
        self._bar, self._task = bar, bar.add_task("reading", total=None, name="")
        self.done = 0

    def __call__(self, progress: Progress) -> None:
        """Move the bar and name the document."""
        self.done = progress.done
        self._bar.update(self._task, completed=progress.done, total=progress.total, name=progress.name[-40:])


@contextmanager
def following() -> Iterator[Lines | Moving]:
    """What to hand to ``Record.add`` as ``progress``, as it fits standard error."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    columns = (
        rich.TextColumn("reading"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TimeRemainingColumn(),
        rich.TextColumn("{task.fields[name]}"),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Moving(bar)
