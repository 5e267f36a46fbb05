"""What a record says when its events are put side by side: pure functions over events, claims and documents."""

from __future__ import annotations

from bilateral.analysis.method import Method
from bilateral.analysis.panel import panel
from bilateral.analysis.relation import Relation, relation
from bilateral.analysis.table import dyads

__all__ = ["Method", "Relation", "dyads", "panel", "relation"]
