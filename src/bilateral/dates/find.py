"""Finding: words, the longest rule at each, and what they mean in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from bilateral.dates.combine import Found, day_behind, interval, link_behind, opened, timed
from bilateral.dates.grammar import ALPHABET, BY_FIRST, Reader
from bilateral.dates.reading import NOTHING, Context, Phrase, Reading
from bilateral.dates.tense import tense_cues
from bilateral.dates.timex import Timex
from bilateral.dates.words import Word, read


def find_timexes(
    text: str,
    published: str | None,
    tense_at: Callable[[int], Literal["past", "future", None]] | None = None,
) -> list[Timex]:
    """All temporal expressions of a text, in its order.

    ``published`` is EDTF; without it what is told relative to publication stays unresolved. ``tense_at`` tells the
    tense of the clause at a character; without it a few cue words decide. Raises ValueError when ``published`` is no
    EDTF.
    """
    context = Context(published, tense_at or tense_cues(text))
    found = []
    for phrase, reading in _readings(read(text), context):
        found.append(
            Timex(phrase.start, phrase.end, reading.type, reading.value, reading.edtf, reading.mod, reading.anchored)
        )
    return found


def _readings(words: list[Word], context: Context) -> Iterator[Found]:
    symbols = "".join([ALPHABET.symbol(word.kind) for word in words])
    at = 0
    while at < len(words):
        found = _longest(words, symbols, at, context)
        if found is None:
            at += 1
            continue
        at = found[0].last + 1
        if found[1] is NOTHING:
            continue
        context.remember(*found)
        told = _joined(found, words, symbols, context)
        at = told[-1][0].last + 1
        yield from told


def _joined(found: Found, words: list[Word], symbols: str, context: Context) -> list[Found]:
    """The expression with what stands behind it and belongs to it."""
    is_time = found[1].type == "TIME" and found[0].kind("weekday") is None
    place = day_behind(words, found[0]) if is_time else link_behind(words, found[0])
    behind = _longest(words, symbols, place, context) if place is not None else None
    whole = None
    if behind is not None:
        whole = timed(found, behind) if is_time else interval(found, behind)
    if whole is None:
        return [opened(found)]
    context.remember(*whole[-1])
    return whole


def _longest(words: list[Word], symbols: str, at: int, context: Context) -> Found | None:
    """The longest match whose reader accepts it."""
    matches = [
        (found, rule) for rule in BY_FIRST.get(symbols[at], ()) if (found := rule.form.pattern.match(symbols, at))
    ]
    matches.sort(key=lambda match: -match[0].end())
    for found, rule in matches:
        places = enumerate(rule.form.names, 1)
        said = {name: words[found.start(group)] for group, name in places if found.start(group) >= 0}
        phrase = Phrase(words, at, found.end() - 1, said)
        reading = _accepted(rule.read, phrase, context)
        if reading is not None:
            return phrase, reading
    return None


def _accepted(reader: Reader, phrase: Phrase, context: Context) -> Reading | None:
    try:
        return reader(phrase, context)
    except (ValueError, OverflowError):  # no such day, or one beyond the calendar
        return None
