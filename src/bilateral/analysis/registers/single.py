"""Registers with one row an event: visits, exercises, agreements, sanctions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.analysis.people import having, joined, names, offices, states, text
from bilateral.analysis.registers.base import Cells, Entry, Kind, by_date, place
from bilateral.merging.names import edition, series
from bilateral.types.event import Event


def _visits(events: Iterable[Event]) -> Iterator[Entry]:
    for event in by_date(events):
        visitors, hosts = having(event, "visitor"), having(event, "host", "participant")
        yield (
            {
                "date": event.date,
                "status": event.status,
                "who": joined(names(visitors)),
                "office_then": joined(offices(visitors)),
                "from": joined(states(visitors)),
                "to": joined(states(having(event, "host")) or states(hosts)),
                "whom": joined(names(hosts)),
                "where": place(event),
            },
            [event],
        )


def _exercises(events: Iterable[Event]) -> Iterator[Entry]:
    def row(event: Event) -> Cells:
        name, part = text(event.details.get("series")), having(event, "participant", "host")
        number = event.details.get("edition") or (edition(name) if name else None)
        return {
            "series": name,
            "edition": text(number),
            "date": event.date,
            "status": event.status,
            "participants": joined(states(part)),
            "forces": joined(names(part)),
            "personnel": text(event.details.get("personnel")),
            "observers": joined(states(having(event, "observer"))),
            "where": place(event),
        }

    def known_series(event: Event) -> str:
        told = text(event.details.get("series"))
        return series(told) if told else "~"

    for event in sorted(by_date(events), key=known_series):
        yield row(event), [event]


def _agreements(events: Iterable[Event]) -> Iterator[Entry]:
    for event in by_date(events):
        parties = having(event, "signatory", "partner")
        cells = {
            "date": event.date,
            "status": event.status,
            "title": text(event.details.get("title")),
            "parties": joined(states(parties)),
            "signed_by": joined(names(parties)),
            "office_then": joined(offices(parties)),
            "on": joined(p.name for p in having(event, "topic")),
            "where": place(event),
        }
        yield cells, [event]


def _sanctions(events: Iterable[Event]) -> Iterator[Entry]:
    for event in by_date(events):
        imposers, targets = having(event, "imposer"), having(event, "target")
        cells = {
            "date": event.date,
            "status": event.status,
            "direction": text(event.details.get("direction")),
            "imposer": joined(states(imposers) or names(imposers)),
            "target": joined(states(targets) or names(targets)),
            "whom": joined(names(targets)),
            "item": text(event.details.get("item")),
        }
        yield cells, [event]


VISITS = Kind("visits", ("visit",), tuple("date status who office_then from to whom where".split()), _visits)
EXERCISES = Kind(
    "exercises",
    ("exercise",),
    tuple("series edition date status participants forces personnel observers where".split()),
    _exercises,
)
AGREEMENTS = Kind(
    "agreements",
    ("agreement",),
    tuple("date status title parties signed_by office_then on where".split()),
    _agreements,
)
SANCTIONS = Kind("sanctions", ("embargo",), tuple("date status direction imposer target whom item".split()), _sanctions)
