"""The timeline: each event as a bar or mark where they are few, counts by period where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.types.event import Event
from bilateral.views.charts.base import WIDTH, Chart, Link, Spec, load, nowhere, time_axis
from bilateral.views.charts.states import NAMES, STATES, TITLES, colour, family, state
from bilateral.views.days import readable
from bilateral.views.extents import Piece, pieces
from bilateral.views.wording import count, who

DOT = 8
"""Pixels of the smallest bar; what is shorter is a mark."""
GAP = 3
LANE, EDGE = 11, 8
NAMES_ROOM = 96
"""Pixels that the names of families take."""

Days = tuple[date, date]
Row = dict[str, Any]
Pieces = tuple[Piece, ...]
Mark = tuple[Event, Pieces, int]
"""An event, the parts of its mark, and how many stand behind it."""


def timeline_chart(events: Sequence[Event], days: Days, link: Link = nowhere, width: int = WIDTH) -> Chart:
    """Each event by itself; those of one family with the same hollow mark share it."""
    drawn = [(event, own) for event in events if (own := pieces(event.date, days))]
    rows = _merged(drawn)
    scale = (width - NAMES_ROOM) / max((days[1] - days[0]).days, 1)
    spec = load("timeline")
    (template,) = spec["vconcat"]
    spec["vconcat"] = [
        _panel(deepcopy(template), name, those, (days, scale), link)
        for name in STATES
        if (those := [told for told in rows if state(told[0].status) == name])
    ] or [_empty(template, days)]
    for panel in spec["vconcat"]:
        aim(panel, days, width)
    table = Frame.of("date kind who status event", [_told(event) for event in events])
    return Chart("Timeline", spec, _summary([event for event, _ in drawn], days), table)


def _merged(events: Iterable[tuple[Event, Pieces]]) -> list[Mark]:
    """A mark for each event, or for all of one family that have the same hollow mark."""
    alike: dict[object, list[tuple[Event, Pieces]]] = {}
    for event, own in events:
        hollow = len(own) == 1 and own[0].look == "hollow"
        key = (own, family(event.kind), state(event.status)) if hollow else event.id
        alike.setdefault(key, []).append((event, own))
    return [(*those[0], len(those)) for those in alike.values()]


def _panel(panel: Spec, name: str, rows: list[Mark], view: tuple[Days, float], link: Link) -> Spec:
    days, scale = view
    panel["title"]["text"] = TITLES[name]
    values: list[Row] = []
    top, middles, families = 0, [], []
    for group in NAMES:
        own = [told for told in rows if family(told[0].kind) == group]
        if own:
            lanes = _lanes([(parts, number) for _, parts, number in own], days[0], scale)
            for mark, lane in zip(own, lanes, strict=True):
                values += _marks(mark, top + lane, view, link)
            middles.append(top + max(lanes) / 2)
            families.append(group)
            top += max(lanes) + 2
    panel["data"] = {"name": f"marks {name}", "values": values}
    panel["height"] = max(LANE * top, 24)
    panel["encoding"]["y"]["scale"]["domain"] = [-1, max(top - 1, 1)]
    labels = f"{families}[indexof({middles}, datum.value)]"
    panel["encoding"]["y"]["axis"] |= {"values": middles, "labelExpr": labels}
    colour(panel)
    return panel


def aim(panel: Spec, days: Days, width: int) -> None:
    """Let a panel show these days, the last one not among them, in so many pixels.

    Its first layer spans the days unseen. Layers that draw nothing are left out: their axis would have no extent.
    """
    panel["width"] = width - NAMES_ROOM
    panel["encoding"]["x"]["axis"] = time_axis(*days, panel["width"])
    name, rows = panel["data"]["name"], panel["data"]["values"]
    margin = round((days[1] - days[0]).days * EDGE / width)
    begin = date.fromordinal(max(days[0].toordinal() - margin, 1))
    end = date.fromordinal(min(days[1].toordinal() + margin, date.max.toordinal()))
    ends = [{"start": begin.isoformat()}, {"start": end.isoformat()}]
    frame, *layers = panel["layer"]
    frame["data"] = {"name": f"frame of {name}", "values": ends}
    shown = {row["draw"] for row in rows}
    panel["layer"] = [frame, *(layer for layer in layers if layer["transform"][0]["filter"]["equal"] in shown)]


def seen(first: date, after: date, days: Days) -> Row | None:
    """What is seen of a part of a mark; ``None`` where nothing is."""
    start, end = max(first, days[0]), min(after, days[1])
    return {"start": start.isoformat(), "end": end.isoformat()} if start < end else None


def _lanes(rows: Sequence[tuple[Pieces, int]], first: date, scale: float) -> list[int]:
    """The first lane in which each has room, those that begin early first."""
    free: list[float] = []
    lanes = [0] * len(rows)
    for at in sorted(range(len(rows)), key=lambda at: (rows[at][0][0].first, rows[at][0][-1].after, at)):
        own, number = rows[at]
        start = (own[0].first - first).days * scale
        end = max((own[-1].after - first).days * scale, start + DOT) + GAP + (18 if number > 1 else 0)
        lane = next((number for number, until in enumerate(free) if until <= start), len(free))
        free[lane : lane + 1] = [end]
        lanes[at] = lane
    return lanes


def _marks(mark: Mark, lane: int, view: tuple[Days, float], link: Link) -> Iterator[Row]:
    (event, own, number), (days, scale) = mark, view
    told = {
        "lane": lane, "family": family(event.kind), "date": readable(event.date), "status": event.status,
        "kind": event.kind if number == 1 else family(event.kind), "events": number,
        "who": who(event) if number == 1 else count(number, "event"), "href": link(event.id) if number == 1 else None,
    }  # fmt: skip
    short = (own[-1].after - own[0].first).days * scale < DOT
    for piece in own:
        if there := seen(piece.first, piece.after, days):
            yield {**told, **there, "draw": "dot" if short and piece.look == "sure" and len(own) == 1 else piece.look}
            if number > 1:
                yield {**told, **there, "draw": "number", "label": f"×{number}"}


def _empty(template: Spec, days: Days) -> Spec:
    panel = deepcopy(template)
    panel["title"]["text"] = "No dated event in this time"
    panel["height"] = 24
    panel["data"]["name"] = "marks"
    panel["encoding"]["y"]["scale"]["domain"] = [0, 1]
    panel["encoding"]["y"]["axis"] |= {"labelExpr": "''"}
    colour(panel)
    return panel


def _told(event: Event) -> Row:
    return {"date": event.date, "kind": event.kind, "who": who(event), "status": event.status, "event": event.id}


def _summary(events: Sequence[Event], days: Days) -> str:
    states = Counter(state(event.status) for event in events)
    told = ", ".join(f"{number} {TITLES[name].lower()}" for name in STATES if (number := states[name]))
    last = days[1] - timedelta(days=1)
    return f"{days[0].isoformat()} to {last.isoformat()}: {told or 'no dated event'}."
