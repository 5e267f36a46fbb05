"""States and organisations as nodes, and what happens between two of them as edges: what both graph formats write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bilateral.analysis.bearing import bearing
from bilateral.analysis.pairs import by_dyad
from bilateral.analysis.sources import independent
from bilateral.export.chosen import Chosen
from bilateral.knowledge.cow import cow
from bilateral.knowledge.states import display, display_names
from bilateral.types.event import Event

if TYPE_CHECKING:
    import networkx


def network(chosen: Chosen) -> networkx.MultiDiGraph[str]:
    """One edge for each event and two parties that it is an act of; from actor to recipient.

    ``direction`` is ``joint`` where both act alike; the edge then leads from the code first in the alphabet.
    """
    import networkx  # takes a while

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for (a, b), events in by_dyad(chosen.events(), states_only=False).items():
        for event in events:
            bears = bearing(event, a, b)
            if bears.scored:
                start, end = (b, a) if bears.direction == "b_to_a" else (a, b)
                direction = "joint" if bears.direction == "joint" else "directed"
                told = {"direction": direction, "weight": round(bears.share, 3), **_edge(event)}
                graph.add_edge(start, end, key=f"{event.id}:{a}-{b}", **told)
    for code in sorted(graph):
        graph.add_node(code, **_node(code))
    return graph


def _node(code: str) -> dict[str, Any]:
    found = cow(code)
    told = {"label": display(code), "sort": "state" if code in display_names() else "organisation"}
    return told | ({"cow": found.number} if found else {})


def _edge(event: Event) -> dict[str, Any]:
    told = {
        "event": event.id,
        "kind": event.kind,
        "plover": event.plover.event,
        "status": event.status,
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "score": float(event.score),
        "confidence": float(event.confidence),
        "sources": len(independent(event.evidence)),
        "document": event.evidence[0].document if event.evidence else None,
        "quote": " ".join(event.evidence[0].quote.split()) if event.evidence else None,
    }
    return {name: value for name, value in told.items() if value is not None}
