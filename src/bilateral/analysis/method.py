"""How a relation is reckoned: what a user chooses, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Method:
    """Choices for the relation of two states.

    Attributes:
        by: length of a period, ``month``, ``quarter`` or ``year``.
        half_life: days after which an event counts half.
        since, until: first and last day looked at (ISO); from the first event that counts to the last when not given.
            What was before is remembered in the score.
        undated: ``apart``, or ``reported``: what has no date counts on the day of its first report.
    """

    by: str = "month"
    half_life: float = 180.0
    since: str | None = None
    until: str | None = None
    undated: str = "apart"

    @property
    def first(self) -> date | None:
        """The first day looked at, if one is given."""
        return date.fromisoformat(self.since) if self.since else None

    @property
    def last(self) -> date | None:
        """The last day looked at, if one is given."""
        return date.fromisoformat(self.until) if self.until else None
