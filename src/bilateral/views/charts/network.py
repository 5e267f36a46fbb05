"""The network: which states and organisations take part in events together, and in what tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.analysis.triangles.triangle import MILD
from bilateral.knowledge.states import display, display_names
from bilateral.record import Tie
from bilateral.views.charts.base import WIDTH, Chart, load, sized
from bilateral.views.charts.layout import positions
from bilateral.views.wording import count

MOST_NODES = 60
MOST_TIES = 300
ROOM = 12
"""Pixels of width for each node."""

Row = dict[str, Any]
TieLink = Callable[[str, str], str | None]


def network_chart(ties: Sequence[Tie], link: TieLink | None = None, width: int = WIDTH) -> Chart:
    """The heaviest ties among as many nodes as there is room for; ``ties`` come with the heaviest first."""
    drawn = _heaviest(ties, min(MOST_NODES, width // ROOM))
    weights = Counter[str]()
    for tie in drawn:
        weights.update({tie.first: tie.events, tie.second: tie.events})
    names = [name for name, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))]
    spots = positions(names, {(tie.first, tie.second): sqrt(tie.events) for tie in drawn})
    nodes = [
        {
            "name": display(name), "sort": "state" if name in display_names() else "organisation",
            "events": weights[name], "x": spots[name][0], "y": spots[name][1],
        }
        for name in names
    ]  # fmt: skip
    lines = [_line(tie, spots, link) for tie in drawn]
    spec = load("network")
    spec |= {"width": width, "height": max(340, round(width * 0.66))}
    edges, points, *labels = spec["layer"]
    edges["data"]["values"], points["data"]["values"] = lines, nodes
    sized(edges["encoding"]["strokeWidth"], (tie.events for tie in drawn), (0.7, 9))
    for layer in labels:
        layer["data"]["values"] = nodes
    table = Frame.of("first second events score tone", [_told(tie) for tie in ties])
    return Chart("Network", spec, _summary(ties, names), table, tuple(_notes(ties, drawn)))


def _heaviest(ties: Sequence[Tie], most: int) -> list[Tie]:
    nodes: set[str] = set()
    drawn: list[Tie] = []
    for tie in ties:
        wider = nodes | {tie.first, tie.second}
        if len(wider) <= most and len(drawn) < MOST_TIES:
            nodes = wider
            drawn.append(tie)
    return drawn


def _line(tie: Tie, spots: dict[str, tuple[float, float]], link: TieLink | None) -> Row:
    (x, y), (x2, y2) = spots[tie.first], spots[tie.second]
    href = link(tie.first, tie.second) if link else None
    pair = f"{display(tie.first)} and {display(tie.second)}"
    told = {"pair": pair, "events": tie.events, "score": tie.score, "tone": _tone(tie)}
    return {"x": x, "y": y, "x2": x2, "y2": y2, **told, "href": href}


def _tone(tie: Tie) -> str:
    return "mixed" if abs(tie.score) < MILD else "cooperation" if tie.score > 0 else "conflict"


def _told(tie: Tie) -> Row:
    return {"first": tie.first, "second": tie.second, "events": tie.events, "score": tie.score, "tone": _tone(tie)}


def _summary(ties: Sequence[Tie], names: Sequence[str]) -> str:
    if not ties:
        return "No two states take part in an event together."
    most = "; ".join(f"{display(t.first)} and {display(t.second)} {t.events:,} ({_tone(t)})" for t in ties[:5])
    return f"{count(len(names), 'state or organisation', 'states and organisations')}; most events together: {most}."


def _notes(ties: Sequence[Tie], drawn: Sequence[Tie]) -> list[str]:
    if len(drawn) == len(ties):
        return []
    return [f"the {len(drawn)} heaviest of {count(len(ties), 'tie')} drawn, among the states that these join"]
