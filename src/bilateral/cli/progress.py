"""How far ``add`` has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress as Bar, TextColumn, TimeRemainingColumn

from bilateral.record import Progress

EVERY_SECONDS, EVERY_SHARE = 5.0, 0.1


class Follower:
    """Takes the reports of ``Record.add`` and remembers the last."""

    def __init__(self) -> None:
        self.last: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """Remember and show it."""
        self.last = progress
        self.tell(progress)

    @property
    def kept(self) -> int:
        """How many documents were dealt with."""
        return self.last.done if self.last else 0

    def tell(self, progress: Progress) -> None:
        """Show it."""


class Lines(Follower):
    """One line every few seconds or every tenth of the way, whichever comes later."""

    def __init__(self) -> None:
        super().__init__()
        self._time, self._share = monotonic(), 0.0

    def tell(self, progress: Progress) -> None:
        """A line when it is time for one."""
        share = progress.done / progress.total if progress.total else 0.0
        late = monotonic() - self._time >= EVERY_SECONDS
        if late and (share - self._share >= EVERY_SHARE or not progress.total or monotonic() - self._time >= 60):
            self._time, self._share = monotonic(), share
            of = f" of {progress.total:,}" if progress.total else ""
            click.echo(f"read {progress.done:,}{of} documents, {progress.mentions:,} mentions", err=True)


class OnTerminal(Follower):
    """Moves a bar."""

    def __init__(self, bar: Bar) -> None:
        super().__init__()
        self._bar, self._task = bar, bar.add_task("reading", total=None, name="")

    def tell(self, progress: Progress) -> None:
        """Move the bar and name the document."""
        self._bar.update(self._task, completed=progress.done, total=progress.total, name=progress.name[-40:])


@contextmanager
def following() -> Iterator[Follower]:
    """The follower that fits standard error."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield OnTerminal(bar)
