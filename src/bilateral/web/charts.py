"""Charts of an address: its filters, how near to look, where, and how much room there is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Depends, Query

from bilateral.analysis.asking import relation_of
from bilateral.analysis.relation import Relation
from bilateral.errors import UsageError
from bilateral.record import Record, Sited, Tally
from bilateral.types.edtf import bounds
from bilateral.types.event import Event
from bilateral.views.charts import (
    Chart,
    histogram,
    map_chart,
    multiples_chart,
    network_chart,
    periods_chart,
    relation_chart,
    timeline_chart,
)
from bilateral.views.charts.base import WIDTH, fitted
from bilateral.views.charts.bins import ZOOMS, span, zoom_for
from bilateral.views.charts.histogram import best_zoom
from bilateral.views.charts.map import Box, box_of, box_of_state
from bilateral.web.asking import LONGEST, Wanted
from bilateral.web.here import Web

ONE_BY_ONE = 400
"""Events that a timeline draws each by itself."""
NARROWEST, WIDEST, STEP = 280, 1400, 40
WORLD, EVENTS = "world", "events"
REGIONAL = 140
"""Degrees: events that lie within so many are shown without the rest of the world."""
PERIODS = ("month", "quarter", "year")
PAIRS, HEAVIEST = 9, 2_000
"""Relations whose scores are drawn side by side, and the most events that one of them may have."""

EARLIEST = "0001"
_PARTS = ("by", "show", "event")
Days = tuple[date, date]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """How an address looks at what it asks for: ``by`` which periods, ``show`` what of the world, how wide.

    ``event`` is the one event of a map of its place.
    """

    by: str | None = None
    show: str | None = None
    event: str | None = None
    width: int = WIDTH

    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of an address; the room of a page is no part of it."""
        return [(name, value) for name in _PARTS if (value := getattr(self, name))]


