"""Ink and paper: one specification in light, in dark, and for print.

Specifications name styles and let colours of categories come from the configuration, so that a theme is one ``config``.
Colours of families keep 3:1 against their paper, and differ for readers who do not tell red from green.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bilateral.views.charts.base import Spec

FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of paper (``None`` where the page's shines through) and what lies under ink, of ink, of the families of kinds in their order, and shades from strong to weak."""

    paper: str | None
    under: str
    ink: str
    quiet: str
    grid: str
    land: str
    shore: str
    accent: str
    warn: str
    families: tuple[str, ...]
    shades: tuple[str, ...]


_SHADES = ("#08306b", "#2470b3", "#5fa2d1", "#98c2e0", "#c3d7e8", "#9aa1a9")
_DARK_SHADES = ("#d4e6f5", "#93c1e6", "#5b9bd0", "#3b78ad", "#2b5680", "#767f88")
_ON_LIGHT = ("#0b66a8", "#00785a", "#8d4a9e", "#8a6d00", "#c45000", "#8f1d2c", "#67707c")
_ON_DARK = ("#62b0ea", "#35c69b", "#cf9fe2", "#d9bd45", "#ff9a56", "#f0708a", "#a3abb8")
LIGHT = Theme(None, "#ffffff", "#1c2126", "#5b646e", "#e3e6ea", "#e4e6e3", "#ffffff", "#1f5f99", "#b2182b", _ON_LIGHT, _SHADES)
DARK = Theme(None, "#14181c", "#e6e9ec", "#a4adb8", "#343b43", "#333a42", "#14181c", "#6bb0ea", "#ff8a8a", _ON_DARK, _DARK_SHADES)
PRINT = replace(LIGHT, paper="#ffffff")
THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}
"""By the names that addresses have; ``print`` is light on white."""


def themed(spec: Spec, theme: str = "print") -> Spec:
    """The specification with the colours of a theme."""
    return {**spec, "config": {**config(THEMES[theme]), **spec.get("config", {})}}


def config(theme: Theme) -> dict[str, Any]:
    """The configuration of Vega-Lite for a theme."""
    text = {"labelColor": theme.quiet, "titleColor": theme.quiet, "titleFontWeight": "normal"}
    return {
        "font": FONT,
        "background": theme.paper or "transparent",
        "view": {"stroke": None},
        "title": {"color": theme.ink, "subtitleColor": theme.quiet, "anchor": "start", "fontWeight": 600},
        "axis": {**text, "gridColor": theme.grid, "domainColor": theme.quiet, "tickColor": theme.quiet},
        "legend": {**text, "symbolStrokeWidth": 1.5, "orient": "bottom", "columns": 4},
        "header": {**text, "labelColor": theme.ink},
        "text": {"color": theme.ink},
        "mark": {"color": theme.accent},
        "range": {
            "category": list(theme.families),
            "ordinal": list(theme.shades),
            "diverging": [theme.families[4], theme.quiet, theme.families[0]],
        },
        "style": _styles(theme),
    }


def _styles(theme: Theme) -> dict[str, Any]:
    return {
        "axisline": {"color": theme.quiet, "stroke": theme.quiet},
        "turn": {"color": theme.warn, "strokeDash": [4, 3]},
        "band": {"color": theme.accent, "opacity": 0.2},
        "curve": {"color": theme.accent},
        "quiet": {"color": theme.quiet, "fill": theme.quiet},
        "label": {"color": theme.ink, "fill": theme.ink},
        "land": {"fill": theme.land, "stroke": theme.shore, "strokeWidth": 0.6},
        "speck": {"fill": theme.land, "stroke": theme.quiet, "strokeWidth": 0.6},
        "sure": {"fill": theme.accent, "stroke": theme.accent},
        "hollow": {"fill": "transparent", "stroke": theme.accent},
        "node": {"color": theme.ink, "fill": theme.ink},
        "halo": {"fill": theme.under, "stroke": theme.under, "strokeWidth": 3},
    }
