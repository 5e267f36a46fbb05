"""Lines that say what they are: reply forms, labels of other stories, credits, notices."""

from __future__ import annotations

from bilateral.documents.cleaning.lines import Line
from bilateral.documents.cleaning.phrases import phrases


def mark_labelled(lines: list[Line]) -> None:
    """Cut each line that the table of phrases knows."""
    for line in lines:
        if line.kept and line.words <= 70:
            found = next((sort.reason for sort in phrases() if sort.match(line.text, line.words)), None)
            if found:
                line.cut(found)
