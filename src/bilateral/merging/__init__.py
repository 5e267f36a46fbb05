"""Mentions into events: blocks, comparison with reasons, clusters, conflicts, life cycle, tenures."""

from bilateral.merging.blocks import blocks, sought
from bilateral.merging.compare import Comparison, Reason, compare
from bilateral.merging.decided import Decided
from bilateral.merging.group import group

__all__ = ["Comparison", "Decided", "Reason", "blocks", "compare", "group", "sought"]
