"""From the places of words on a page to the order of reading: columns by the white between them, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

GUTTER = 0.8
"""The least white between two columns, in heights of a line."""
DEEPEST = 40
HYPHENS = "-\u00ad\u2010\ufffe\x02"


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text and its place, counted from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high its letters stand."""
        return self.bottom - self.top


Line = list[Box]


def columns(boxes: list[Box], depth: int = 0) -> list[list[Line]]:
    """The blocks of a page in the order of reading, each as lines: cut between columns, else between rows."""
    if not boxes:
        return []
    height = median(box.height for box in boxes) or 1.0
    if depth < DEEPEST:
        if (at := widest_white(boxes, GUTTER * height)) is not None:
            left = [box for box in boxes if box.right <= at]
            right = [box for box in boxes if box.right > at]
            return columns(left, depth + 1) + columns(right, depth + 1)
        if (level := row_apart(boxes, height)) is not None:
            above = [box for box in boxes if box.bottom <= level]
            below = [box for box in boxes if box.bottom > level]
            return columns(above, depth + 1) + columns(below, depth + 1)
    return [lines(boxes)]


def gaps(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The empty stretches between spans."""
    found: list[tuple[float, float]] = []
    end: float | None = None
    for low, high in sorted(spans):
        if end is not None and low > end:
            found.append((end, low))
        end = high if end is None else max(end, high)
    return found


def widest_white(boxes: list[Box], least: float) -> float | None:
    """Where the widest white runs down all of the boxes, with several lines on both sides of it."""
    found = sorted(gaps((box.left, box.right) for box in boxes), key=lambda gap: gap[0] - gap[1])
    for low, high in found:
        sides = [box for box in boxes if box.right <= low], [box for box in boxes if box.left >= high]
        if high - low >= least and all(len(lines(side)) >= 3 for side in sides):
            return (low + high) / 2
    return None


def row_apart(boxes: list[Box], height: float) -> float | None:
    """The bottom of a row, behind which another cut becomes possible: the widest gap between rows first."""
    found = sorted(gaps((box.top, box.bottom) for box in boxes), key=lambda gap: gap[0] - gap[1])
    for low, high in found[:12]:
        above = [box for box in boxes if box.bottom <= low]
        below = [box for box in boxes if box.bottom > low]
        if high - low > 1.5 * height or any(widest_white(part, GUTTER * height) for part in (above, below)):
            return low
    return None


def lines(boxes: list[Box]) -> list[Line]:
    """Boxes that stand beside each other, from the top down and from the left."""
    found: list[Line] = []
    for box in sorted(boxes, key=lambda box: ((box.top + box.bottom) / 2, box.left)):
        middle = (box.top + box.bottom) / 2
        if found and found[-1][0].top <= middle <= found[-1][0].bottom:
            found[-1].append(box)
        else:
            found.append([box])
    return [sorted(line, key=lambda box: box.left) for line in found]


def paragraphs(blocks: list[list[Line]]) -> str:
    """The text of blocks: lines joined, words that a line's end parts put together, a blank line between paragraphs."""
    parts: list[str] = []
    for block in blocks:
        left, right = min(line[0].left for line in block), max(line[-1].right for line in block)
        before: Line | None = None
        for line in block:
            text = " ".join(box.text for box in line)
            if before is None or begins(before, line, left, right):
                parts.append(text)
            else:
                parts[-1] = joined(parts[-1], text)
            before = line
    return "\n\n".join(parts)


def begins(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line begins a paragraph: apart from the one before, of another size, indented, or after a short one."""
    height = before[0].height or 1.0
    apart = line[0].top - before[0].bottom > 0.9 * height
    resized = not 0.8 < (line[0].height / height) < 1.25
    indented = line[0].left - left > 0.8 * height and before[0].left - left < 0.4 * height
    ended = before[-1].right < left + 0.8 * (right - left) and bool(re.search(r"[.!?:”\"’)]$", before[-1].text))
    return apart or resized or indented or ended


def joined(text: str, line: str) -> str:
    """Two lines as one; a word that was parted at the end of the first is whole again."""
    if text[-1:] in HYPHENS and text[-2:-1].isalpha() and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"
