"""The box that finds: words to the page that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from bilateral.errors import BilateralError, UsageError
from bilateral.record import Record
from bilateral.types.kinds import KINDS, OTHER_WHAT, STATUSES

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(r"\b(\d{4}(?:-\d\d){0,2})\b")
_WORDS = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({'|'.join(MONTHS)})[a-z]*\.?\s+(?:(\d{{1,2}}),\s+)?(\d{{4}})\b", re.I
)
_JOINERS = re.compile(r"\s*(?:,|&|/|–|—|\s-\s|\band\b|\bwith\b|\bvs?\.?(?=\s)|\bto\b)\s*", re.I)
_PLURALS = {"embargoes": "embargo", "sanctions": "embargo", "arms": "transfer", "drills": "exercise"}


def address_of(record: Record, words: str) -> str:
    """The address that ``words`` mean: an event, a pair, a state, a person, a kind, a date; else a search for them."""
    text = " ".join(words.split())
    if not text:
        return "/"
    if re.fullmatch(r"(evt_)?[0-9a-f]{6,20}", text) and (found := _event(record, text)):
        return found
    rest, asked = _narrowing(text)
    if not rest and asked:
        return f"/events{_query(asked)}"
    return _of_states(record, rest, asked) or _of_people(record, rest, asked) or f"/search?{urlencode({'q': text})}"


def _of_states(record: Record, text: str, asked: dict[str, str]) -> str | None:
    states = _states(record, text)
    if len(states) == 2:
        return f"/relation/{_path(states[0])}/{_path(states[1])}{_query(asked)}"
    return f"/actor/{_path(f'state:{states[0]}')}{_query(asked)}" if states else None


def _of_people(record: Record, text: str, asked: dict[str, str]) -> str | None:
    people = record.actors(words=text, limit=2) if text else []
    if len(people) == 1:
        return f"/actor/{_path(people[0].actor)}{_query(asked)}"
    return f"/actors?{urlencode({'q': text})}" if people else None


def _event(record: Record, text: str) -> str | None:
    try:
        return f"/event/{record.event(text if text.startswith('evt_') else f'evt_{text}').id}"
    except BilateralError:
        return None


def _narrowing(text: str) -> tuple[str, dict[str, str]]:
    """The words without a date, a kind and a status, and these as filters."""
    asked: dict[str, str] = {}
    if found := _WORDS.search(text):
        day = found[1] or found[3]
        date = f"{found[4]}-{MONTHS.index(found[2][:3].lower()) + 1:02}" + (f"-{int(day):02}" if day else "")
    elif found := _ISO.search(text):
        date = found[1]
    if found:
        text = f"{text[: found.start()]} {text[found.end() :]}"
        asked |= {"since": date, "until": date}
    kept = []
    for word in text.split():
        plain = word.lower().strip(",;")
        singular = _PLURALS.get(plain, plain.removesuffix("s"))
        if plain in KINDS or singular in KINDS:
            asked.setdefault("kind", plain if plain in KINDS else singular)
        elif plain in STATUSES:
            asked.setdefault("status", plain)
        elif plain.removeprefix("other:") in OTHER_WHAT and plain != "none":
            asked.setdefault("kind", f"other:{plain.removeprefix('other:')}")
        else:
            kept.append(word)
    return " ".join(kept).strip(" ,;"), asked


def _states(record: Record, text: str) -> list[str]:
    """The codes of one state or two; none when the words are something else."""
    if not text:
        return []
    if one := _state(record, text):
        return [one]
    for first, second in _halves(text):
        one, other = _state(record, first), _state(record, second)
        if one and other and one != other:
            return [one, other]
    return []


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """The ways of reading a text as two names."""
    parts = [part for part in _JOINERS.split(text) if part]
    if len(parts) == 2:
        yield parts[0], parts[1]
    for sign in ("-", " "):
        words = text.split(sign)
        for at in range(1, len(words)):
            yield sign.join(words[:at]), sign.join(words[at:])


def _state(record: Record, name: str) -> str | None:
    try:
        return record.state(name)
    except UsageError:
        return None


def _path(text: str) -> str:
    return quote(text, safe=":")


def _query(asked: dict[str, str]) -> str:
    return f"?{urlencode(asked)}" if asked else ""
