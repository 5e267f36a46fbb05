"""Who held which office when: what each document says of it, joined over documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bilateral.knowledge import tables
from bilateral.merging import names
from bilateral.merging.words import fold
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.edtf import bounds
from bilateral.types.mention import Mention
from bilateral.types.office import Holder, Holding, Tenure
from bilateral.types.span import Span

NO_OFFICE = frozenset({"official", "counterpart"})
"""What a coder calls an office that is none."""
MANY_HOLD = frozenset(
    "minister ambassador commander governor leader spokesperson lawmaker deputy-foreign-minister general senator mayor "
    "diplomat envoy adviser negotiator first-lady".split()
)
"""Offices that several persons of a state hold at once: none of them contradicts another, and none is inferred."""
FORMER, THEN = "former|ex|late|retired|one-time", "then|at the time|at that time"
"""Words for somebody who holds an office no more, or held it at the time of the event that is told."""
PRECISE = 62
"""Days of a date within which an event says when the office was held; of a longer one the day of telling does."""
NEAR = 180
"""Days from a day on which a document has somebody hold an office, within which the holder is taken for the same."""

Key = tuple[str, str]
"""State and office."""


def slug(office: str) -> str:
    """An office as its id: ``Chief of Army Staff`` -> ``chief-of-army-staff``."""
    return _slugs().get(office) or "-".join(re.findall(r"[a-z0-9]+", fold(office)))


@cache
def _slugs() -> dict[str, str]:
    return {row["name"]: row["slug"] for row in tables.rows("offices.csv")}


def holdings(document: Document, mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> list[Holding]:
    """What ``document`` says of who holds which office, each statement once."""
    found = dict.fromkeys((*_in_mentions(document, mentions), *_in_claims(document, mentions, claims)))
    return sorted(found, key=lambda h: (h.state, h.office, h.actor, h.date or "", h.words))


def _in_mentions(document: Document, mentions: Iterable[Mention]) -> Iterator[Holding]:
    for mention in mentions:
        for number, one in enumerate(mention.participants):
            words = mention.fields.get(f"participants.{number}") or mention.quotes
            if one.actor.startswith("person:") and one.office and one.country and words:
                takes = mention.kind == "appointment" and one.role == "appointee"
                when = held_on(mention, document.published)
                yield from _said(document, (one.country, one.office), (one.actor, one.name), (when, takes), words[0])


def _in_claims(document: Document, mentions: Iterable[Mention], claims: Iterable[Claim]) -> Iterator[Holding]:
    acts_for = {p.actor: p.country for m in mentions for p in m.participants if p.country}
    for claim in claims:
        one = claim.speaker
        if one and one.office and one.actor and one.actor.startswith("person:"):
            country = one.country or acts_for.get(one.actor)
            if country:
                when = (document.published, False)
                yield from _said(document, (country, one.office), (one.actor, one.name), when, claim.quote)


def _said(
    document: Document, office: Key, person: tuple[str, str], when: tuple[str | None, bool], words: Span
) -> Iterator[Holding]:
    """One statement; of a former holder it says something of the day it was told only."""
    id = slug(office[1])
    if id in NO_OFFICE or not names.person(person[1]):
        return
    former = calls(document, person[1], FORMER)
    if not former and when[0] == document.published and calls(document, person[1], THEN):
        return
    day = document.published if former else when[0]
    yield Holding(document.id, office[0], id, office[1], *person, day, former, when[1] and not former, words)


def held_on(mention: Mention, published: str | None) -> str | None:
    """When somebody who takes part held the office: then, if it is over and dated well; else when it was told."""
    first, last = bounds(mention.date)
    _, told = bounds(published)
    over = mention.status in ("occurred", "ongoing") and (told is None or (first is not None and first <= told))
    if first and last and over and (last - first).days <= PRECISE:
        return mention.date
    return published


def calls(document: Document, name: str, what: str) -> bool:
    """Whether the article calls this person a former (or then) something, before or behind the name."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    before = rf"\b(?:{what})\b[ -](?:[\w’'-]+,? ){{0,8}}?{last}\b"
    behind = rf"\b{last}, (?:(?:who was|the|a|an|his|her|its|their) )?(?:{what})\b"
    return bool(re.search(f"{before}|{behind}", document.text, re.I))


def tenures(told: Iterable[Holding]) -> list[Tenure]:
    """The holders of each office, by state, office and first day; the order of ``told`` does not matter."""
    offices: dict[Key, list[Holding]] = {}
    for holding in sorted(told, key=_order):
        offices.setdefault((holding.state, holding.office), []).append(holding)
    return [tenure for key in sorted(offices) for tenure in _of_office(offices[key])]


def _of_office(told: Sequence[Holding]) -> list[Tenure]:
    persons: list[list[Holding]] = []
    for holding in sorted(told, key=lambda h: (-len(names.person(h.name)), h.name, _order(h))):
        parts = names.person(holding.name)
        known = [p for p in persons if names.same_person(names.person(p[0].name), parts)]
        if len(known) == 1 or (known and known[0][0].name == holding.name):
            known[0].append(holding)
        elif not known:
            persons.append([holding])
    found = sorted(map(_tenure, persons), key=lambda t: (t.first or "9999", t.name))
    return [_with_rivals(one, found) for one in found]


def _tenure(told: Sequence[Holding]) -> Tenure:
    named = told[0]
    ordered = sorted(told, key=_order)
    days = [bounds(h.date) for h in ordered if not h.former]
    firsts = [last for _, last in days if last]
    lasts = [first for first, _ in days if first]
    since = min(firsts).isoformat() if firsts else None
    until = max((*lasts, min(firsts))).isoformat() if firsts else None
    left = [last for h in ordered if h.former and (last := bounds(h.date)[1])]
    gone = min((day.isoformat() for day in left), default=None)
    return Tenure(named.state, named.office, named.title, named.actor, named.name, since, until, gone, tuple(ordered))


def _with_rivals(one: Tenure, others: Sequence[Tenure]) -> Tenure:
    if one.office in MANY_HOLD or not (one.first and one.last):
        return one
    rivals = [
        other.name
        for other in others
        if other is not one and other.first and other.last and other.first < one.last and one.first < other.last
    ]
    return replace(one, rivals=tuple(rivals))


def holder(found: Iterable[Tenure], on: str | None) -> Holder | None:
    """Who of the holders of one office held it on the days of ``on``; ``None`` when documents do not tell."""
    first, last = bounds(on)
    if first is None or last is None or (last - first).days > PRECISE:
        return None
    told = [
        (abs(days), tenure, holding)
        for tenure in found
        if tenure.office not in MANY_HOLD and not _is_gone(tenure, first)
        for holding in tenure.told
        if not holding.former and (days := gap(holding, first, last)) is not None
    ]
    within = {
        t.name for _, t, _ in told if t.first and t.last and t.first <= last.isoformat() and first.isoformat() <= t.last
    }
    chosen = [one for one in told if (one[1].name in within if within else one[0] <= NEAR)]
    if not chosen or len(within) > 1:
        return None
    days, tenure, holding = min(chosen, key=lambda one: (one[0], _order(one[2])))
    rival = min((other for other, t, _ in chosen if t is not tenure), default=None)
    if rival is not None and rival <= max(2 * days, 30):
        return None
    return Holder(tenure, holding, not within)


def told_then(found: Iterable[Tenure], on: str) -> list[Holder]:
    """All whom documents have hold an office on the days of ``on``, where they do not agree on one."""
    first, last = bounds(on)
    if first is None or last is None:
        return []
    held = []
    for tenure in found:
        if (tenure.first or "9") <= last.isoformat() and first.isoformat() <= (tenure.last or ""):
            told = [h for h in tenure.told if not h.former]
            held.append(Holder(tenure, min(told, key=lambda h: abs(gap(h, first, last) or 0)), near=False))
    return held


def _is_gone(tenure: Tenure, day: date) -> bool:
    """Whether a document has called the holder a former one before ``day``, and none a holder since."""
    return tenure.gone is not None and (tenure.last or "") <= tenure.gone <= day.isoformat()


def gap(holding: Holding, first: date, last: date) -> int | None:
    """Days between when somebody held an office and some days: before them positive, 0 when they meet."""
    since, until = bounds(holding.date)
    if since is None or until is None:
        return None
    if holding.takes and last < since:
        return None
    return max(0, (first - until).days) or min(0, (last - since).days)


def _order(holding: Holding) -> tuple[str, str, str, str, Span]:
    first, _ = bounds(holding.date)
    return (first.isoformat() if first else "9999", holding.document, holding.actor, holding.name, holding.words)
