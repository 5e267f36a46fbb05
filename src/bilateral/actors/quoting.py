"""Who speaks inside quotation marks: "we" and "I" stand for the speaker."""

from __future__ import annotations

from itertools import chain

from bilateral.actors.sheet import Sheet

OPENING, CLOSING, EITHER = "“«", "”»", '"'
SAYING = frozenset(
    "say tell add state announce note declare insist warn claim comment write tweet explain stress argue ask report "
    "remark respond reply emphasize emphasise reiterate continue conclude vow pledge admit".split()
)
NEAR = 14


def speaker(sheet: Sheet, i: int) -> int | None:
    """The token that heads the subject of the verb that introduces the quotation around token ``i``."""
    bounds = quotation(sheet, i)
    if bounds is None:
        return None
    first, last = bounds
    end = sheet.doc[last].sent.end
    behind = range(last + 1, min(end, last + NEAR))
    before = range(first - 1, max(-1, first - NEAR), -1)
    for j in chain(behind, before):
        if sheet.deps[j] == "nsubj" and _says(sheet, sheet.heads[j]):
            return j
    return None


def _says(sheet: Sheet, i: int) -> bool:
    lemma: str = sheet.doc[i].lemma_
    return lemma.lower() in SAYING


def quotation(sheet: Sheet, i: int) -> tuple[int, int] | None:
    """First and last token of the quotation that token ``i`` stands in."""
    first = None
    for j, word in enumerate(sheet.words):
        if word in OPENING or (word in EITHER and first is None):
            first = j
        elif word in CLOSING or word in EITHER:
            if first is not None and first < i < j:
                return first, j
            first = None
        if j > i and first is None:
            return None
    return None
