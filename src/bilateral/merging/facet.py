"""One mention as merging sees it: everything that comparing needs, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bilateral.merging import names
from bilateral.merging.families import SPEECH, family, joint
from bilateral.merging.wordings import Wording, wording
from bilateral.types.document import Document
from bilateral.types.edtf import bounds
from bilateral.types.mention import Mention, Value

AHEAD = frozenset({"planned", "proposed", "hypothetical"})
BEHIND = frozenset({"occurred", "ongoing"})
FAR = 10**7
"""An ordinal day beyond every date: an open bound."""

Days = tuple[int, int]
Person = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """A mention's view for comparing.

    Attributes:
        order: the key that sorts mentions: published, document name, first quote, id.
        states: codes of all participants; doers and others: by side, empty where the kind has no direction.
        persons: (country, parts of the name) of each person; offices: (country, stems of the office).
        days: first and last day as ordinals (``FAR`` where open), ``None`` when undated or not believable.
        possible: the days it can have happened on, from date, status and the day it was told.
        told, published: the days its document can be from, and that as EDTF.
        told_in: the words in which it is told.
    """

    mention: Mention
    order: tuple[str, str, int, str]
    family: str
    speech: bool
    states: frozenset[str]
    doers: frozenset[str]
    others: frozenset[str]
    persons: tuple[Person, ...]
    offices: frozenset[tuple[str | None, frozenset[str]]]
    days: Days | None
    possible: Days
    told: Days | None
    published: str | None
    series: str | None
    edition: str | None
    titles: frozenset[str]
    weapons: frozenset[str]
    town: str | None
    told_in: Wording


def facet(mention: Mention, document: Document) -> Facet:
    """``mention`` of ``document`` as merging sees it."""
    told = days_of(document.published)
    days = believable(days_of(mention.date), mention.status, told)
    series, edition = series_of(mention.details)
    directed = not joint(mention.kind)
    return Facet(
        mention=mention,
        order=order(mention, document),
        family=family(mention.kind),
        speech=family(mention.kind) == SPEECH,
        states=frozenset(p.country for p in mention.participants if p.country),
        doers=side(mention, "actor") if directed else frozenset(),
        others=side(mention, "recipient") if directed else frozenset(),
        persons=tuple(persons_of(mention)),
        offices=frozenset((p.country, names.told(p.office)) for p in mention.participants if p.office),
        days=days,
        possible=possible(days, edition, mention.status, told),
        told=told,
        published=document.published,
        series=series,
        edition=edition,
        titles=titles_of(mention.details),
        weapons=names.designations(text_of(mention.details, ("item",))),
        town=names.town(mention.place.name) if mention.place else None,
        told_in=wording(mention, document),
    )


def estranged(one: Facet, strangers: Iterable[tuple[str, str]]) -> Facet:
    """``one``, with those who were judged to be two persons under names that are like no others."""
    apart = {actor for both in strangers for actor in both}
    if not any(p.actor in apart for p in one.mention.participants):
        return one
    named = (
        (p.country, (f"{p.actor}#0",) if p.actor in apart else names.person(p.name))
        for p in one.mention.participants
        if p.actor.startswith("person:")
    )
    return replace(one, persons=tuple(person for person in named if person[1]))


def order(mention: Mention, document: Document) -> tuple[str, str, int, str]:
    """The place of a mention among others: published, document name, first quote, id."""
    return document.published or "", document.name, mention.quotes[0].start if mention.quotes else 0, mention.id


@lru_cache(maxsize=65536)
def days_of(value: str | None) -> Days | None:
    """First and last day of an EDTF value as ordinals; ``None`` when there is none, or nothing in it is known."""
    first, last = bounds(value)
    if first is None and last is None:
        return None
    return first.toordinal() if first else -FAR, last.toordinal() if last else FAR


def believable(days: Days | None, status: str, told: Days | None) -> Days | None:
    """``days`` unless the article's own date rules them out: over before they came, or still ahead after they had."""
    if days and told and status in BEHIND and days[0] > told[1] + 1:
        return None
    if days and told and status in AHEAD and days[1] < told[0] - 1:
        return None
    return days


def possible(days: Days | None, edition: str | None, status: str, told: Days | None) -> Days:
    """The days it can have happened on: as dated, else its edition's year, else before or after the telling."""
    first, last = days or year_of(edition) or (-FAR, FAR)
    if told and status in BEHIND:
        last = min(last, told[1] + 1)
    if told and status in AHEAD and not days:
        first = max(first, told[0] - 1)
    return first, max(first, last)


def year_of(edition: str | None) -> Days | None:
    """The days of an edition that is a year."""
    if edition is None or not names.YEAR.fullmatch(edition):
        return None
    return date(int(edition), 1, 1).toordinal(), date(int(edition), 12, 31).toordinal()


def side(mention: Mention, which: str) -> frozenset[str]:
    """Codes of the participants on one side."""
    return frozenset(p.country for p in mention.participants if p.country and p.side == which)


def persons_of(mention: Mention) -> Iterable[Person]:
    """Country and name parts of each person that takes part."""
    for participant in mention.participants:
        if participant.actor.startswith("person:") and (parts := names.person(participant.name)):
            yield participant.country, parts


def series_of(details: Mapping[str, Value]) -> tuple[str | None, str | None]:
    """The series and the edition that the details tell."""
    told = str(details.get("series") or "")
    edition = str(details.get("edition") or "") or names.edition(told)
    return names.series(told) or None, (names.edition(edition) or edition) if edition else None


def text_of(details: Mapping[str, Value], keys: Iterable[str]) -> str:
    """The text of some details, lists spelled out."""
    values = (details[key] for key in keys if key in details)
    return " ".join(" ".join(v) if isinstance(v, list) else v for v in values if isinstance(v, str | list))


def titles_of(details: Mapping[str, Value]) -> frozenset[str]:
    """The telling words of titles, mechanisms and subjects."""
    return names.told(text_of(details, ("title", "mechanism", "topic", "subject", "item")))
