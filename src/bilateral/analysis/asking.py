"""From what a user asks of a record to the events that the functions here take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bilateral.analysis.method import Method
from bilateral.analysis.pairs import Dyad, by_dyad
from bilateral.analysis.relation import Relation, relation
from bilateral.errors import UsageError
from bilateral.record.filters import Asked, state
from bilateral.record.filters import read as read_filters
from bilateral.types.event import Event

if TYPE_CHECKING:
    from bilateral.record import Record


def relation_of(record: Record, asked: Asked, by: str = "month", undated: str = "apart") -> Relation:
    """The relation of the two states of ``between``.

    What was before ``since`` is remembered in the score, so it is read as well.

    Raises:
        UsageError: no two states are asked for, or a filter is wrong.
    """
    between = asked.get("between")
    if not between:
        raise UsageError("a relation has two states: give --between PAK RUS")
    events = record.every_event(**_without_since(asked))
    return relation(events, codes(between), method(record, asked, by, undated))


def dyads_of(record: Record, asked: Asked) -> dict[Dyad, list[Event]]:
    """The events of each dyad of states."""
    return by_dyad(record.every_event(**_without_since(asked)))


def codes(between: tuple[str, str]) -> Dyad:
    """The codes of two states in the order they are asked for."""
    one, other = (code(text) for text in between)
    return one, other


def code(text: str) -> str:
    """The code of a state; what the tables do not know is taken as a code, of which a record may hold some."""
    return state(text, lambda _code: True)


def method(record: Record, asked: Asked, by: str = "month", undated: str = "apart") -> Method:
    """How to reckon, from the record's settings and what is asked for."""
    read = read_filters(lambda _code: True, {"since": asked.get("since"), "until": asked.get("until")})
    return Method(by, half_life(record), read.since, read.until, undated)


def half_life(record: Record) -> float:
    """The setting. Raises UsageError when it is not above zero."""
    days = record.settings().number("half_life")
    if days <= 0:
        raise UsageError(f"half_life is a number of days above 0, not {days:g}")
    return days


def _without_since(asked: Asked) -> Asked:
    rest: Any = {name: value for name, value in asked.items() if name != "since"}
    narrowed: Asked = rest
    return narrowed
