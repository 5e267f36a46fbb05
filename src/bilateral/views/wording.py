"""An event in a reader's words: who, what, where, told by whom, disputed in what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bilateral.knowledge.states import display
from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.event import Event
from bilateral.types.mention import Value
from bilateral.views.days import readable

DIFFERS = "≠"
_TOLD_FIRST = ("what", "stage", "direction", "title", "series", "edition", "mechanism", "quantity", "item")


def who(event: Event) -> str:
    """``Surya Wibowo (IDN) → Kazakhstan``: the acting side, then whom it acts upon."""
    actors = [p for p in event.participants if p.side == "actor"]
    recipients = [p for p in event.participants if p.side == "recipient"]
    sides = [_names(side) for side in (actors, recipients) if side]
    if not actors and sides:
        sides.insert(0, "?")
    return " → ".join(sides)


def _names(side: list[Participant]) -> str:
    """A state is left out when somebody acts for it in the same role; a name that stands for two is said once."""
    acting = {(p.country, p.role) for p in side if not _is_state(p)}
    countries: dict[str, dict[str, None]] = {}
    for one in side:
        if not _is_state(one):
            countries.setdefault(one.name, {}).update({one.country: None} if one.country else {})
        elif (one.country, one.role) not in acting:
            countries.setdefault(one.name, {})
    return ", ".join(f"{name} ({', '.join(codes)})" if codes else name for name, codes in countries.items())


def _is_state(one: Participant) -> bool:
    return one.actor.startswith(("state:", "igo:"))


def participant(one: Participant) -> str:
    """The name, with the state behind it where the name is not that of a state or body of states."""
    return one.name if _is_state(one) or not one.country else f"{one.name} ({one.country})"


def what(event: Event) -> str:
    """The details in one phrase: ``order, 36 armoured vehicles``."""
    details = dict(event.details)
    if "item" in details and "quantity" in details:
        details["item"] = f"{plain(details.pop('quantity'))} {plain(details['item'])}"
    told = [name for name in _TOLD_FIRST if name in details]
    more = [f"{name.replace('_', ' ')} {plain(value)}" for name, value in details.items() if name not in told]
    return ", ".join([*(plain(details[name]) for name in told), *more])


def plain(value: Value | None) -> str:
    """A value as text; a list with commas."""
    if value is None:
        return "none"
    return ", ".join(value) if isinstance(value, list) else str(value)


def where(place: Place | None) -> str:
    """``Moscow, RUS``; the country's code is left out where the place is the country."""
    if place is None:
        return ""
    if place.country is None or place.name in (place.country, display(place.country)):
        return place.name
    return f"{place.name}, {place.country}"


def documents(event: Event) -> list[str]:
    """The names of the documents that tell it, each once."""
    return list(dict.fromkeys(item.document for item in event.evidence))


def sources(event: Event, copies: Mapping[str, list[str]] | None = None) -> list[str]:
    """The newspapers that tell it, each once; a document of unknown source stands for itself, copies for one."""
    found: dict[str, str] = {}
    for item in event.evidence:
        family = (copies or {}).get(item.document_id, [item.document_id])[0]
        found.setdefault(family, item.source or item.document)
    return list(dict.fromkeys(found.values()))


def disputed(event: Event) -> str:
    """``≠ date, quantity``, or nothing."""
    fields = dict.fromkeys(conflict.field.removeprefix("details.") for conflict in event.conflicts)
    return f"{DIFFERS} {', '.join(fields)}" if fields else ""


def steps(event: Event) -> list[tuple[str, str]]:
    """Its statuses from report to report, each with the day (for a reader) on which a report first told it anew."""
    found: list[tuple[str, str]] = []
    for item in sorted(event.evidence, key=lambda item: item.published or "9999"):
        if not found or found[-1][0] != item.status:
            found.append((item.status, readable(item.published) or "no date"))
    return found


def course(event: Event) -> str:
    """How its status changed from report to report: ``planned (14 Sep 2018) → occurred (10 Oct 2018)``, or nothing."""
    told = steps(event)
    return " → ".join(f"{status} ({published})" for status, published in told) if len(told) > 1 else ""


def speaker(one: Speaker | None) -> str:
    """Who says it, with office and state as far as told; empty for the article's own voice."""
    if one is None:
        return ""
    office = one.office if one.office and one.office.lower() not in one.name.lower() else None
    return ", ".join(part for part in (one.name, office, one.country) if part)


def short(identifier: str) -> str:
    """An event's id as a table shows it: enough of it to be found again."""
    return identifier.removeprefix("evt_")[:8]


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 event``, ``2 events``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Iterable[str], most: int) -> str:
    """The first ``most`` names and how many more there are."""
    every = list(names)
    more = f" +{len(every) - most}" if len(every) > most else ""
    return ", ".join(every[:most]) + more
