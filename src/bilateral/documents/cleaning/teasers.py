"""Openings of other stories: lines cut short with an ellipsis, and the headlines above them."""

from __future__ import annotations

import re
from itertools import takewhile

from bilateral.documents.cleaning.edges import DATE, headline
from bilateral.documents.cleaning.lines import OPEN_END, Line

BULLET = re.compile(r"[*•·▪■►–-]")


def mark_teasers(lines: list[Line]) -> None:
    """Cut runs of two and more truncated lines, and what label lines announce."""
    mark_truncated(lines)
    mark_announced(lines)


def mark_truncated(lines: list[Line]) -> None:
    """Cut truncated lines that have company, and the headlines and dates between them.

    One sentence that trails off is an author's or a speaker's; several in a row are teasers.
    """
    places = [number for number, line in enumerate(lines) if line.kept and truncated(line)]
    for number in places:
        before, after = neighbour(lines, number, -1), neighbour(lines, number, 1)
        if linked(lines[number]) or before is not None or after is not None:
            for line in lines[number if before is None else before : number + 1]:
                line.cut("teaser")


def truncated(line: Line) -> bool:
    """True for a line of some words that ends in an ellipsis."""
    return line.open_ended and line.words >= 4 and not line.text.startswith(('"', "“"))


def linked(line: Line) -> bool:
    """True if a link to the rest follows the ellipsis."""
    match = OPEN_END.search(line.text)
    return bool(match and ("[" in match[0] or any(char.isalpha() for char in match[0])))


def neighbour(lines: list[Line], number: int, step: int) -> int | None:
    """The next truncated line that way, with at most two headlines or dates between."""
    for distance in range(1, 4):
        place = number + step * distance
        if not 0 <= place < len(lines):
            return None
        if truncated(lines[place]):
            return place
        if not (headline(lines[place]) or DATE.fullmatch(lines[place].text)):
            return None
    return None


def mark_announced(lines: list[Line]) -> None:
    """Cut what stands below a label such as "Related stories" that is alone on its line, up to the next paragraph."""
    for number, line in enumerate(lines):
        if line.reason == "teaser" and line.words <= 4:
            run = list(takewhile(listed, lines[number + 1 :]))
            rest = lines[number + 1 + len(run) :]
            for later in run[: announced(run, amid=bool(rest) and rest[0].kept)]:
                later.cut("teaser")


def listed(line: Line) -> bool:
    """True for a kept line that could be an item of a list of other stories."""
    return line.kept and (headline(line) or bool(BULLET.match(line.text)))


def announced(run: list[Line], amid: bool) -> int:
    """How many lines of ``run`` are other stories: amid an article the last one may be the next heading."""
    bulleted = len(list(takewhile(lambda line: BULLET.match(line.text), run)))
    return max(bulleted, len(run) - 1, min(len(run), 1)) if amid else len(run)
