"""What stands at the top or bottom of page after page: the newspaper's name, the date, the number of the page."""

from __future__ import annotations

import re
from collections import Counter

from bilateral.documents.formats.layout import Box, Line, lines

EDGE = 2
FEWEST = 3


def without_heads(pages: list[list[Box]]) -> tuple[list[list[Box]], list[str]]:
    """(the pages without their running heads, what these say, each once)."""
    edges = [edge_lines(page) for page in pages]
    counted = Counter(key for page in edges for key in {masked(line) for line in page})
    often = {key for key, number in counted.items() if number >= max(FEWEST, len(pages) / 3)}
    kept, heads = [], dict[str, None]()
    for page, edge in zip(pages, edges, strict=True):
        gone = [line for line in edge if masked(line) in often or (len(pages) > 1 and is_number(line))]
        heads |= {said(line): None for line in gone if not is_number(line)}
        boxes = {id(box) for line in gone for box in line}
        kept.append([box for box in page if id(box) not in boxes])
    return kept, list(heads)


def edge_lines(page: list[Box]) -> list[Line]:
    """The first and the last lines of a page."""
    found = lines(page)
    return found if len(found) <= 2 * EDGE else [*found[:EDGE], *found[-EDGE:]]


def said(line: Line) -> str:
    """A line's words."""
    return " ".join(box.text for box in line)


def masked(line: Line) -> str:
    """A line's words with every number alike: those of pages differ."""
    return re.sub(r"\d+", "0", said(line)).casefold()


def is_number(line: Line) -> bool:
    """Whether a line is nothing but a page's number."""
    return bool(re.fullmatch(r"(?:page )?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/) ?\d{1,4})?", said(line).strip(), re.I))
