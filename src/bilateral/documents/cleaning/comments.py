"""Readers' comments: everything behind their heading, or behind the first of several comment heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from bilateral.documents.cleaning.lines import Line

HEADING = re.compile(
    r"\W*(?:(?:reader|user|your|view|latest|recent|top|all|facebook)s?[’']? comments?|comments?|discussion"
    r"|\(?\d+\)? (?:comments?|responses?|replies|thoughts)(?: (?:on|to) .{3,150})?|comments? ?\(\d+\)"
    r"|(?:leave|post|write|add) (?:a|your) (?:reply|comment|response).{0,40}|join the (?:conversation|discussion))\W*",
    re.I,
)
SPEAKS = re.compile(r"[\w .'’\-]{2,40} (?:says|said|wrote|commented|replied)\s*:?\s*$", re.I)
STAMP = re.compile(
    r"\b\d+ ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hdwmy]) ago\b"
    r"|\b\d{4}\b.{0,6}\b\d{1,2}:\d\d\b|\b\d{1,2}:\d\d ?(?:am|pm)?\b.{0,12}\b\d{4}\b",
    re.I,
)
ANSWER = re.compile(
    r"\W*(?:(?:reply|like|report(?: (?:abuse|comment))?|flag|upvote|permalink|log ?in to reply|\d+ likes?)\W*)+", re.I
)
ARTICLE = 60


def mark_comments(lines: list[Line]) -> None:
    """Cut from where the comments begin to the end, when an article stands before them."""
    after = Signs(sum(map(head, lines)), sum(map(answer, lines)), sum(line.prose for line in lines))
    before = 0
    for number, line in enumerate(lines):
        after.pass_by(line)
        if before >= ARTICLE and begins(line, after):
            for later in lines[number - signature(lines, number) :]:
                later.cut("comment")
            return
        before += line.words if line.prose else 0


def signature(lines: list[Line], number: int) -> int:
    """How many lines before the first stamp are a name or a control such as "Sort by": at most two, all short."""
    if HEADING.fullmatch(lines[number].text):
        return 0
    above = takewhile(lambda line: line.words <= 4 and not line.ended, reversed(lines[max(0, number - 2) : number]))
    return len(list(above))


@dataclass
class Signs:
    """What is still to come: heads of comments, the links below them, paragraphs."""

    heads: int
    answers: int
    prose: int

    def pass_by(self, line: Line) -> None:
        """Count ``line`` no more."""
        self.heads -= head(line)
        self.answers -= answer(line)
        self.prose -= line.prose


def begins(line: Line, after: Signs) -> bool:
    """True if the comments begin at this line.

    A counter of comments may stand above or amid an article; comments show heads, stamps and answer links.
    """
    if line.words <= 14 and HEADING.fullmatch(line.text):
        signs = after.heads + after.answers
        return after.prose == 0 or (signs > 0 and signs * 4 >= after.prose)
    return head(line) and after.answers > 0


def head(line: Line) -> bool:
    """True for the line above a comment: who wrote it, or when."""
    return line.words <= 14 and bool(SPEAKS.fullmatch(line.text) or STAMP.search(line.text)) and not line.prose


def answer(line: Line) -> bool:
    """True for the links below a comment."""
    return line.words <= 4 and bool(ANSWER.fullmatch(line.text))
