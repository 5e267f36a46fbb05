"""Who takes part in an event, as tables and sentences name them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bilateral.types.actor import Participant
from bilateral.types.event import Event
from bilateral.types.mention import Value


def having(event: Event, *roles: str) -> list[Participant]:
    """The participants in some roles, each actor once."""
    return list({p.actor + p.name: p for p in event.participants if p.role in roles}.values())


def states(participants: Iterable[Participant]) -> list[str]:
    """Their codes, each once, in order of telling."""
    return list(dict.fromkeys(p.country for p in participants if p.country))


def names(participants: Iterable[Participant]) -> list[str]:
    """The names of those that are no states themselves."""
    return list(dict.fromkeys(p.name for p in participants if not p.actor.startswith(("state:", "igo:"))))


def offices(participants: Iterable[Participant]) -> list[str]:
    """The offices they are told to hold then."""
    return list(dict.fromkeys(p.office for p in participants if p.office))


def joined(values: Iterable[str]) -> str | None:
    """Several values in one cell; ``None`` for none."""
    return "; ".join(values) or None


def text(value: Value | None) -> str | None:
    """A detail as text."""
    if value is None:
        return None
    return ", ".join(value) if isinstance(value, list) else str(value)


def disputed(event: Event, leave: Collection[str] = ()) -> str | None:
    """Fields on which reports differ, with their values: ``quantity: 36 / 40``."""
    told = []
    for conflict in event.conflicts:
        if conflict.field not in leave:
            values = " / ".join(text(side.value) or "none" for side in conflict.values)
            told.append(f"{conflict.field.removeprefix('details.')}: {values}")
    return joined(told)
