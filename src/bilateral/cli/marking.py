"""A quote with the words marked that its values rest on."""

from __future__ import annotations

import click

from bilateral.types.event import Evidence

_MARKS = ("«", "»")


def marked(text: str, item: Evidence, *, colour: bool) -> str:
    """The quote on one line: marked words in colour on a terminal, between «» elsewhere."""
    parts, position = [], item.start
    for start, end in _merged(text, item):
        words = text[start:end]
        parts += [text[position:start], click.style(words, fg="yellow", bold=True) if colour else words.join(_MARKS)]
        position = end
    parts.append(text[position : item.end])
    return " ".join("".join(parts).split())


def _merged(text: str, item: Evidence) -> list[tuple[int, int]]:
    """The spans inside the quote, those made one that nothing but white space parts."""
    inside = sorted(
        (max(span.start, item.start), min(span.end, item.end))
        for spans in item.fields.values()
        for span in spans
        if span.start < item.end and item.start < span.end
    )
    merged: list[tuple[int, int]] = []
    for start, end in inside:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
