"""Options that several commands share: ``--set``, the record, the filters and the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilateral.errors import UsageError
from bilateral.settings import lookup
from bilateral.types.kinds import STATUSES

if TYPE_CHECKING:
    from bilateral.record.filters import Asked

Command = Callable[..., Any]
_GIVEN = "bilateral.set"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events (or what belongs to them) a listing command lists."""

    between: tuple[str, str] | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    about: str | None = None
    min_confidence: float | None = None
    limit: int | None = None

    def arguments(self) -> dict[str, Any]:
        """As keyword arguments of ``Record.events`` and ``export.write``."""
        return asdict(self)

    def asked(self) -> Asked:
        """The same without ``limit``, for what reads all that fits."""
        return {
            "between": self.between,
            "kind": self.kind,
            "status": self.status,
            "since": self.since,
            "until": self.until,
            "about": self.about,
            "min_confidence": self.min_confidence,
        }

    @property
    def narrow(self) -> bool:
        """Whether anything but ``limit`` is asked for."""
        return any(value is not None for name, value in asdict(self).items() if name != "limit")


def _keep_settings(ctx: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> None:
    given = ctx.meta.setdefault(_GIVEN, {})
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is no name=value")
        lookup(name).parse(value)
        given[name] = value


set_option = click.option(
    "--set",
    multiple=True,
    metavar="NAME=VALUE",
    expose_value=False,
    callback=_keep_settings,
    help="Use this value of a setting, this time; `bilateral settings` lists them. May be repeated.",
)


def given_settings() -> Mapping[str, str]:
    """What ``--set`` said, before or after the command's name."""
    given: dict[str, str] = click.get_current_context().meta.get(_GIVEN, {})
    return given


record_argument = click.argument("record", type=click.Path(dir_okay=False))


_FILTER_OPTIONS = (
    click.option(
        "--between", nargs=2, metavar="A B", help="Events in which both states take part (code, name, demonym)."
    ),
    click.option("--kind", metavar="KIND", help="One kind of event: visit, transfer, other:border ..."),
    click.option("--status", type=click.Choice(STATUSES), help="Only events of this status."),
    click.option("--since", metavar="DATE", help="Not before this day, month or year."),
    click.option("--until", metavar="DATE", help="Not after this day, month or year."),
    click.option("--about", metavar="NAME", help="Events with this person, organisation or state."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Only what is right with at least this chance.",
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many."),
)


def filters(*formats: str, default: str) -> Callable[[Command], Command]:
    """The filters and ``--format`` of every listing command, handed on as ``filters`` and ``form``."""
    form = click.option(
        "--format", "form", type=click.Choice(formats), default=default, show_default=True, help="How to print it."
    )

    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapped(**given: Any) -> Any:
            chosen = Filters(**{name: given.pop(name) for name in Filters.__dataclass_fields__})
            return command(filters=chosen, **given)

        for option in reversed((*_FILTER_OPTIONS, form)):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def as_source(text: str) -> Path:
    """A SOURCE the user named. Raises UsageError when it does not exist."""
    path = Path(text)
    if not path.exists():
        raise UsageError(f"{text} does not exist; name a file or a folder of articles")
    return path
