"""The command ``bilateral``: a group that imports a command's module only when that command is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from bilateral.cli.options import set_option
from bilateral.errors import BilateralError, UsageError

COMMANDS = {
    "add": "Read articles into a record.",
    "demo": "Build a record from a dozen sample articles and show what is in it.",
    "documents": "List the documents of a record.",
    "events": "List the events of a record.",
    "export": "Write a record as JSON lines or CSV.",
    "info": "Tell what a record holds and what made it.",
    "settings": "Show the settings, or change one of a record.",
    "show": "Show one event with every report of it and where they disagree.",
    "timex": "Find the expressions of time in texts, without a record.",
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


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status; what goes wrong is told in one line."""
    try:
        return int(cli.main(args=arguments, prog_name="bilateral", standalone_mode=False) or 0)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "bilateral"
        complain(f"{error.format_message().rstrip('.')}; see `{path} --help`")
        return WRONG_USE
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        return STOPPED
    except BilateralError as error:
        complain(str(error))
        return WRONG_USE if isinstance(error, UsageError) else FAILED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        return FAILED


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The entry point of the console script."""
    sys.exit(run(arguments))
