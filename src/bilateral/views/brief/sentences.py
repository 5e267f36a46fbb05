"""One event in one sentence that says no more than its reports: attributed is attributed, planned is planned."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bilateral.analysis.notes import notes_of
from bilateral.knowledge.states import display
from bilateral.types.actor import Participant, Speaker
from bilateral.types.event import Event
from bilateral.views import wording
from bilateral.views.days import readable

QUOTE = 160
PRONOUNS = frozenset("he she it they we i you him her them".split())
_PART = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d[~?%]?")
_SPAN = re.compile(r"\d{4}(-\d\d)?[~?%]?")


def sentence(event: Event) -> str:
    """``According to X, a visit by A to B is planned for Oct 2018, in Moscow (one source).``"""
    told = f"{_noun(event)} {_status(event)}{_when(event)}{_where(event)}"
    if said := attributed(event):
        told = f"According to {said}, {told[0].lower()}{told[1:]}"
    return ended(f"{told}{_told_by(event)}{_words(event)}")


def ended(text: str) -> str:
    """The sentence with a full stop, where a quote at its end has none of its own."""
    return text if text.endswith((".”", "!”", "?”", "…”")) else f"{text}."


def attributed(event: Event) -> str:
    """Who says so, when no report tells it in its own voice; the one who says it first stands for all."""
    speakers = [item.attributed_to for item in event.evidence]
    first = speakers[0] if speakers else None
    if first is None or None in speakers:
        return ""
    others = len({one.name for one in speakers if one}) - 1
    return named(first) + (f" and {wording.count(others, 'other')}" if others else "")


def named(speaker: Speaker) -> str:
    """``Marat Seitkali (Defence Minister, Kazakhstan)``."""
    if speaker.name.lower() in PRONOUNS:
        return "a speaker whom the report does not name there"
    office = speaker.office if speaker.office and speaker.office.lower() not in speaker.name.lower() else None
    return _with(speaker.name, office, speaker.country)


def who(participants: Iterable[Participant]) -> str:
    """The participants of one side; a state is left out when somebody acts for it in the same role."""
    those = list(participants)
    acting = {(p.country, p.role) for p in those if not _is_state(p)}
    told: dict[str, None] = {}
    for one in those:
        if not _is_state(one):
            office = one.office if one.office and one.office.lower() not in one.name.lower() else None
            together = {p.country for p in those if p.name == one.name}
            told[_with(one.name, office, one.country if len(together) == 1 else None)] = None
        elif (one.country, one.role) not in acting:
            told[one.name] = None
    return _listed(list(told))


def _noun(event: Event) -> str:
    form = str(_phrases()[event.kind]["noun"])
    details = {name: wording.plain(value) for name, value in event.details.items()}
    involved = [p for p in event.participants if p.role != "topic"]
    values = {
        **details,
        "A": who(p for p in involved if p.side == "actor"),
        "B": who(p for p in involved if p.side == "recipient"),
        "item": " ".join(details[name] for name in ("quantity", "item") if name in details),
        "body": details.get("mechanism") or details.get("title") or "a joint body",
        "series": ", ".join(details[name] for name in ("series", "edition") if name in details),
        "stage": _phrases()["stages"].get(details.get("stage", "none"), _phrases()["stages"]["none"]),
        "direction": _phrases()["directions"].get(details.get("direction", "none"), _phrases()["directions"]["none"]),
        "what": details.get("what", "none").replace("-", " ").replace("none", "of another kind"),
    }
    return _filled(_PART.sub(lambda part: part[1] if _known(part[1], values) else "", form), values)


def _known(part: str, values: Mapping[str, str]) -> bool:
    return all(values.get(name) for name in _FIELD.findall(part))


def _filled(form: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda field: values.get(field[1], ""), form)


def _status(event: Event) -> str:
    statuses: dict[str, str] = _phrases()["statuses"]
    return statuses.get(event.status, str(_phrases()[event.kind]["done"]))


def _when(event: Event) -> str:
    if not event.date:
        return ""
    told = readable(event.date)
    if event.status in ("planned", "proposed"):
        return f" for {told}"
    if event.status == "ongoing":
        return f" (date: {told})"
    if _DAY.fullmatch(event.date):
        return f" on {told}"
    return f" in {told}" if _SPAN.fullmatch(event.date) else f" (date: {told})"


def _where(event: Event) -> str:
    """The place, unless it is no more than one of the states that take part."""
    place = event.place
    if place is None or (place.country and place.name in (place.country, display(place.country))):
        return ""
    behind = f" ({display(place.country)})" if place.country else ""
    return f", place: {place.name}{behind}"


def _told_by(event: Event) -> str:
    """How well it is told."""
    told = ["one source"] if len(wording.sources(event)) == 1 else []
    fields = dict.fromkeys(conflict.field.removeprefix("details.") for conflict in event.conflicts)
    told += [f"reports differ on {', '.join(fields)}"] if fields else []
    return f" ({'; '.join(told)})" if told else ""


def _words(event: Event) -> str:
    """What was said, where the saying is the event."""
    if not _phrases()[event.kind].get("speech") or not event.evidence:
        return ""
    return f": {shortened(notes_of(event)[0].quote)}"


def shortened(quote: str) -> str:
    """The words of a quote in quotation marks, cut at a word where they are many."""
    text = " ".join(quote.split())
    if len(text) > QUOTE:
        text = text[:QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{text}”"


def _with(name: str, office: str | None, country: str | None) -> str:
    behind = [part for part in (office, display(country) if country else None) if part and part != name]
    return f"{name} ({', '.join(behind)})" if behind else name


def _listed(names: list[str]) -> str:
    if len(names) > 6:
        names = [*names[:5], f"{len(names) - 5} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))


def _is_state(one: Participant) -> bool:
    return one.actor.startswith(("state:", "igo:"))


@cache
def _phrases() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
