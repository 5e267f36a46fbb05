"""Events over time, to see where there are many and to choose a time by brushing."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.analysis.frame import Frame
from bilateral.record import Tally
from bilateral.views.charts.base import AXIS, WIDTH, Chart, load, time_axis
from bilateral.views.charts.bins import Binned, binned, named, span, stacked, zoom_for
from bilateral.views.charts.states import STATES
from bilateral.views.wording import count

BRUSH = {"name": "brush", "select": {"type": "interval", "encodings": ["x"]}}


def histogram(tallies: Sequence[Tally], by: str, *, brush: bool = False, width: int = WIDTH) -> Chart:
    """How many events there were in each day, month or year; ``brush`` lets a reader choose some of them."""
    told = binned(tallies, by)
    rows = [
        {**named(label).ends, "period": label, "state": state, "low": low, "high": high, "events": high - low}
        for label, state, low, high in stacked(told.counts, STATES, 2)
    ]
    spec = load("histogram")
    spec["data"]["values"] = rows
    spec["width"] = width - AXIS
    if rows:
        labels = sorted(label for label, *_ in told.counts)
        days = (named(labels[0]).first, named(labels[-1]).after)
        spec["encoding"]["x"]["axis"] |= time_axis(*days, spec["width"])
    if brush:
        spec["params"] = [BRUSH]
        spec["usermeta"] = {"bilateral": {"brush": {"signal": BRUSH["name"], "field": "start"}}}
    table = Frame.of("period state events", sorted(rows, key=lambda row: (row["period"], row["state"])))
    return Chart("Events over time", spec, _summary(told, by), table, tuple(left_out(told, by)))


def left_out(told: Binned, by: str) -> list[str]:
    """What is in no bin, in words."""
    notes = []
    if told.wide:
        notes.append(f"{count(told.wide.total(), 'event')} whose date is wider than a {by} not drawn in any {by}")
    if told.undated:
        notes.append(f"{count(told.undated, 'event')} without a date, or with one that is open at one end, not drawn")
    return notes


def best_zoom(tallies: Sequence[Tally]) -> str:
    """The zoom that suits these."""
    days = span(tallies)
    return zoom_for(*days) if days else "month"


def _summary(told: Binned, by: str) -> str:
    if not told.counts:
        return f"No event is dated to a {by} or better."
    sums: dict[str, int] = {}
    for (label, _, _), number in told.counts.items():
        sums[label] = sums.get(label, 0) + number
    most = max(sums, key=lambda label: (sums[label], label))
    return (
        f"{count(told.counts.total(), 'event')} from {min(sums)} to {max(sums)}, by {by}; "
        f"most in {most}: {sums[most]:,}."
    )
