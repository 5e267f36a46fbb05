"""Transfers in the manner of registers of arms transfers: one row a deal, uncertain figures in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bilateral.analysis.people import having, joined, names, states, text
from bilateral.analysis.registers.base import Entry, Kind, by_date
from bilateral.analysis.sources import independent
from bilateral.merging.names import designations, told
from bilateral.types.event import Event

STAGES = ("delivery", "order", "offer", "interest")
"""How far a deal has come, the furthest first."""
UNTRUE = ("denied", "cancelled")
UNSURE = ("proposed", "hypothetical")


def _transfers(events: Iterable[Event]) -> Iterator[Entry]:
    for deal in deals(events):
        first = deal[0]
        suppliers, recipients = having(first, "supplier"), having(first, "recipient")
        orders, deliveries = _at(deal, "order"), _at(deal, "delivery")
        cells = {
            "supplier": joined(states(suppliers) or names(suppliers)),
            "recipient": joined(states(recipients) or names(recipients)),
            "item": _item(deal),
            "ordered": figure(orders),
            "year_of_order": _years(orders),
            "delivered": figure([event for event in deliveries if event.status in ("occurred", "ongoing")]),
            "years_of_delivery": _years(deliveries),
            "stage": next((stage for stage in STAGES if _at(deal, stage)), None),
            "status": joined(dict.fromkeys(event.status for event in deal)),
        }
        yield cells, deal


def deals(events: Iterable[Event]) -> list[list[Event]]:
    """Transfers of the same things by the same supplier to the same recipient; what is denied is no part of one."""
    found: list[list[Event]] = []
    for event in by_date(events):
        deal = next((those for those in found if _same(those, event)), None)
        if deal is None:
            found.append([event])
        else:
            deal.append(event)
    return sorted(found, key=lambda deal: _parties(deal[0]))


def figure(events: Sequence[Event]) -> str | None:
    """The number told, in brackets when reports differ or fewer than two independent sources tell it."""
    numbers = list(dict.fromkeys(str(e.details["quantity"]) for e in events if "quantity" in e.details))
    for event in events:
        for conflict in event.conflicts:
            if conflict.field == "details.quantity":
                numbers += [str(s.value) for s in conflict.values if s.value and str(s.value) not in numbers]
    if not numbers:
        return None
    telling = [e for e in events if "quantity" in e.details]
    backed = {name for e in telling for name in independent(i for i in e.evidence if "details.quantity" in i.fields)}
    certain = len(numbers) == 1 and len(backed) > 1
    return numbers[0] if certain else f"({' / '.join(numbers)})"


def _years(events: Sequence[Event]) -> str | None:
    """The years of events; in brackets what has not happened, or may have been in several years."""
    told: dict[str, None] = {}
    for event in events:
        first, last = (event.earliest or "")[:4], (event.latest or "")[:4]
        if first or last:
            year = first if first == last else f"{first or '..'}-{last or '..'}"
            sure = first == last and event.status in ("occurred", "ongoing")
            told[year if sure else f"({year})"] = None
    return joined(told)


def _at(deal: Sequence[Event], stage: str) -> list[Event]:
    return [event for event in deal if event.details.get("stage") == stage]


def _item(deal: Sequence[Event]) -> str | None:
    """The most telling name of what is transferred."""
    items = [text(event.details.get("item")) or "" for event in deal]
    return max(items, key=lambda item: (len(told(item)), len(item)), default="") or None


def _parties(event: Event) -> tuple[str, ...]:
    return tuple(
        " ".join(sorted(states(those) or names(those)))
        for those in (having(event, "supplier"), having(event, "recipient"))
    )


def _same(deal: Sequence[Event], event: Event) -> bool:
    first = deal[0]
    if _parties(first) != _parties(event) or _standing(first) != _standing(event):
        return False
    return any(_alike(text(other.details.get("item")), text(event.details.get("item"))) for other in deal)


def _standing(event: Event) -> str:
    return "untrue" if event.status in UNTRUE else "unsure" if event.status in UNSURE else "so"


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two items can be the same: they share a designation, or telling words where neither has another one."""
    if one is None or other is None:
        return False
    a, b = designations(one), designations(other)
    return bool(a & b) if a and b else bool(told(one) & told(other))


TRANSFERS = Kind(
    "transfers",
    ("transfer",),
    tuple("supplier recipient item ordered year_of_order delivered years_of_delivery stage status".split()),
    _transfers,
)
