"""How far ``add`` has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click
from rich import progress as rich
from rich.console import Console

from bilateral.record import Progress
from bilateral.views.wording import count

EVERY_SECONDS, EVERY_SHARE, AT_LEAST_EVERY = 5.0, 0.1, 60.0

Follow = Callable[[Progress], None]


class Lines:
    """A line for each tenth of the way, but not one after the other, and one a minute in any case."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._time, self._share = clock(), 0.0

    def __call__(self, progress: Progress) -> None:
        """Print a line when it is time for one."""
        waited = self._clock() - self._time
        share = progress.done / progress.total if progress.total else 0.0
        if waited >= AT_LEAST_EVERY or (waited >= EVERY_SECONDS and share - self._share >= EVERY_SHARE):
            self._time, self._share = self._clock(), share
            of = f" of about {progress.total:,}" if progress.total else ""
            click.echo(f"{count(progress.done, 'document')}{of} done", err=True)


@contextmanager
def following() -> Iterator[Follow]:
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
        task = bar.add_task("reading", total=None, name="")
        yield lambda told: bar.update(task, completed=told.done, total=told.total, name=told.name[-40:])
