"""GeoJSON (RFC 7946): one feature an event; what the gazetteer does not place has no geometry."""

from __future__ import annotations

from typing import Any, TextIO

from bilateral.export.array import write_array
from bilateral.export.chosen import Chosen
from bilateral.export.headline import headline
from bilateral.export.objects import event_object
from bilateral.export.rows import event_row
from bilateral.types.actor import Place
from bilateral.types.event import Event


def write(chosen: Chosen, out: TextIO) -> None:
    """A collection of features."""
    features = map(_feature, chosen.events())
    write_array(features, out, before='{"type": "FeatureCollection", "features": [', after="]}")


def _feature(event: Event) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(event.place),
        "properties": {"title": headline(event), **event_row(event_object(event))},
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    """A point: longitude first."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
