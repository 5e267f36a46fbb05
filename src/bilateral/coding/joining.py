"""One event told in several sentences of an article is one mention with several quotes."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral.actors import Party
from bilateral.coding.draft import Draft
from bilateral.coding.sides import SPEECH
from bilateral.types.edtf import contains, overlap

NEAR_SPEECH = 2
"""Sentences between two tellings of one speech act at most: states speak often, and each time anew."""
PERSONAL = frozenset({"visit", "meeting", "appointment"})
"""Kinds whose acts are told apart by who acts: two ministers of a state make two visits."""
REAL = frozenset({"occurred", "ongoing"})
CLOSE = {"org": 1, "office": 2, "person": 3}
"""How much a form of actor says of who acts, beyond the state."""
NAMED = ("series", "edition", "title", "mechanism", "item", "direction", "what", "stage")


def join(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in order of the text, each later telling folded into the event it tells again."""
    held: list[Draft] = []
    for draft in drafts:
        same = next((old for old in reversed(held) if _same(old, draft)), None)
        if same is None:
            held.append(draft)
        else:
            _fold(same, draft)
    return held


def _same(old: Draft, new: Draft) -> bool:
    if old.frame.kind != new.frame.kind or old.frame.what != new.frame.what:
        return False
    if not _parties_agree(old, new) or not _dates_agree(old, new) or not _details_agree(old, new):
        return False
    if old.frame.kind in PERSONAL and _other_person(old, new):
        return False
    if old.frame.kind in SPEECH:
        gap = _sentences_between(old, new)
        return gap <= NEAR_SPEECH and _heads(old.actors) == _heads(new.actors)
    return _status_agrees(old, new)


def _parties_agree(old: Draft, new: Draft) -> bool:
    a, b = old.countries, new.countries
    if not (a <= b or b <= a):
        return False
    if old.frame.joint:
        return True
    sides = (_heads(old.actors), _heads(new.actors)), (_heads(old.recipients), _heads(new.recipients))
    return all(x <= y or y <= x for x, y in sides)


def _other_person(old: Draft, new: Draft) -> bool:
    """Whether both name persons of one state as actors, and different ones."""
    persons = [
        {(party.country, party.actor) for party in draft.actors if party.actor.startswith("person:")}
        for draft in (old, new)
    ]
    mine, theirs = persons
    shared = {country for country, _ in mine} & {country for country, _ in theirs}
    return bool(shared) and not mine & theirs


def _heads(parties: list[Party]) -> set[str]:
    return {party.country for party in parties if party.country}


def _dates_agree(old: Draft, new: Draft) -> bool:
    if old.when is None or new.when is None:
        return not (old.apart or new.apart)  # one of several: nothing says which
    return overlap(old.when.edtf, new.when.edtf)


def _details_agree(old: Draft, new: Draft) -> bool:
    if (old.apart or new.apart) and old.details.get("series") != new.details.get("series"):
        return False
    for name in NAMED:
        a, b = old.details.get(name), new.details.get(name)
        if a is None or b is None or name in ("title", "item", "mechanism"):
            continue
        if str(a).lower() != str(b).lower():
            return False
    return True


def _status_agrees(old: Draft, new: Draft) -> bool:
    """Whether two tellings can be of one act: what was floated is not what happened, what only a noun names can be."""
    told = {old.status, new.status}
    if len(told) == 1 or told <= REAL or not told & REAL:
        return True
    return not told & {"proposed", "hypothetical"} and (_is_nominal(old) or _is_nominal(new))


def _is_nominal(draft: Draft) -> bool:
    return all(trigger.pos_ != "VERB" for trigger in draft.triggers)


def _sentences_between(old: Draft, new: Draft) -> int:
    last = max(trigger.i for trigger in old.triggers)
    return sum(1 for token in new.trigger.doc[last + 1 : new.trigger.i + 1] if token.is_sent_start)


def _fold(old: Draft, new: Draft) -> None:
    for quote in new.quotes:
        if quote not in old.quotes:
            old.quotes.append(quote)
    if _tells_more(new, old):
        old.status, old.status_spans = new.status, new.status_spans
    old.triggers.extend(new.triggers)
    _fold_parties(old, new)
    if _sharper(new, old):
        old.when = new.when
    old.where = old.where or new.where
    old.said = old.said if new.said else None
    for name, value in new.details.items():
        old.details.setdefault(name, value)
    for name, spans in new.spans.items():
        old.spans.setdefault(name, spans)
    old.sure = max(old.sure, new.sure)


def _tells_more(new: Draft, old: Draft) -> bool:
    """Whether the later telling settles what happened: a call-off does, and a verb where only a noun named the act."""
    if new.status in ("cancelled", "denied") and old.status in ("planned", "proposed"):
        return True
    return _is_nominal(old) and new.trigger.pos_ == "VERB"


def _fold_parties(old: Draft, new: Draft) -> None:
    for mine, theirs in ((old.actors, new.actors), (old.recipients, new.recipients)):
        mine[:] = [_closer(party, theirs) for party in mine]
    known = {party.actor for party in (*old.actors, *old.recipients)}
    countries = old.countries
    for mine, theirs in ((old.actors, new.actors), (old.recipients, new.recipients)):
        mine.extend(p for p in theirs if p.actor not in known and p.country not in countries)


def _closer(party: Party, others: list[Party]) -> Party:
    """The person, else the office or body, of the same state that another telling names, where it says more."""
    same = [other for other in others if other.country == party.country]
    return max((party, *same), key=lambda one: CLOSE.get(one.actor.partition(":")[0], 0))


def _sharper(new: Draft, old: Draft) -> bool:
    if new.when is None:
        return False
    return old.when is None or (old.when.edtf != new.when.edtf and contains(old.when.edtf, new.when.edtf))
