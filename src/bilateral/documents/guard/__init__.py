"""Reading in a process of its own, within bounds of time and memory: what no file can break is the run."""

from __future__ import annotations

from bilateral.documents.guard.guard import guarded

__all__ = ["guarded"]
