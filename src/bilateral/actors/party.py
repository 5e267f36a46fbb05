"""What a noun phrase stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bilateral.knowledge.tables import fold
from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class Party:
    """What a noun phrase stands for.

    Attributes:
        actor: an id as in :mod:`bilateral.types.actor`.
        name: full display name as far as this document tells.
        country: alpha-3, or the code of an organisation; ``None`` when the document does not tell.
        sector: PLOVER sector.
        office: the office as told.
        form: ``state``, ``capital``, ``organisation``, ``body``, ``person``, ``office``, ``people`` (soldiers,
            tourists, a company of a state), ``pronoun`` (also "the two countries", "the ministry" said again), or
            ``group`` (any other noun with a state beside it: "Russian gas"): the weakest.
        spans: the words that name it here.
        former: a former holder of the office.
    """

    actor: str
    name: str
    country: str | None
    sector: str | None
    office: str | None
    form: str
    spans: tuple[Span, ...]
    former: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """Tokens ``[start, end)`` name ``party`` directly."""

    start: int
    end: int
    party: Party


def slug(name: str) -> str:
    """``name`` as the last part of an id: ``Qamar Javed Bajwa`` -> ``qamar-javed-bajwa``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
