"""Mentions into events: blocks, comparison with reasons, clusters, conflicts, life cycle."""

from bilateral.merging.blocks import blocks
from bilateral.merging.compare import Comparison, Reason, compare
from bilateral.merging.group import group

__all__ = ["Comparison", "Reason", "blocks", "compare", "group"]
