"""The briefing: deterministic text from templates, every sentence with its footnotes."""

from __future__ import annotations

from bilateral.views.brief.compose import compose
from bilateral.views.brief.model import Brief, Line, Section

__all__ = ["Brief", "Line", "Section", "compose"]
