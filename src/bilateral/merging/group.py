"""Mentions into events: clusters first, then the values of each event from its reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from bilateral.merging.cast import participants
from bilateral.merging.clusters import clusters
from bilateral.merging.conflicts import conflicts
from bilateral.merging.correcting import given_values
from bilateral.merging.dating import date_of, days
from bilateral.merging.decided import Decided
from bilateral.merging.facet import Facet, estranged, facet
from bilateral.merging.lifecycle import status_of
from bilateral.merging.reports import Quotes, Report, best, reports
from bilateral.types.actor import Place
from bilateral.types.document import Document
from bilateral.types.event import Event, Group
from bilateral.types.mention import Mention, Value

SUREST = 0.99
"""No number of sources makes an event surer than this."""


def group(
    mentions: Sequence[Mention],
    documents: Mapping[str, Document],
    threshold: float,
    copies: Mapping[str, str] | None = None,
    decided: Decided | None = None,
) -> list[Group]:
    """Group mentions into events, in the order of telling; the order of ``mentions`` does not matter.

    Args:
        documents: by id; at least those of the mentions.
        threshold: two mentions are one event from this score on (0 to 1).
        copies: document id -> id of the family of near-identical documents that it is of; a family is one source.
        decided: what persons have decided about these mentions.
    """
    once = {mention.id: mention for mention in mentions}.values()
    known = Known(copies or {}, decided)
    return group_facets((facet(m, documents[m.document]) for m in once), documents, threshold, known)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the mentions.

    Attributes:
        copies, decided: as :func:`group` takes them.
        linked: all pairs of these mentions that reach the threshold, where they were compared before.
    """

    copies: Mapping[str, str]
    decided: Decided | None = None
    linked: Sequence[tuple[str, str]] | None = None


def group_facets(
    facets: Iterable[Facet], documents: Mapping[str, Document], threshold: float, known: Known
) -> list[Group]:
    """As :func:`group`, of mentions as merging sees them."""
    decided = known.decided
    strangers = decided.strangers if decided else frozenset()
    ordered = sorted((estranged(one, strangers) for one in facets), key=lambda facet: facet.order)
    told = clusters(ordered, threshold, decided, known.linked)
    found = [grouped(reports(cluster, documents, known.copies), strangers) for cluster in told]
    return [corrected(one, decided.values) for one in found] if decided and decided.values else found


def corrected(group: Group, values: Mapping[str, Mapping[str, object]]) -> Group:
    """The event with the values that persons have given it: the field is no longer in dispute."""
    given: dict[str, object] = {}
    for mention in group.mentions:
        given = {**values.get(mention.id, {}), **given}
    if not given:
        return group
    event = given_values(group.event, given)
    earliest, latest = days(event.date)
    conflicts = tuple(conflict for conflict in event.conflicts if conflict.field not in given)
    return replace(group, event=replace(event, earliest=earliest, latest=latest, conflicts=conflicts))


def grouped(told: Sequence[Report], strangers: frozenset[tuple[str, str]] = frozenset()) -> Group:
    """The event that some reports tell; ``strangers`` are actors who are two though their names could be one's."""
    quotes = Quotes(told)
    lead = leading(told)
    date = date_of(told)
    earliest, latest = days(date)
    event = Event(
        id=provisional_id(told[0].mention),
        kind=lead.mention.kind,
        plover=lead.mention.plover,
        score=lead.mention.score,
        participants=participants(told, strangers),
        date=date,
        earliest=earliest,
        latest=latest,
        place=place_of(told),
        status=status_of(told),
        details=details_of(told),
        confidence=confidence(told),
        evidence=quotes.evidence(),
        conflicts=conflicts(told, quotes),
    )
    return Group(tuple(report.mention for report in told), event)


def provisional_id(first: Mention) -> str:
    """An id made of the first mention; the record maps it to the lasting one."""
    return "evt_" + hashlib.sha256(first.id.encode()).hexdigest()[:20]


def leading(told: Sequence[Report]) -> Report:
    """The report whose PLOVER code the event takes: the surest of its kind and status, the latest of several."""
    kind, status = best(told, lambda r: r.mention.kind), status_of(told)

    def rank(at: int) -> tuple[bool, bool, float, int]:
        mention = told[at].mention
        return mention.kind == kind, mention.status == status, mention.confidence, at

    return told[max(range(len(told)), key=rank)]


def place_of(told: Sequence[Report]) -> Place | None:
    """The place with most support; a town before the state it lies in."""
    placed = [r for r in told if r.mention.place]
    towns = [r for r in placed if r.mention.place and r.mention.place.geonameid is not None]
    return best(towns or placed, lambda r: r.mention.place)


def details_of(told: Sequence[Report]) -> dict[str, Value]:
    """Each detail with the value that most sources give."""
    return {key: detail(told, key) for key in sorted({key for r in told for key in r.mention.details})}


def detail(told: Sequence[Report], key: str) -> Value:
    """The value of a detail with most support; values are compared as printed, since lists cannot be counted."""
    given = [r for r in told if key in r.mention.details]
    printed = best(given, lambda r: repr(r.mention.details[key]))
    return next(r.mention.details[key] for r in given if repr(r.mention.details[key]) == printed)


def confidence(told: Sequence[Report]) -> float:
    """How sure the event is: independent sources add up (noisy-or), copies of one do not."""
    surest: dict[str, float] = {}
    for report in told:
        surest[report.source] = max(surest.get(report.source, 0.0), report.mention.confidence)
    return round(min(SUREST, 1 - prod(1 - sure for sure in surest.values())), 4)
