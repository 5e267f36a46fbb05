"""In which words a mention is told: those close to the act, the act itself, figures, what its article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bilateral.merging.words import WORD, fold, stem, stems, weigh
from bilateral.types.document import Document
from bilateral.types.mention import Mention
from bilateral.types.span import Span

CLOSE = 60
"""Characters on either side of the act whose words belong to it and not to another act of the sentence."""
LEAD = 500
"""Characters of an article that tell what it is about."""
NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=2,
    )
}
YEAR = re.compile(r"(?:19|20)\d\d")
Weighed = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a mention.

    Attributes:
        words: weighed words of the quotes; close: of the stretch around the act, where the coder tells the act.
        act: stems of the act; figures: numbers that are no years.
        lead: weighed words of the title and the beginning of the article.
    """

    words: Weighed
    weight: float
    close: Weighed
    close_weight: float
    act: frozenset[str]
    figures: frozenset[str]
    lead: Weighed
    lead_weight: float


def wording(mention: Mention, document: Document) -> Wording:
    """The words in which ``document`` tells ``mention``, without the names of those who take part."""
    named = {stem(part) for p in mention.participants for part in fold(p.name).split()}
    beginnings = frozenset(name[:4] for name in named if len(name) > 3)
    acts = mention.fields.get("action", ())
    told = list(_told(mention.quotes, document.text))
    words = _without(beginnings, told)
    close = _without(beginnings, _told(_around(mention.quotes, acts), document.text)) if acts else words
    lead, lead_weight = _lead(document.title, document.text[:LEAD])
    return Wording(
        words=words,
        weight=sum(words.values()),
        close=close,
        close_weight=sum(close.values()),
        act=frozenset(word for act in acts for word in stems(act.of(document.text)) if len(word) > 2),
        figures=frozenset(_figures(told)),
        lead=lead,
        lead_weight=lead_weight,
    )


def _told(spans: tuple[Span, ...], text: str) -> Iterator[str]:
    for span in spans:
        yield from WORD.findall(fold(span.of(text)))


def _without(beginnings: frozenset[str], told: Iterable[str]) -> Weighed:
    """Words stemmed and weighed, but for those that begin as a name does."""
    return weigh(one for one in map(stem, told) if one[:4] not in beginnings)


def _around(quotes: tuple[Span, ...], acts: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of each quote what lies close to its act."""
    return tuple(_near(quote, [act for act in acts if act.overlaps(quote)]) for quote in quotes)


def _near(quote: Span, acts: Sequence[Span]) -> Span:
    if not acts:
        return quote
    return Span(max(quote.start, acts[0].start - CLOSE), min(quote.end, acts[-1].end + CLOSE))


def _figures(told: Iterable[str]) -> Iterator[str]:
    for word in told:
        figure = NUMERALS.get(word, word)
        if figure.isdigit() and figure not in ("0", "1") and not YEAR.fullmatch(figure):
            yield figure


@lru_cache(maxsize=1024)
def _lead(title: str | None, beginning: str) -> tuple[Weighed, float]:
    lead = weigh(stems(f"{title or ''} {beginning}"))
    return lead, sum(lead.values())
