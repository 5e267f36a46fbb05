"""Rows in the columns of GDELT's event table (2.0, 61 of them, no head): one for each two parties of an event.

GDELT has no column for what is planned, denied or disputed, so only what occurred or is ongoing is written. What a
record does not know is left empty: the day of an event of which the month is told, tone, the place of an actor.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import combinations, product
from typing import Any, TextIO

from bilateral.analysis.bearing import involved
from bilateral.analysis.sources import independent
from bilateral.export.chosen import Chosen
from bilateral.export.headline import HAPPENED
from bilateral.knowledge.plover import cameo_root, quad
from bilateral.knowledge.states import fips
from bilateral.types.actor import Participant, Place
from bilateral.types.event import Event

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_GEO = "Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID"
COLUMNS: tuple[str, ...] = (
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR.split()),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _GEO.split()),
    *"DATEADDED SOURCEURL".split(),
)
COUNTRY, CITY = 1, 4
"""GDELT's types of place: as exact as a country, a city of the world."""
MODES = {"visit": "042", "phone": "041", "third-party": "045", "multilateral": "046"}
"""Modes that CAMEO has a code of three figures for; the others are "not specified below"."""
_SPACE = re.compile(r"\s+")

Pair = tuple[Participant | None, Participant | None]


def write(chosen: Chosen, out: TextIO) -> None:
    """Tab-separated rows."""
    writer = csv.DictWriter(
        out, COLUMNS, restval="", delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
    )
    for event in chosen.events():
        if event.status in HAPPENED:
            told = _event(chosen, event)
            writer.writerows({**told, **_pair(event, pair)} for pair in pairs(event))


def pairs(event: Event) -> Iterator[Pair]:
    """Actor and recipient; where all act alike, each two of them; each state once a side."""
    actors, recipients = (_once(event, side) for side in ("actor", "recipient"))
    if recipients:
        unknown: list[Participant | None] = [None]
        yield from product(actors or unknown, recipients)
    elif len(actors) > 1:
        yield from combinations(actors, 2)
    else:
        yield from ((one, None) for one in actors)


def _once(event: Event, side: str) -> list[Participant]:
    found: dict[str, Participant] = {}
    for one in involved(event):
        if one.side == side:
            found.setdefault(one.country or one.actor, one)
    return list(found.values())


def _event(chosen: Chosen, event: Event) -> dict[str, Any]:
    root = cameo_root(event.plover.event)
    code = MODES.get(event.plover.mode or "", f"{root}0")
    documents = list(dict.fromkeys(item.document_id for item in event.evidence))
    first = chosen.by_id[documents[0]] if documents else None
    return {
        **_date(event),
        "EventCode": code,
        "EventBaseCode": code,
        "EventRootCode": root,
        "QuadClass": quad(event.plover.event),
        "GoldsteinScale": event.score,
        "NumMentions": len(event.evidence),
        "NumSources": len(independent(event.evidence)),
        "NumArticles": len(documents),
        **_place(event.place),
        "DATEADDED": re.sub(r"\D", "", first.retrieved or "")[:14] if first else "",
        "SOURCEURL": _plain(first.url or first.name) if first else "",
    }


def _date(event: Event) -> dict[str, Any]:
    """As much of the date as is told: a day is never made up."""
    first, last = event.earliest or "", event.latest or ""
    day = first.replace("-", "") if first == last else ""
    return {
        "SQLDATE": day,
        "MonthYear": first[:7].replace("-", "") if first[:7] == last[:7] else "",
        "Year": first[:4] if first[:4] == last[:4] else "",
        "FractionDate": f"{int(first[:4]) + (int(first[5:7]) * 30 + int(first[8:10])) / 365:.4f}" if day else "",
    }


def _pair(event: Event, pair: Pair) -> dict[str, Any]:
    key = "|".join([event.id, *(one.actor if one else "" for one in pair)])
    number = int.from_bytes(sha256(key.encode()).digest()[:8], "big") >> 2
    return {"GLOBALEVENTID": number, **_actor(1, pair[0]), **_actor(2, pair[1])}


def _actor(number: int, one: Participant | None) -> dict[str, Any]:
    if one is None:
        return {}
    told = {
        "Code": f"{one.country or ''}{one.sector or ''}",
        "Name": _plain(one.name).upper(),
        "CountryCode": one.country or "",
        "Type1Code": one.sector or "",
    }
    return {f"Actor{number}{name}": value for name, value in told.items()}


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    told = {
        "Type": CITY if place.lat is not None else COUNTRY,
        "Fullname": _plain(place.name),
        "CountryCode": fips().get(place.country or "", ""),
        "Lat": place.lat,
        "Long": place.lon,
    }
    return {f"ActionGeo_{name}": value for name, value in told.items() if value is not None}


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text)
