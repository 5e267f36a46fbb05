"""Readers' comments: everything behind their heading, or behind the first of several comment heads."""

from __future__ import annotations

import re

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
    r"\W*(?:reply|like|report(?: (?:abuse|comment))?|flag|upvote|permalink|log ?in to reply|\d+ likes?)\W*", re.I
)
ARTICLE = 60


def mark_comments(lines: list[Line]) -> None:
    """Cut from where the comments begin to the end, when an article stands before them."""
    before = 0
    for number, line in enumerate(lines):
        if before >= ARTICLE and begins(lines, number):
            for later in lines[number:]:
                later.cut("comment")
            return
        before += line.words if line.prose else 0


def begins(lines: list[Line], number: int) -> bool:
    """True if the comments begin at this line."""
    line, rest = lines[number], lines[number + 1 :]
    if line.words <= 14 and HEADING.fullmatch(line.text):
        return closing(rest)
    return head(line) and sum(map(head, rest)) + sum(map(answer, rest)) >= 1 and any(map(answer, rest))


def closing(rest: list[Line]) -> bool:
    """True if what follows a heading is comments or the foot of the page, not the rest of the article.

    A counter of comments may stand above or amid an article; comments show heads, stamps and answer links.
    """
    signs = sum(head(line) or answer(line) for line in rest)
    prose = sum(line.prose for line in rest)
    return prose == 0 or (signs > 0 and signs * 4 >= prose)


def head(line: Line) -> bool:
    """True for the line above a comment: who wrote it, or when."""
    return line.words <= 14 and bool(SPEAKS.fullmatch(line.text) or STAMP.search(line.text)) and not line.prose


def answer(line: Line) -> bool:
    """True for the links below a comment."""
    return line.words <= 4 and bool(ANSWER.fullmatch(line.text))
