"""Pull quotes: a line that says again, nearly word for word, what another paragraph says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from bilateral.documents.cleaning.lines import WORD, Line

SHORTEST = 8
MOST_PLACES = 40


def mark_repeats(lines: list[Line]) -> None:
    """Cut each line whose words a longer line holds as well, or that an equal line said before."""
    index = index_of(lines)
    for number, line in enumerate(lines):
        if line.kept and line.words >= SHORTEST and repeated(lines, number, index):
            line.cut("pull quote")


def index_of(lines: list[Line]) -> dict[tuple[str, ...], list[int]]:
    """Which lines hold each run of three words."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.kept:
            for triple in set(triples(line)):
                if len(index[triple]) < MOST_PLACES:
                    index[triple].append(number)
    return index


def triples(line: Line) -> Iterator[tuple[str, ...]]:
    """Each run of three words, without case."""
    words = [word.replace("’", "'") for word in WORD.findall(line.text.lower())]
    yield from zip(words, words[1:], words[2:], strict=False)


def repeated(lines: list[Line], number: int, index: dict[tuple[str, ...], list[int]]) -> bool:
    """True if another kept line says what this one says.

    A line without a full stop stands outside the running text, and may be reworded more.
    """
    line = lines[number]
    own = set(triples(line))
    shared = Counter(place for triple in own for place in index[triple] if place != number and lines[place].kept)
    enough = 0.9 if line.ended else 0.65
    return any(
        common >= enough * len(own)
        and stands_for(lines[place], line, place < number)
        and same_facts(lines[place], line)
        for place, common in shared.most_common(3)
    )


def stands_for(other: Line, line: Line, earlier: bool) -> bool:
    """True if ``other`` is the running text and ``line`` the copy: the longer one, the first, the whole sentence."""
    if other.words > line.words or (other.words == line.words and earlier):
        return True
    return other.ended and not line.ended and line.words <= min(45, other.words * 5 // 4)


def same_facts(other: Line, line: Line) -> bool:
    """True if ``other`` has every number of ``line``, and every name of it when it is a whole sentence."""
    words = WORD.findall(line.text)
    named = (word for word in words[1:] if line.ended and word[0].isupper())
    counted = (word for word in words if any(char.isdigit() for char in word))
    return {*named, *counted} <= set(WORD.findall(other.text))
