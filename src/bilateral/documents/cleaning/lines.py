"""A text as lines that can be kept or cut, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from bilateral.documents.cleaning.phrases import GLUED
from bilateral.types.document import Cut

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
END = re.compile(r"[.!?。！？؟۔।][\"'”’»)\]]*$|[\"”’»]$")
OPEN_END = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\))\W*(?:read more|continue reading|more)?\W*$", re.I)
INNER = re.compile(r"(?:[a-z]{3}|\d|[A-Z]{3})[.!?][\"”’]? [\w\"“]")
TAIL = 80


@dataclass
class Line:
    """One line, the white space before it, and why it is cut (``None``: it stays)."""

    text: str
    gap: str
    reason: str | None = None

    @property
    def kept(self) -> bool:
        """True while no rule has cut it."""
        return self.reason is None

    @cached_property
    def words(self) -> int:
        """How many words it has; scripts without spaces count a word for every four characters."""
        found = len(WORD.findall(self.text))
        return len(self.text) // 4 if len(self.text) > 24 * max(found, 1) else found

    @cached_property
    def ended(self) -> bool:
        """True if it ends as a sentence does."""
        return bool(END.search(self.text[-TAIL:])) and not self.open_ended

    @cached_property
    def open_ended(self) -> bool:
        """True if it was cut short: it ends in an ellipsis that no quotation mark follows."""
        return bool(OPEN_END.search(self.text[-TAIL:])) and not self.text.endswith(('"', "”", "’", "'"))

    @cached_property
    def prose(self) -> bool:
        """True if it reads like a paragraph: whole sentences, or so long that it can be nothing else."""
        fewest = 9 if self.ended or self.text.endswith(":") else 15 if INNER.search(self.text, 6) else 40
        return not self.open_ended and self.words >= fewest

    def cut(self, reason: str) -> None:
        """Cut it, unless another rule did before."""
        self.reason = self.reason or reason


def split(text: str) -> list[Line]:
    """The lines of ``text``, hard-wrapped paragraphs joined, furniture glued to a sentence apart."""
    lines: list[Line] = []
    for block, gap in blocks(text):
        found = [line.strip() for line in block.split("\n") if line.strip()]
        for number, line in enumerate(unwrapped(found) if wrapped(found) else found):
            lines.extend(unglued(line, "\n" if number else gap))
    return lines


def blocks(text: str) -> Iterable[tuple[str, str]]:
    """Paragraphs parted by blank lines, each with the white space before it."""
    for number, block in enumerate(filter(str.strip, re.split(r"\n(?: *\n)+", text))):
        yield block, "\n\n" if number else ""


def wrapped(lines: list[str]) -> bool:
    """True if the lines of a block were broken at a fixed width, in the middle of sentences."""
    if len(lines) < 3 or not 40 <= max(map(len, lines)) <= 120:
        return False
    pairs = list(pairwise(lines))
    width = max(map(len, lines))
    broken = sum(full(line, after, width) and after[:1].islower() for line, after in pairs)
    return broken * 4 >= len(pairs)


def full(line: str, after: str, width: int) -> bool:
    """True if the next line goes on with this one: its first word did not fit, or is amid a sentence."""
    amid = after[:1].islower() and not END.search(line[-TAIL:]) and len(line) * 3 > width * 2
    return amid or len(line) + 1 + len(after.split(" ", 1)[0]) > width


def unwrapped(lines: list[str]) -> Iterator[str]:
    """The lines with those joined that were one before they were broken at a fixed width."""
    width = max(map(len, lines))
    joined = lines[0]
    for line, after in pairwise(lines):
        if full(line, after, width):
            joined += " " + after
        else:
            yield joined
            joined = after
    yield joined


def unglued(line: str, gap: str) -> Iterable[Line]:
    """The line; apart from it what stands behind its last sentence without a space and is no part of it."""
    match = GLUED.search(line)
    if match is None or not match.start():
        yield Line(line, gap)
        return
    yield Line(line[: match.start()].rstrip(), gap)
    rest = line[match.start() :]
    yield Line(rest.strip(), " " if line[match.start() - 1].isspace() or rest[0].isspace() else "")


def assemble(lines: Iterable[Line]) -> tuple[str, tuple[Cut, ...]]:
    """The kept lines as one text, and the cut ones with the place where each stood."""
    parts: list[str] = []
    cuts: list[Cut] = []
    length, gap = 0, ""
    for reason, run in groupby(lines, key=lambda line: line.reason):
        found = list(run)
        if reason is not None:
            cuts.append(Cut(length, "\n".join(line.text for line in found), reason))
            gap = max(gap, *(line.gap for line in found), key=len)
            continue
        for line in found:
            part = (max(gap, line.gap, key=len) if parts else "") + line.text
            parts.append(part)
            length, gap = length + len(part), ""
    return "".join(parts), tuple(cuts)
