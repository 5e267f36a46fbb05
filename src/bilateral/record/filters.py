"""What a listing asks for, checked and put into the record's own terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from bilateral.errors import UsageError
from bilateral.knowledge import states, tables
from bilateral.record.columns import fold, iso
from bilateral.types.edtf import bounds
from bilateral.types.kinds import KINDS, OTHER_WHAT, STATUSES

AHEAD = ("planned", "proposed")
"""Statuses of what is still to come: past its date, it is overdue."""


TOLD = "told"
"""Instead of a field: any in which reports of one event disagree."""
FIRST = "first"
"""The field of a conflict with an earlier event that another is told to be the first of."""


class Asked(TypedDict, total=False):
    """Filters in the words of a user."""

    between: tuple[str, str] | None
    kind: str | None
    status: str | None
    since: str | None
    until: str | None
    about: str | None
    min_confidence: float | None
    overdue: bool
    undated: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events or mentions to list: codes and days, no longer the user's words.

    ``overdue`` is the day before which what is planned should have happened, ``disputed`` a field in which reports
    disagree, or ``*`` for any.
    """

    between: tuple[str, str] | None = None
    kind: str | None = None
    what: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    about: str | None = None
    min_confidence: float | None = None
    overdue: str | None = None
    disputed: str | None = None
    undated: bool = False


def read(known: Callable[[str], bool], asked: Asked) -> Filters:
    """Filters as a user gives them. ``known`` tells whether a code occurs in the record.

    Raises:
        UsageError: a state, kind, status, date or confidence that is none.
    """
    kind, what = _kind(asked.get("kind"))
    status, overdue = _status(asked.get("status")), bool(asked.get("overdue"))
    if overdue and status not in (None, *AHEAD):
        raise UsageError(f"only what is planned or proposed can be overdue, not what is {status}")
    about = asked.get("about")
    return Filters(
        between=_pair(asked.get("between"), known),
        kind=kind,
        what=what,
        status=status,
        since=_bound("since", asked.get("since"), 0),
        until=_bound("until", asked.get("until"), 1),
        about=fold(about) if about else None,
        min_confidence=_share(asked.get("min_confidence")),
        overdue=date.today().isoformat() if overdue else None,
        undated=bool(asked.get("undated")),
        disputed=TOLD if asked.get("disputed") else None,
    )


def state(text: str, known: Callable[[str], bool]) -> str:
    """The code of a state or organisation given as code, name or demonym. Raises UsageError when there is none."""
    name = text.strip()
    if found := states.codes().get(tables.fold(name)):
        return found
    if known(name.upper()):
        return name.upper()
    raise UsageError(f"no state is called {text!r}; give a code, a name or a demonym: PAK, Pakistan, Pakistani")


def _pair(between: tuple[str, str] | None, known: Callable[[str], bool]) -> tuple[str, str] | None:
    if between is None:
        return None
    if isinstance(between, str) or len(between) != 2:
        raise UsageError("between takes two states, such as ('PAK', 'RUS')")
    one, other = sorted(state(text, known) for text in between)
    if one == other:
        raise UsageError(f"between takes two states, and both {between[0]!r} and {between[1]!r} are {one}")
    return one, other


def _kind(kind: str | None) -> tuple[str | None, str | None]:
    if kind is None:
        return None, None
    name, _, what = kind.partition(":")
    if name not in KINDS or (what and name != "other"):
        raise UsageError(f"no kind is called {kind!r}; there are: {', '.join(KINDS)}, and other:WHAT")
    if what and what not in OTHER_WHAT:
        raise UsageError(f"other has no {what!r}; there are: {', '.join(OTHER_WHAT)}")
    return name, what or None


def _status(status: str | None) -> str | None:
    if status is not None and status not in STATUSES:
        raise UsageError(f"no status is called {status!r}; there are: {', '.join(STATUSES)}")
    return status


def _share(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:
        raise UsageError(f"min_confidence is a share between 0 and 1, not {value!r}")
    return value


def _bound(name: str, value: str | None, side: int) -> str | None:
    if value is None:
        return None
    try:
        return iso(bounds(value)[side])
    except ValueError:
        raise UsageError(f"{name} takes a date such as 2017, 2017-10 or 2017-10-03, not {value!r}") from None
