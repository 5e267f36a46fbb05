"""The words a search has found, marked, in the stretch of text that holds most of them."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.record.terms import Term, placed

AROUND = 200
"""Characters of a snippet, about."""

Place = tuple[int, int, int]
"""Number of a term, start and end of where it stands."""


def held(text: str, asked: Sequence[Term]) -> int:
    """How many of the terms stand in ``text``."""
    return len({number for number, _, _ in places(text, asked)})


def places(text: str, asked: Sequence[Term]) -> list[Place]:
    """Where the terms stand, in the order of the text."""
    words = list(placed(text))
    firsts: dict[str, list[tuple[int, Term]]] = {}
    for number, term in enumerate(asked):
        firsts.setdefault(term[0], []).append((number, term))
    found = []
    for at, (word, start, _) in enumerate(words):
        for number, term in firsts.get(word, ()):
            here = words[at : at + len(term)]
            if tuple(one for one, _, _ in here) == term:
                found.append((number, start, here[-1][2]))
    return found


def snippet(text: str, asked: Sequence[Term]) -> str:
    """The stretch of ``text`` with most of the terms, these between « and », on one line."""
    found = places(text, asked)
    first, last = stretch(found)
    start, end = edges(text, first, last)
    parts, position = [], start
    for _, begin, stop in found:
        if begin >= position and stop <= end:
            parts += [text[position:begin], "«", text[begin:stop], "»"]
            position = stop
    words = " ".join("".join([*parts, text[position:end]]).split())
    return f"{'… ' if start > 0 else ''}{words}{' …' if end < len(text) else ''}"


def stretch(found: Sequence[Place]) -> tuple[int, int]:
    """From the first to the last place of the window that holds most different terms, the first of several."""
    best, most = (0, 0), 0
    for at, (_, start, end) in enumerate(found):
        within = [place for place in found[at:] if place[2] - start <= AROUND]
        many = len({number for number, _, _ in within})
        if many > most:
            best, most = (start, max((place[2] for place in within), default=end)), many
    return best


def edges(text: str, first: int, last: int) -> tuple[int, int]:
    """The stretch with what stands around it, up to whole words."""
    room = max(0, AROUND - (last - first)) // 2
    start, end = max(0, first - room), min(len(text), last + room)
    if start > 0:
        start = next((at for at in range(start, first) if text[at - 1].isspace()), first)
    if end < len(text):
        end = next((at for at in range(end, last, -1) if text[at : at + 1].isspace()), last)
    return start, end
