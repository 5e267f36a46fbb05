"""The mentions of one event as its reports: in order of telling, quotes numbered, sources counted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bilateral.merging.facet import Facet
from bilateral.types.document import Document
from bilateral.types.event import Evidence
from bilateral.types.mention import Mention
from bilateral.types.span import Span

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One mention with its document, and the source it counts for: copies of one article are one source."""

    facet: Facet
    document: Document
    source: str

    @property
    def mention(self) -> Mention:
        """The mention itself."""
        return self.facet.mention


def reports(facets: Iterable[Facet], documents: Mapping[str, Document], copies: Mapping[str, str]) -> list[Report]:
    """The reports of an event in the order of telling."""
    ordered = sorted(facets, key=lambda facet: facet.order)
    ids = (facet.mention.document for facet in ordered)
    return [Report(f, documents[i], copies.get(i, i)) for f, i in zip(ordered, ids, strict=True)]


def support(told: Sequence[Report], value: Callable[[Report], V | None]) -> dict[V, int]:
    """How many independent sources give each value, in the order of first telling."""
    sources: dict[V, set[str]] = {}
    for report in told:
        if (found := value(report)) is not None:
            sources.setdefault(found, set()).add(report.source)
    return {found: len(those) for found, those in sources.items()}


def best(told: Sequence[Report], value: Callable[[Report], V | None]) -> V | None:
    """The value with most independent support, the first told of several."""
    counted = support(told, value)
    return max(counted, key=lambda found: counted[found]) if counted else None


class Quotes:
    """The quotes of all reports in the order (published, document name, start): positions and evidence."""

    def __init__(self, told: Sequence[Report]) -> None:
        flat = [(report.facet.order[:2], quote, i) for i, report in enumerate(told) for quote in quotes_of(report)]
        self._flat = [(quote, told[i]) for _, quote, i in sorted(flat)]

    def evidence(self) -> tuple[Evidence, ...]:
        """One item a quote."""
        return tuple(item(quote, report) for quote, report in self._flat)

    def positions(self, report: Report, field: str) -> tuple[int, ...]:
        """Where the quotes of ``report`` stand that hold its words for ``field``; all of its quotes when none does."""
        own = [(at, quote) for at, (quote, owner) in enumerate(self._flat) if owner is report]
        words = spans(report.mention, field)
        holding = tuple(at for at, quote in own if any(quote.overlaps(span) for span in words))
        return holding or tuple(at for at, _ in own)


def quotes_of(report: Report) -> tuple[Span, ...]:
    """The quotes of a report, each once."""
    return tuple(dict.fromkeys(report.mention.quotes))


def spans(mention: Mention, field: str) -> tuple[Span, ...]:
    """The words of a field; of every participant for ``participants``."""
    return tuple(s for name, those in mention.fields.items() if (name + ".").startswith(field + ".") for s in those)


def item(quote: Span, report: Report) -> Evidence:
    """One quote as evidence."""
    mention, document = report.mention, report.document
    return Evidence(
        document=document.name,
        document_id=document.id,
        source=document.source,
        published=document.published,
        start=quote.start,
        end=quote.end,
        quote=quote.of(document.text),
        attributed_to=mention.speaker,
        status=mention.status,
        date=mention.date,
        mention=mention.id,
        coder=mention.coder,
        fields=mention.fields,
    )
