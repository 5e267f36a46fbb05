"""Triangles of states: signed relations, balance, co-movement, and what authors claim of such links."""

from __future__ import annotations

from bilateral.analysis.triangles.thirds import Third, third_states
from bilateral.analysis.triangles.triangle import Triangle, summary, triangle, triangles

__all__ = ["Third", "Triangle", "summary", "third_states", "triangle", "triangles"]