def view(
    by: Annotated[str | None, Query(max_length=LONGEST, description="day, month, quarter or year.")] = None,
    show: Annotated[str | None, Query(max_length=LONGEST, description="On a map: world, events, or a state.")] = None,
    event: Annotated[str | None, Query(max_length=LONGEST, description="The id of the event of place.")] = None,
    width: Annotated[str | None, Query(max_length=LONGEST, description="Pixels.")] = None,
) -> View:
    """The view of a request. Raises UsageError for what is none."""
    by, show, event, wide = (text.strip() or None if text else None for text in (by, show, event, width))
    if by and by not in (*ZOOMS, *PERIODS):
        raise UsageError(f"by is one of {', '.join(dict.fromkeys((*ZOOMS, *PERIODS)))}, not {by!r}")
    if wide and not (wide.isascii() and wide.isdigit() and len(wide) < 6):
        raise UsageError(f"width is a number of pixels, not {wide!r}")
    pixels = min(WIDEST, max(NARROWEST, int(wide) // STEP * STEP)) if wide else WIDTH
    return View(by, show, event, pixels)


Viewing = Annotated[View, Depends(view)]


def query(wanted: Wanted, view: View, **changes: Any) -> str:
    """The part of an address behind the ``?`` (with it), with changes of the filters or the view."""
    seen = {name: changes.pop(name) for name in _PARTS if name in changes}
    told = replace(wanted, **changes).pairs() + replace(view, **seen).pairs()
    return f"?{urlencode(told)}" if told else ""


def chart(web: Web, name: str, wanted: Wanted, view: View) -> Chart:
    """The chart of this name, kept while nobody writes."""
    return web.kept.now(_key(name, wanted, view), lambda: _made(web, name, wanted, view))


def chart_soon(web: Web, name: str, wanted: Wanted, view: View) -> Chart | None:
    """The same; ``None`` while it is being reckoned."""
    return web.kept.soon(_key(name, wanted, view), lambda: _made(web, name, wanted, view))


def _made(web: Web, name: str, wanted: Wanted, view: View) -> Chart:
    told = CHARTS[name](web, wanted, view)
    return replace(told, spec=fitted(told.spec, view.width))


def _key(name: str, wanted: Wanted, view: View) -> Hashable:
    return ("chart", name, replace(wanted, limit=1, offset=0), view)


def _histogram(web: Web, wanted: Wanted, view: View) -> Chart:
    by = view.by if view.by in ZOOMS else best_zoom(tallies(web, wanted, "month"))
    return histogram(tallies(web, wanted, by), by, brush=True, width=view.width)


def _relation(web: Web, wanted: Wanted, view: View) -> Chart:
    by = view.by if view.by in PERIODS else "month"
    return relation_chart(_reckoned(web, wanted, by), link=event_page, width=view.width)


def _timeline(web: Web, wanted: Wanted, view: View) -> Chart:
    monthly = tallies(web, wanted, "month", kinds=True)
    days = days_of(wanted, monthly)
    if sum(told.events for told in monthly if told.first or told.last) <= ONE_BY_ONE:
        events = dated(web.record, wanted)
        return timeline_chart(events, days, event_page, view.width)
    by = zoom_of(view, days)
    return periods_chart(tallies(web, wanted, by, kinds=True), by, days, view.width)


def _map(web: Web, wanted: Wanted, view: View) -> Chart:
    rows = _kept(web, "sited", wanted, lambda: web.record.sited(**wanted.asked()))
    return map_chart(rows, _box(web.record, rows, view.show), place_page, view.width)


def _place(web: Web, wanted: Wanted, view: View) -> Chart:
    if view.event is None:
        raise UsageError("place is a map of one event: give its id as event")
    told = web.record.event(view.event)
    rows = [Sited(told.place, told.status, 1)] if told.place else []
    box = box_of_state(told.place.country) if told.place and told.place.country else None
    return map_chart(rows, box or box_of(rows), place_page, view.width)


def _network(web: Web, wanted: Wanted, view: View) -> Chart:
    ties = _kept(web, "ties", wanted, lambda: web.record.ties(**wanted.asked()))
    return network_chart(ties, relation_page, view.width)


def _scores(web: Web, wanted: Wanted, view: View) -> Chart:
    heaviest = web.kept.now("heaviest", lambda: web.record.pairs(limit=4 * PAIRS))
    pairs = [(one, other) for one, other, number in heaviest if number <= HEAVIEST][:PAIRS]
    by = view.by if view.by in PERIODS else "quarter"
    told = [_reckoned(web, replace(wanted, between=pair), by) for pair in pairs]
    return multiples_chart(told, view.width)


CHARTS: dict[str, Callable[[Web, Wanted, View], Chart]] = {
    "histogram": _histogram,
    "relation": _relation,
    "timeline": _timeline,
    "map": _map,
    "place": _place,
    "network": _network,
    "scores": _scores,
}


def tallies(web: Web, wanted: Wanted, by: str, *, kinds: bool = False) -> list[Tally]:
    """How many events there were when, kept while nobody writes."""
    make = partial(web.record.tallies, by, kinds=kinds, **wanted.asked())
    return _kept(web, f"tallies {by} {kinds}", wanted, make)


def dated(record: Record, wanted: Wanted) -> list[Event]:
    """Events that fit and have a date, without their reports."""
    if wanted.undated:
        return []
    asked = wanted.asked()
    asked["since"] = wanted.since or EARLIEST
    return record.bare_events(**asked)


def _reckoned(web: Web, wanted: Wanted, by: str) -> Relation:
    return _kept(web, f"relation {by}", wanted, lambda: relation_of(web.record, wanted.asked(), by))


def _kept(web: Web, what: str, wanted: Wanted, make: Callable[[], T]) -> T:
    return web.kept.now((what, replace(wanted, limit=1, offset=0)), make)


def zoom_of(view: View, days: Days) -> str:
    """The zoom that is asked for, else the one that suits the days."""
    return view.by if view.by in ZOOMS else zoom_for(*days)


def days_of(wanted: Wanted, told: list[Tally]) -> Days:
    """The days that a timeline shows, the last one not among them: those asked for, else those of the events."""
    found = span(told) or (date.today(), date.today())
    first = bounds(wanted.since)[0] or found[0]
    last = bounds(wanted.until)[1] or max(found[1], first)
    return first, last + timedelta(days=1) if last < date.max else last


def _box(record: Record, rows: list[Sited], show: str | None) -> Box | None:
    """What part of the world is shown: all of it, that of the events, or a state."""
    if show == WORLD:
        return None
    if show and show != EVENTS:
        return box_of_state(record.state(show))
    found = box_of(rows)
    regional = found is not None and found[2] - found[0] <= REGIONAL
    return found if show == EVENTS or regional else None


def event_page(event: str) -> str:
    """The address of an event."""
    return f"/event/{event}"


def relation_page(one: str, other: str) -> str:
    """The address of a relation."""
    return f"/relation/{quote(one, safe='')}/{quote(other, safe='')}"


def place_page(place: str) -> str:
    """The address of what is told of a place."""
    return "/search?" + urlencode({"q": f'"{place}"'})
