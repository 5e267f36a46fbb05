"""GEXF: the network of states over time, for Gephi; an edge is there from its first to its last possible day."""

from __future__ import annotations

import re
from typing import TextIO

from bilateral.export.chosen import Chosen
from bilateral.export.network import network

_TODAY = re.compile(r' lastmodifieddate="[\d-]+"')


def write(chosen: Chosen, out: TextIO) -> None:
    """The whole graph."""
    import networkx

    graph = network(chosen)
    for _, _, told in graph.edges(data=True):
        told |= {side: told[name] for side, name in (("start", "earliest"), ("end", "latest")) if name in told}
    for line in networkx.generate_gexf(graph):
        out.write(f"{_TODAY.sub('', line)}\n")
