"""Ink and paper: one specification in light, in dark, and for print.

Specifications name styles and let colours of categories come from the configuration, so that a theme is one ``config``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bilateral.views.charts.base import Spec
from bilateral.views.families import FAMILIES

FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of paper (``None`` where that of the page shines through), of what lies under ink, of ink, of land.

    ``families`` are in the order of the table of families, ``shades`` go from strong to weak.
    """

    paper: str | None
    under: str
    ink: str
    quiet: str
    grid: str
    land: str
    shore: str
    accent: str
    tint: str
    warn: str
    families: tuple[str, ...]
    shades: tuple[str, ...]


_SHADES = ("#08306b", "#2470b3", "#5fa2d1", "#98c2e0", "#c3d7e8", "#9aa1a9")
_ON_DARK = ("#d4e6f5", "#93c1e6", "#5b9bd0", "#3b78ad", "#2b5680", "#767f88")
LIGHT = Theme(
    None, "#fbfaf7", "#1c1e21", "#555b62", "#e3dfd6", "#e6e3db", "#fbfaf7", "#1f4e79", "#a9c4de", "#9b1c14",
    tuple(one.light for one in FAMILIES), _SHADES,
)  # fmt: skip
DARK = Theme(
    None, "#15171a", "#e7e4de", "#a9adb3", "#2d3237", "#2f343a", "#15171a", "#93bfea", "#34516d", "#f3a59d",
    tuple(one.dark for one in FAMILIES), _ON_DARK,
)  # fmt: skip
PRINT = replace(LIGHT, paper="#ffffff", under="#ffffff", shore="#ffffff")
THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}
"""By the names that addresses have; ``print`` is light on white."""


def themed(spec: Spec, theme: str = "print") -> Spec:
    """The specification with the colours of a theme, by itself."""
    made = {"font": FONT, **config(THEMES[theme])}
    own = {name: {**made[name], **value} for name, value in spec.get("config", {}).items()}
    return {**spec, "config": {**made, **own}}


def both(spec: Spec) -> Spec:
    """The specification with what a page needs to draw it on a light and on a dark ground, in its own letters."""
    told = spec.get("usermeta", {}).get("bilateral", {})
    rest = {name: value for name, value in spec.items() if name != "$schema"}
    return {**rest, "usermeta": {"bilateral": {**told, "light": config(LIGHT), "dark": config(DARK)}}}


def config(theme: Theme) -> dict[str, Any]:
    """The configuration of Vega-Lite for a theme. Its range ``heatmap`` is of states: happened, planned, not so."""
    letters = {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"}
    text = {"labelColor": theme.quiet, "titleColor": theme.quiet, **letters}
    symbols = {
        "symbolStrokeWidth": 1.5, "symbolOpacity": 1, "symbolBaseFillColor": theme.quiet,
        "symbolBaseStrokeColor": theme.quiet, "orient": "bottom", "columns": 6,
    }  # fmt: skip
    return {
        "background": theme.paper or "transparent",
        "view": {"stroke": None},
        "title": {
            "frame": "group",
            "color": theme.ink,
            "subtitleColor": theme.quiet,
            "anchor": "start",
            "fontWeight": 600,
        },
        "axis": {**text, "gridColor": theme.grid, "domainColor": theme.quiet, "tickColor": theme.quiet},
        "legend": {**text, **symbols},
        "header": {**text, "labelColor": theme.ink},
        "text": {"color": theme.ink},
        "mark": {"color": theme.accent},
        "range": {
            "category": list(theme.families),
            "heatmap": [theme.accent, theme.tint, theme.under],
            "ordinal": list(theme.shades),
            "diverging": [theme.families[3], theme.quiet, theme.families[0]],
        },
        "style": {name: _both(style) for name, style in _styles(theme).items()},
    }


def _styles(theme: Theme) -> dict[str, dict[str, Any]]:
    return {
        "axisline": {"stroke": theme.quiet},
        "turn": {"stroke": theme.warn, "strokeDash": [4, 3]},
        "band": {"fill": theme.accent, "opacity": 0.2},
        "curve": {"stroke": theme.accent},
        "label": {"fill": theme.ink},
        "land": {"fill": theme.land, "stroke": theme.shore, "strokeWidth": 0.6},
        "speck": {"fill": theme.land, "stroke": theme.quiet, "strokeWidth": 0.6},
        "sure": {"fill": theme.accent, "stroke": theme.accent},
        "node": {"fill": theme.ink},
        "halo": {"fill": theme.under, "stroke": theme.under, "strokeWidth": 3},
    }


def _both(style: dict[str, Any]) -> dict[str, Any]:
    """With ``color`` as well: Vega-Lite looks for that first, and would find the one of all marks."""
    return {"color": style.get("fill", style.get("stroke")), **style}
