"""iCalendar (RFC 5545): planned and past events as entries of whole days.

An event of which not even the month is known is no entry: it would fill a calendar with days on which nothing was.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING, TextIO

from bilateral.export.chosen import Chosen
from bilateral.export.headline import headline, reports
from bilateral.types.edtf import bounds
from bilateral.types.event import Event

if TYPE_CHECKING:
    from icalendar import Event as Entry

LONGEST = 31
"""Days that an entry has at most."""
STATUS = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED", "denied": "CANCELLED"}
EPOCH = date(1970, 1, 1)


def write(chosen: Chosen, out: TextIO) -> None:
    """One calendar of all events whose month is known."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//bilateral {version('bilateral')}//EN")
    calendar.add("version", "2.0")
    for event in chosen.events():
        if days := _days(event):
            calendar.add_component(_entry(event, *days))
    out.write(calendar.to_ical().decode("utf-8"))


def _days(event: Event) -> tuple[date, date] | None:
    first, last = (date.fromisoformat(day) if day else None for day in (event.earliest, event.latest))
    return (first, last) if first and last and (last - first).days < LONGEST else None


def _entry(event: Event, first: date, last: date) -> Entry:
    from icalendar import Event as Entry

    vague = first != last and "/" not in (event.date or "")
    entry = Entry()
    entry.add("uid", f"{event.id}@bilateral")
    entry.add("dtstamp", _stamp(event))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", f"{headline(event)} (day not told: {event.date})" if vague else headline(event))
    entry.add("description", "\n\n".join(reports(event)))
    entry.add("categories", [event.kind])
    entry.add("status", STATUS.get(event.status, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", ", ".join(part for part in (event.place.name, event.place.country) if part))
        if event.place.lat is not None and event.place.lon is not None:
            entry.add("geo", (event.place.lat, event.place.lon))
    return entry


def _stamp(event: Event) -> datetime:
    """The day of the last report, so that a calendar takes over what has changed and nothing else."""
    printed = [bounds(item.published)[1] for item in event.evidence]
    return datetime.combine(max((day for day in printed if day), default=EPOCH), time(), UTC)
