"""Registers: the events of one kind as the tables that people keep by hand, each row with its footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.analysis.registers.base import Kind, Register, build
from bilateral.analysis.registers.mechanisms import MECHANISMS
from bilateral.analysis.registers.single import AGREEMENTS, EXERCISES, SANCTIONS, VISITS
from bilateral.analysis.registers.transfers import TRANSFERS
from bilateral.errors import UsageError

if TYPE_CHECKING:
    from bilateral.record import Record
    from bilateral.record.filters import Asked

__all__ = ["Register", "build", "register"]

REGISTERS: dict[str, Kind] = {
    kind.name: kind for kind in (VISITS, EXERCISES, AGREEMENTS, TRANSFERS, MECHANISMS, SANCTIONS)
}


def register(record: Record, name: str, asked: Asked | None = None) -> Register:
    """One register of a record, of the events that fit.

    Raises:
        UsageError: there is no such register, or a kind of event is asked for.
    """
    if name not in REGISTERS:
        raise UsageError(f"no register is called {name!r}; there are: {', '.join(REGISTERS)}")
    if asked and asked.get("kind"):
        raise UsageError("a register says by itself which kind of event it lists; leave the kind out")
    kind = REGISTERS[name]
    return build(kind, (event for one in kind.kinds for event in record.every_event(**_of_kind(asked, one))))


def _of_kind(asked: Asked | None, kind: str) -> Asked:
    wanted: Asked = asked.copy() if asked else {}
    wanted["kind"] = kind
    return wanted
