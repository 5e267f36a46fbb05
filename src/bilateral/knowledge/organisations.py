"""International, armed and other organisations, and the bodies of states that have a name of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bilateral.knowledge import tables


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: ``kind`` is ``igo``, ``ngo`` or ``armed`` (which includes de facto states)."""

    code: str
    kind: str
    sector: str
    name: str
    variants: tuple[str, ...]

    @property
    def actor(self) -> str:
        """Its id as an actor."""
        return f"{'igo' if self.kind == 'igo' else 'armed' if self.kind == 'armed' else 'ngo'}:{self.code}"


@cache
def organisations() -> dict[str, Organisation]:
    """Code -> organisation."""
    return {
        row["code"]: Organisation(
            row["code"], row["kind"], row["sector"], row["name"], tuple(tables.split(row["variants"]))
        )
        for row in tables.rows("organisations.csv")
    }
