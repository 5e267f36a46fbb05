"""The timeline from afar: how many events of each family there were in each period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.record import Tally
from bilateral.views.charts.base import MOST_MARKS, WIDTH, Chart, Spec, load, sized
from bilateral.views.charts.bins import LENGTHS, ZOOMS, Binned, binned, named
from bilateral.views.charts.states import NAMES, STATES, TITLES, colour
from bilateral.views.charts.timeline import NAMES_ROOM, Days, aim, seen
from bilateral.views.wording import count

MOST_WIDE = 150

Row = dict[str, Any]


def periods_chart(tallies: Sequence[Tally], by: str, days: Days, width: int = WIDTH) -> Chart:
    """Tallies told apart by kind, in bins of ``by``, or of longer ones where those would be too many marks."""
    wanted, told = by, binned(tallies, by)
    while len(told.counts) > MOST_MARKS and by != ZOOMS[0]:
        by = ZOOMS[ZOOMS.index(by) - 1]
        told = binned(_coarser(tallies, by), by)
    rows = [_counted(*key, number) for key, number in sorted(told.counts.items())]
    rows += [_wide(*key, number) for key, number in told.wide.most_common(MOST_WIDE)]
    shown = [{**row, **there} for row in rows if (there := seen(row["first"], row["after"], days))]
    spec = load("periods")
    (template,) = spec["vconcat"]
    room = (width - NAMES_ROOM) * LENGTHS[by] / max((days[1] - days[0]).days, 1)
    circles = [row["events"] for row in shown if row["draw"] == "count"]
    sized(template["layer"][-1]["encoding"]["size"], circles, (8, max(60, min(420, room**2))))
    states = [name for name in STATES if any(row["state"] == name for row in shown)]
    spec["vconcat"] = [
        _panel(deepcopy(template), name, [row for row in shown if row["state"] == name])
        for name in states or ["happened"]
    ]
    for panel in spec["vconcat"]:
        aim(panel, days, width)
    table = Frame.of("period family state events", sorted(shown, key=lambda row: (row["start"], row["family"])))
    return Chart("Timeline", spec, _summary(told, by, days), table, tuple(_notes(told, by, wanted)))


def _coarser(tallies: Iterable[Tally], by: str) -> list[Tally]:
    """Tallies whose bounds lie in one of the longer bins, counted there."""
    length = {"month": 7, "year": 4}[by]
    found: Counter[tuple[str | None, str | None, str, str]] = Counter()
    for told in tallies:
        first, last = told.first, told.last
        if first and last and first[:length] == last[:length]:
            first = last = first[:length]
        found[first, last, told.kind, told.status] += told.events
    return [Tally(*key, number) for key, number in found.items()]


def _counted(label: str, family: str, state: str, number: int) -> Row:
    there = named(label)
    middle = there.first + (there.after - there.first) / 2
    told = {"period": label, "family": family, "state": state, "events": number, "middle": middle.isoformat()}
    return {**told, "first": there.first, "after": there.after, "draw": "count"}


def _wide(first: str, last: str, family: str, state: str, number: int) -> Row:
    after = date.fromisoformat(last) + timedelta(days=1)
    told = {"period": f"{first} to {last}", "family": family, "state": state, "events": number}
    return {**told, "first": date.fromisoformat(first), "after": after, "draw": "wide"}


def _panel(panel: Spec, name: str, rows: list[Row]) -> Spec:
    panel["title"]["text"] = TITLES[name]
    drawn = [{key: value for key, value in row.items() if key not in ("first", "after")} for row in rows]
    panel["data"] = {"name": f"periods {name}", "values": drawn}
    present = {row["family"] for row in rows}
    panel["encoding"]["y"]["scale"]["domain"] = [group for group in NAMES if group in present]
    colour(panel)
    return panel


def _summary(told: Binned, by: str, days: Days) -> str:
    states = Counter[str]()
    for (*_, state), number in (*told.counts.items(), *told.wide.items()):
        states[state] += number
    listed = ", ".join(f"{number:,} {TITLES[name].lower()}" for name in STATES if (number := states[name]))
    last = days[1] - timedelta(days=1)
    return f"{days[0].isoformat()} to {last.isoformat()}, counted by {by}: {listed or 'no dated event'}."


def _notes(told: Binned, by: str, wanted: str) -> Iterable[str]:
    yield f"too many to draw one by one: counted by {by}; choose a shorter time to see each"
    if by != wanted:
        yield f"by {wanted} there would be more marks than a page draws"
    if hidden := told.wide.total() - sum(number for _, number in told.wide.most_common(MOST_WIDE)):
        yield f"{count(hidden, 'event')} with dates wider than a {by} not drawn"
    if told.undated:
        yield f"{count(told.undated, 'event')} without a date, or with one that is open at one end, not drawn"
