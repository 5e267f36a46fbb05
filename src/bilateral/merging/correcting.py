"""Values that a person gives to a mention or an event in place of what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from bilateral.errors import UsageError
from bilateral.types.actor import Place
from bilateral.types.edtf import parse
from bilateral.types.event import Event
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.types.mention import Mention, Value

FIELDS = ("date", "kind", "place", "status", "details.NAME")

T = TypeVar("T", Mention, Event)


def checked(field: str, value: str) -> Value | None:
    """The value of a field as a person writes it; an empty one takes it away. Raises UsageError when it is none."""
    name, _, detail = field.partition(".")
    if name == "details" and detail:
        return (int(value) if value.isdigit() and detail != "edition" else value) or None
    if field == "kind" and value in KINDS:
        return value
    if field == "status" and value in STATUSES:
        return value
    if field == "place":
        return value or None
    if field == "date":
        try:
            return parse(value).value if value else None
        except ValueError as error:
            raise UsageError(str(error)) from None
    lists = {"kind": KINDS, "status": STATUSES}
    if field in lists:
        raise UsageError(f"no {field} is called {value!r}; there are: {', '.join(lists[field])}")
    raise UsageError(f"{field!r} cannot be set; there are: {', '.join(FIELDS)}")


def given_values(told: T, given: Mapping[str, object]) -> T:
    """``told`` with the values of ``given``, each by its field."""
    details = dict(told.details)
    changes: dict[str, object] = {}
    for field, value in given.items():
        name, _, detail = field.partition(".")
        if name == "details":
            details.pop(detail, None)
            details |= {detail: value} if value is not None else {}  # type: ignore[dict-item]
        else:
            changes[name] = Place(str(value)) if name == "place" and value is not None else value
    return replace(told, **changes, details=details)  # type: ignore[arg-type]
