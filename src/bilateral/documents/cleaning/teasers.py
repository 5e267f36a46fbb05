"""Openings of other stories: lines cut short with an ellipsis, and the headlines above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from bilateral.documents.cleaning.edges import DATE, headline
from bilateral.documents.cleaning.lines import OPEN_END, TAIL, Line

BULLET = re.compile(r"[*•·▪■►–-]")


def mark_teasers(lines: list[Line]) -> None:
    """Cut runs of two and more truncated lines, and what label lines announce."""
    mark_truncated(lines)
    mark_announced(lines)


def mark_truncated(lines: list[Line]) -> None:
    """Cut truncated lines that have company, and the headlines and dates between them.

    A sentence or two that trail off amid an article are an author's or a speaker's; several, or those at the end,
    are teasers.
    """
    prose = max((number for number, line in enumerate(lines) if line.prose), default=-1)
    for run in runs(lines):
        if len(run) > 2 or (len(run) > 1 and run[-1] > prose):
            for line in lines[run[0] : run[-1] + 1]:
                line.cut("teaser")
        else:
            for number in filter(lambda number: linked(lines[number]), run):
                lines[number].cut("teaser")


def runs(lines: list[Line]) -> Iterator[list[int]]:
    """The truncated lines, those together that have at most two headlines or dates between them."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if not (line.kept and truncated(line)):
            continue
        between = lines[run[-1] + 1 : number] if run else []
        if run and (len(between) > 2 or not all(map(heads, between))):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def heads(line: Line) -> bool:
    """True for what may stand above a teaser: its headline or its date."""
    return headline(line) or bool(DATE.fullmatch(line.text)) or not line.kept


def truncated(line: Line) -> bool:
    """True for a line of some words that ends in an ellipsis."""
    return line.open_ended and line.words >= 4 and not line.text.startswith(('"', "“"))


def linked(line: Line) -> bool:
    """True if a link to the rest follows the ellipsis."""
    match = OPEN_END.search(line.text[-TAIL:])
    return bool(match and ("[" in match[0] or any(char.isalpha() for char in match[0])))


def mark_announced(lines: list[Line]) -> None:
    """Cut what stands below a label such as "Related stories" that is alone on its line, up to the next paragraph."""
    for number, line in enumerate(lines):
        if line.reason == "teaser" and line.words <= 4:
            run = list(takewhile(listed, islice(lines, number + 1, None)))
            end = number + 1 + len(run)
            for later in run[: announced(run, amid=end < len(lines) and lines[end].kept)]:
                later.cut("teaser")


def listed(line: Line) -> bool:
    """True for a kept line that could be an item of a list of other stories."""
    return line.kept and (headline(line) or bool(BULLET.match(line.text)))


def announced(run: list[Line], amid: bool) -> int:
    """How many lines of ``run`` are other stories: amid an article the last one may be the next heading."""
    bulleted = len(list(takewhile(lambda line: BULLET.match(line.text), run)))
    return max(bulleted, len(run) - 1, min(len(run), 1)) if amid else len(run)
