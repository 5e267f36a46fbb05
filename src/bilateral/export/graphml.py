"""GraphML: the network of states, for Gephi, yEd, Cytoscape, igraph and others."""

from __future__ import annotations

from typing import TextIO

from bilateral.export.chosen import Chosen
from bilateral.export.network import network


def write(chosen: Chosen, out: TextIO) -> None:
    """The whole graph."""
    import networkx

    for line in networkx.generate_graphml(network(chosen), named_key_ids=True):
        out.write(f"{line}\n")
