"""Where an act took place: the place phrase that hangs on it, not every place that is named."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.actors import Party
from bilateral.coding.arguments import Arguments
from bilateral.coding.distance import distance
from bilateral.coding.reading import Reading
from bilateral.places import PlaceRef, find_place
from bilateral.types.actor import Place
from bilateral.types.span import Span

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "off", "on", "over", "around", "along", "across", "from"}
)
HOSTED = frozenset({"visit"})
GOAL = frozenset({"to", "into", "in", "for"})
REACH = 5


@dataclass(frozen=True, slots=True)
class Where:
    """A place and the words that name it."""

    place: Place
    span: Span


def place_of(reading: Reading, arguments: Arguments, kind: str, parties: list[Party]) -> Where | None:
    """The place of an act, None where its clause names none."""
    sentence = arguments.trigger.sent
    ranked = []
    for ref in reading.places:
        if not sentence.start <= ref.start < sentence.end:
            continue
        root = reading.doc[ref.start : ref.end].root
        if _is_site(root.dep_, root.head.lower_, kind):
            ranked.append((distance(root, arguments), abs(root.i - arguments.trigger.i), ref.start, ref))
    ranked.sort(key=lambda row: row[:3])
    if not ranked or ranked[0][0] > REACH:
        return None
    return _resolved(ranked[0][3], parties)


def _is_site(dep: str, head: str, kind: str) -> bool:
    if kind in HOSTED and (dep == "dobj" or (dep == "pobj" and head in GOAL)):
        return True
    return dep == "pobj" and head in LOCATIVE


def _resolved(ref: PlaceRef, parties: list[Party]) -> Where:
    near = {party.country for party in parties if party.country}
    place = find_place(ref.name, ref.country, near)
    return Where(place or Place(ref.name, ref.country), ref.span)
