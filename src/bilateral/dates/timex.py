"""What is found: one temporal expression with its TIMEX3 and EDTF values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "publication", "text"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One temporal expression: ``text[start:end]`` are its words.

    Attributes:
        start, end: characters of the text.
        type: TIMEX3's.
        value: TIMEX3's: ``2017-10-01``, ``1989-Q3``, ``P2W``, ``PAST_REF``, ``XXXX-10`` where the year is not known.
        edtf: point or interval; ``None`` for durations, sets and whatever cannot be resolved.
        mod: TIMEX3's modifier: ``START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS BEFORE AFTER``...
        anchored: what it was resolved against; ``None`` where it was not.
    """

    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None = None
    mod: str | None = None
    anchored: Anchor | None = None
