"""Charts: Vega-Lite specifications (``views/specs``) filled with data, each with its words and its table."""

from __future__ import annotations

from bilateral.views.charts.base import Chart, Spec
from bilateral.views.charts.histogram import histogram
from bilateral.views.charts.map import map_chart
from bilateral.views.charts.network import network_chart
from bilateral.views.charts.periods import periods_chart
from bilateral.views.charts.relation import relation_chart
from bilateral.views.charts.scores import multiples_chart, triangle_chart
from bilateral.views.charts.theme import themed
from bilateral.views.charts.timeline import timeline_chart

__all__ = [
    "Chart",
    "Spec",
    "histogram",
    "map_chart",
    "multiples_chart",
    "network_chart",
    "periods_chart",
    "relation_chart",
    "themed",
    "timeline_chart",
    "triangle_chart",
]
