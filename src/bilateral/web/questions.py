"""A doubt as a question: what is shown beside it, and the answers that can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bilateral.record import Doubt
from bilateral.types.event import Event
from bilateral.types.mention import Mention
from bilateral.views import wording
from bilateral.views.days import readable
from bilateral.views.marks import excerpts, marks_of
from bilateral.web.here import Web


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: its key on the keyboard, what the button says, and the decision it sends."""

    key: str
    label: str
    sent: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the things it is asked of, and the answers."""

    words: str
    cards: list[dict[str, Any]]
    choices: list[Choice]
    numbered: list[Choice] = field(default_factory=list)


def question(web: Web, doubt: Doubt) -> Question:
    """The question that a doubt puts."""
    ways = {"mention": _mention, "event": _events, "actor": _actors, "value": _values}
    return ways[doubt.sort](web, doubt)


def _mention(web: Web, doubt: Doubt) -> Question:
    event = web.record.event_of(doubt.one)
    told = web.record.reports(event.id)
    mention = next(one for one in told.mentions if one.id == doubt.one)
    card = _told(web, event, mention)
    choices = [_yes("Right", "accept", one=doubt.one), _no("Wrong", "reject", one=doubt.one), _unsure(one=doubt.one)]
    about = f"Does this tell of {_article(mention.kind)} {mention.kind} that {_TOLD_AS[mention.status]}?"
    return Question(about, [card], choices)


def _events(web: Web, doubt: Doubt) -> Question:
    other = doubt.other or ""
    cards = [_told(web, web.record.event(id)) for id in (doubt.one, other)]
    choices = [
        _yes("Same", "same", one=doubt.one, other=other),
        _no("Different", "different", one=doubt.one, other=other),
        _unsure(one=doubt.one, other=other),
    ]
    return Question("Are these one event?", cards, choices)


def _actors(web: Web, doubt: Doubt) -> Question:
    other = doubt.other or ""
    cards = []
    for actor in (doubt.one, other):
        names = next((one.names for one in web.record.actors(words=actor, limit=50) if one.actor == actor), ())
        events = web.record.latest(about=actor, limit=3)
        cards.append({"actor": actor, "names": names or (actor,), "events": events})
    choices = [
        _yes("Same", "same", one=doubt.one, other=other),
        _no("Different", "different", one=doubt.one, other=other),
        _unsure(one=doubt.one, other=other),
    ]
    return Question("Are these one person?", cards, choices)


def _values(web: Web, doubt: Doubt) -> Question:
    event, name = web.record.event(doubt.one), doubt.field or ""
    conflict = next(one for one in event.conflicts if one.field == name)
    numbered, told = [], []
    for number, side in enumerate(conflict.values[:9], 1):
        value = wording.plain(side.value)
        label = readable(value) if name == "date" else value
        sent = {"act": "set", "one": event.id, "field": name, "value": value}
        numbered.append(Choice(str(number), label, sent))
        told.append({"label": label, "quotes": [event.evidence[at] for at in side.evidence[:3]]})
    field_name = name.removeprefix("details.").replace("_", " ")
    card = {"event": event, "sides": told, "note": conflict.note}
    choices = [_unsure(one=event.id, field=name)]
    return Question(f"Which {field_name} stands?", [card], choices, numbered)


def _told(web: Web, event: Event, only: Mention | None = None) -> dict[str, Any]:
    """An event with its first reports, or with one alone."""
    told = web.record.reports(event.id)
    shown = [only] if only else list(told.mentions[:3])
    found = []
    for mention in shown:
        document = told.documents[mention.document]
        stretches = excerpts(document.text, mention.quotes, marks_of(mention.fields, {}))
        found.append({"mention": mention, "document": document, "excerpts": stretches})
    return {"event": event, "reports": found, "more": 0 if only else max(0, len(told.mentions) - len(shown))}


def _yes(label: str, act: str, **sent: str) -> Choice:
    return Choice("a", label, {"act": act, **sent})


def _no(label: str, act: str, **sent: str) -> Choice:
    return Choice("x", label, {"act": act, **sent})


def _unsure(**sent: str) -> Choice:
    return Choice("u", "Unsure", {"act": "unsure", **sent})


_TOLD_AS = {
    "occurred": "took place", "ongoing": "goes on", "planned": "is planned", "proposed": "is proposed",
    "cancelled": "was called off", "denied": "did not take place", "hypothetical": "may take place",
}  # fmt: skip


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"
