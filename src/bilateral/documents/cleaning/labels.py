"""Lines that say what they are: reply forms, labels of other stories, credits, notices."""

from __future__ import annotations

from bilateral.documents.cleaning.lines import Line
from bilateral.documents.cleaning.phrases import phrases

LONGEST = 70


def mark_labelled(lines: list[Line]) -> None:
    """Cut each line that the table of phrases knows; what only ends an article, only where it ends."""
    paragraphs = sum(line.prose for line in lines)
    for line in lines:
        paragraphs -= line.prose
        if line.kept and line.words <= LONGEST and (reason := known(line, late=paragraphs <= 1)):
            line.cut(reason)


def known(line: Line, late: bool) -> str | None:
    """The sort of furniture that the line is by its words."""
    sorts = (sort for sort in phrases() if late or not sort.late)
    return next((sort.reason for sort in sorts if sort.match(line.text, line.words)), None)
