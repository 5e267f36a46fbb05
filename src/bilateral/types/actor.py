"""Who takes part: states, organisations, persons and offices.

An actor is known by an id of one of these forms::

    state:PAK                            a state (ISO 3166-1 alpha-3, XKX, or ISO 3166-3 for former states)
    igo:SCO                              an international organisation
    armed:TALIBAN                        an armed or other non-state organisation, a de facto state
    org:PAK/army                         a body of a state
    office:PAK/chief-of-army-staff       an office whose holder the document does not name
    person:qamar-javed-bajwa             a person, by the name as read
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role of one mention or event.

    Attributes:
        actor: the id, see this module.
        name: full display name as far as the document (or, on an event, the record) tells.
        country: alpha-3 or organisation code the actor acts for; ``None`` when unknown.
        sector: PLOVER sector (GOV, MIL, LEG, JUD, SPY, COP, OPP, REB, BUS, CVL, MED, IGO, NGO, UNK...).
        office: the office as told, ``None`` when none is told.
        role: one of the roles that :mod:`bilateral.types.kinds` allows for the kind.
        side: PLOVER's actor or recipient; where all act alike, all are ``actor``.
        inferred: the holder was filled in from a tenure told elsewhere (events only).
        inferred_from: where that is told: id of the document, start and end of the words.
    """

    actor: str
    name: str
    country: str | None
    sector: str | None
    office: str | None
    role: str
    side: Side
    inferred: bool = False
    inferred_from: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says that something is so; the article's own voice is no speaker but ``None``."""

    name: str
    actor: str | None = None
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; id and coordinates only when the gazetteer knows this very place."""

    name: str
    country: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
