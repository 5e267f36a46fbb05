"""The command ``bilateral``: a group that imports a command's module only when that command is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from bilateral.cli.options import set_option
from bilateral.errors import BilateralError, UsageError

COMMANDS = {
    "add": "Read articles into a record.",
    "brief": "Write a briefing on two states, every sentence with its footnotes.",
    "check": "Tell whether a record holds together.",
    "claims": "List who says what: assessments, motives, positions, forecasts.",
    "conflicts": "List where the reports of events disagree, with both sentences.",
    "demo": "Build a record from a dozen sample articles and show what is in it.",
    "documents": "List the documents of a record.",
    "events": "List the events of a record.",
    "export": "Write a record as JSON lines, CSV and ten formats of others.",
    "forecasts": "List forecasts and plans with what came of them.",
    "info": "Tell what a record holds and what made it.",
    "judge": "Decide about mentions, events and actors; take it back; list what was decided.",
    "mcp": "Serve a record to an assistant, read-only.",
    "offices": "List who held which office, as the documents tell.",
    "recode": "Read the documents of a record anew with the present coder.",
    "register": "List visits, exercises, agreements, transfers, mechanisms or sanctions.",
    "relations": "Show how the relation of two states moved, or all of them at once.",
    "remove": "Take a document out of a record, or bring it back.",
    "search": "Find documents, events and claims by their words.",
    "serve": "Open the web app over a record: read, check and correct in a browser.",
    "settings": "Show the settings, or change one of a record.",
    "show": "Show one event with every report of it and where they disagree.",
    "timex": "Find the expressions of time in texts, without a record.",
    "triangles": "Show how the relations of three states move together.",
    "watch": "Add the articles that feeds name, now and again.",
    "who": "Tell who held an office on a day.",
}
"""Name and short help of each command: all that ``bilateral --help`` needs."""

WRONG_USE, FAILED, STOPPED = 2, 1, 130


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own, imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"bilateral.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in ``--help``, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bilateral", message="%(prog)s %(version)s")
@set_option
def cli() -> None:
    """Read news articles and keep a cited, dated record of relations between states.

    Start with `bilateral demo`, then `bilateral add my.db ARTICLES` and `bilateral events my.db`.
    """


def complain(message: str) -> None:
    """One line on stderr."""
    click.echo(f"bilateral: {' '.join(message.split())}", err=True)


def drop_output() -> None:
    """Nothing more can be written: keep Python from trying again, and complaining, when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status; what goes wrong is told in one line."""
    try:
        status = int(cli.main(args=arguments, prog_name="bilateral", standalone_mode=False) or 0)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = WRONG_USE
    except (click.ClickException, click.Abort, KeyboardInterrupt, BilateralError, OSError) as error:
        if isinstance(error, OSError):
            drop_output()
        status, message = explained(error)
        if message:
            complain(message)
    return status


def explained(error: BaseException) -> tuple[int, str]:
    """Exit status and message for what went wrong; no message for a pipe that nobody reads any more."""
    status, message = FAILED, str(error)
    match error:
        case click.UsageError():
            path = error.ctx.command_path if error.ctx else "bilateral"
            status, message = WRONG_USE, f"{error.format_message().rstrip('.')}; see `{path} --help`"
        case click.ClickException():
            status, message = error.exit_code, error.format_message()
        case click.Abort() | KeyboardInterrupt():
            status, message = STOPPED, "stopped"
        case UsageError():
            status = WRONG_USE
        case BrokenPipeError():
            message = ""
        case OSError():
            message = f"{error.filename or 'output'}: {error.strerror or error}"
    return status, message


def speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that knows less gets question marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace") if stream.isatty() else stream.reconfigure(encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The entry point of the console script."""
    speak_utf8()
    sys.exit(run(arguments))
