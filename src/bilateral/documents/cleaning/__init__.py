"""Cuts page furniture out of an article and keeps it: by the shape and place of lines, with words as support.

Each rule marks lines with a reason; what no rule marks stays. When in doubt a line stays.
"""

from __future__ import annotations

from bilateral.documents.cleaning.authors import mark_author
from bilateral.documents.cleaning.comments import mark_comments
from bilateral.documents.cleaning.edges import mark_bottom, mark_top
from bilateral.documents.cleaning.labels import mark_labelled
from bilateral.documents.cleaning.lines import Line, assemble, split
from bilateral.documents.cleaning.repeats import mark_repeats
from bilateral.documents.cleaning.teasers import mark_teasers
from bilateral.types.document import Cut

RULES = (mark_comments, mark_labelled, mark_top, mark_teasers, mark_author, mark_bottom, mark_repeats)


def clean(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The article in ``text``, which is normalised, and what was cut. Together they hold every word of it."""
    lines = split(text)
    for rule in RULES:
        rule(lines)
    if not any(line.kept and line.words for line in lines):
        spare(lines)
    return assemble(lines)


def spare(lines: list[Line]) -> None:
    """Keep every line: a text of nothing but furniture is shown as it is rather than as nothing."""
    for line in lines:
        line.reason = None
