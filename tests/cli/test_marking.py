from __future__ import annotations

import click

from bilateral.cli.marking import marked
from bilateral.types.span import Span
from tests.cli.making import TEXT, evidence


def test_words_are_marked_inside_the_quote_only() -> None:
    assert marked(TEXT, evidence(), colour=False) == "Kenya will «receive» 12 boats from Chile in «May»"


def test_overlapping_words_are_marked_once() -> None:
    start = TEXT.index("12 boats")
    item = evidence(fields={"a": (Span(start, start + 8),), "b": (Span(start + 3, start + 8),)})
    assert marked(TEXT, item, colour=False) == "Kenya will receive «12 boats» from Chile in May"


def test_colour_changes_no_word() -> None:
    assert click.unstyle(marked(TEXT, evidence(), colour=True)) == evidence().quote
