"""The map: how many events there were where; small states and those known by their state alone are points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import asinh, atan, degrees, radians, sinh, tan
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.knowledge.outlines import NOTE, sites, topology
from bilateral.knowledge.states import display
from bilateral.record import Sited
from bilateral.views.charts.base import WIDTH, Chart, Spec, load, sized
from bilateral.views.charts.states import STATES, state
from bilateral.views.wording import count

MOST_PLACES = 1_500
NAMED = 12
HEIGHT = 0.47
"""Places that are labelled."""
MARGIN, LEAST = 0.12, 4.0
"""Room around what is zoomed to, as a share of it; degrees that a map shows at least."""
PLACE, SOMEWHERE = "place", "somewhere in the state"

Box = tuple[float, float, float, float]
Row = dict[str, Any]
PlaceLink = Callable[[str], str | None]


def map_chart(
    sited: Iterable[Sited], box: Box | None = None, link: PlaceLink | None = None, width: int = WIDTH
) -> Chart:
    """Events by place. ``box`` (west, south, east, north) is what to show, else the world."""
    rows, unplaced = _rows(sited, link)
    drawn = rows[:MOST_PLACES]
    spec = load("map")
    spec |= {"width": width, "height": round(width * HEIGHT)}
    spec["datasets"] = {"outlines": topology()}
    outlines, specks, places, labels = spec["layer"]
    specks["data"]["values"] = [
        {"name": display(code), "lon": site.lon, "lat": site.lat} for code, site in sites().items() if site.small
    ]
    places["data"]["values"] = drawn
    labels["data"]["values"] = _labels(drawn, box, width)
    sized(places["encoding"]["size"], (row["events"] for row in drawn), (22, min(600, width * 0.83)))
    if box:
        spec["projection"] = _projection(box, spec["width"], spec["height"])
        outlines["mark"]["clip"] = True
    table = Frame.of("name state exact look events lat lon", rows)
    return Chart("Where", spec, _summary(rows), table, tuple(_notes(rows, drawn, unplaced)))


def box_of(rows: Iterable[Sited]) -> Box | None:
    """The box around some places, ``None`` where none has coordinates."""
    known = [(p.lon, p.lat) for p in (row.place for row in rows) if p.lat is not None and p.lon is not None]
    if not known:
        return None
    lons, lats = zip(*known, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def box_of_state(code: str) -> Box | None:
    """The box around the largest part of a state."""
    site = sites().get(code)
    return (site.west, site.south, site.east, site.north) if site else None


def _rows(sited: Iterable[Sited], link: PlaceLink | None) -> tuple[list[Row], int]:
    """A row for each place and look, most events first; how many events are at places that nobody can find."""
    found: Counter[tuple[str, str, float, float, str, str]] = Counter()
    unplaced = 0
    for one in sited:
        place, look = one.place, state(one.status)
        country = place.country or ""
        if place.lat is not None and place.lon is not None:
            found[place.name, display(country), place.lat, place.lon, PLACE, look] += one.events
        elif site := sites().get(country):
            found[display(country), display(country), site.lat, site.lon, SOMEWHERE, look] += one.events
        else:
            unplaced += one.events
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    names = ("name", "state", "lat", "lon", "exact", "look")
    href = link or (lambda _: None)
    rows = [{**dict(zip(names, key, strict=True)), "events": n, "href": href(key[0])} for key, n in ranked]
    return rows, unplaced


def _labels(rows: Sequence[Row], box: Box | None, width: int) -> list[Row]:
    """Names of the places with most events, those that would lie upon one another left out."""
    pixel = max(box[2] - box[0] if box else 360.0, LEAST) / width
    wide, high = 64 * pixel, 14 * pixel
    chosen: list[Row] = []
    for row in rows:
        near = any(abs(row["lon"] - o["lon"]) < wide and abs(row["lat"] - o["lat"]) < high for o in chosen)
        if not near and len(chosen) < NAMED:
            chosen.append(row)
    return chosen


def _projection(box: Box, width: float, height: float) -> Spec:
    """Mercator's, that shows all of the box."""
    west, south, east, north = _wider(box)
    low, high = (asinh(tan(radians(max(-80.0, min(80.0, lat))))) for lat in (south, north))
    scale = min(width / radians(east - west), height / (high - low))
    return {
        "type": "mercator",
        "rotate": [-(west + east) / 2, 0, 0],
        "center": [0, round(degrees(atan(sinh((low + high) / 2))), 3)],
        "scale": round(scale, 1),
        "translate": [width / 2, height / 2],
    }


def _wider(box: Box) -> Box:
    west, south, east, north = box
    across = max((east - west) * MARGIN, (LEAST - (east - west)) / 2, 0.5)
    along = max((north - south) * MARGIN, (LEAST - (north - south)) / 2, 0.5)
    return west - across, south - along, east + across, north + along


def _summary(rows: Sequence[Row]) -> str:
    if not rows:
        return "No event has a place that a gazetteer knows."
    total = sum(row["events"] for row in rows)
    places = len({row["name"] for row in rows})
    most = ", ".join(f"{row['name']} {row['events']:,}" for row in rows[:5])
    return f"{count(total, 'event')} at {count(places, 'place')}; most: {most}."


def _notes(rows: Sequence[Row], drawn: Sequence[Row], unplaced: int) -> Iterable[str]:
    yield NOTE.rstrip(".")
    looks = {row["look"] for row in rows}
    if any(row["exact"] == SOMEWHERE for row in rows):
        yield "squares stand in the middle of a state where no nearer place is known"
    if looks - {next(iter(STATES))}:
        yield "hollow marks did not happen, or not yet"
    if len(drawn) < len(rows):
        yield f"{count(len(rows) - len(drawn), 'place')} with the fewest events not drawn"
    if unplaced:
        yield f"{count(unplaced, 'event')} at places that no gazetteer knows, not drawn"
