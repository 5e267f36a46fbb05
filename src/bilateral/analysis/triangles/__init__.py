"""Triangles of states: signed relations, balance, co-movement, and what authors claim of such links."""

from __future__ import annotations

from bilateral.analysis.triangles.triangle import Triangle, summary, triangle, triangles

__all__ = ["Triangle", "summary", "triangle", "triangles"]
