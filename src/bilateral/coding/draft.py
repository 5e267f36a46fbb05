"""An event as the coder holds it before it becomes a mention: one telling, or several joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.attribution import Said
from bilateral.coding.dating import When
from bilateral.coding.siting import Where
from bilateral.knowledge.triggers import Frame
from bilateral.types.mention import Value
from bilateral.types.span import Span


@dataclass(slots=True)
class Draft:
    """What is known of one event of the document; ``triggers`` and ``quotes`` grow when tellings are joined.

    ``apart``: words besides the trigger that set it apart from another event in the same words.
    """

    frame: Frame
    actors: list[Party]
    recipients: list[Party]
    status: str
    status_spans: tuple[Span, ...]
    when: When | None
    where: Where | None
    said: Said | None
    details: dict[str, Value]
    spans: dict[str, tuple[Span, ...]]
    triggers: list[Token]
    quotes: list[Span]
    sure: float = 0.5
    apart: tuple[Span, ...] = ()
    inferred: set[str] = field(default_factory=set)

    @property
    def countries(self) -> set[str]:
        """Codes of all parties."""
        return {party.country for party in (*self.actors, *self.recipients) if party.country}

    @property
    def trigger(self) -> Token:
        """The first word that tells it."""
        return self.triggers[0]
