"""The registry of families, and what a family may change of a candidate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from bilateral.coding.candidates import Candidate
from bilateral.coding.reading import Reading
from bilateral.coding.sides import Sides
from bilateral.coding.status import Status
from bilateral.knowledge.triggers import Frame
from bilateral.types.mention import Value
from bilateral.types.span import Span


@dataclass(slots=True)
class Refined:
    """A candidate with its sides, status and details; ``drop`` when it is no event after all.

    ``decided``: a classifier has settled kind and sides, so that only details are to be read.
    """

    candidate: Candidate
    frame: Frame
    sides: Sides
    status: Status
    decided: bool = False
    details: dict[str, Value] = field(default_factory=dict)
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    drop: bool = False

    @property
    def trigger(self) -> Token:
        """The word that tells the act."""
        return self.candidate.trigger

    def tell(self, name: str, value: Value, *words: Span) -> None:
        """Record a detail with the words that give it."""
        self.details[name] = value
        self.spans[f"details.{name}"] = words

    def recode(self, **changes: object) -> None:
        """Give the act another kind, PLOVER code or roles."""
        self.frame = replace(self.frame, **changes)  # type: ignore[arg-type]


Family = Callable[[Reading, Refined], None]
_FAMILIES: dict[str, Family] = {}


def family(*kinds: str) -> Callable[[Family], Family]:
    """Register a function for the kinds named."""

    def register(function: Family) -> Family:
        for kind in kinds:
            _FAMILIES[kind] = function
        return function

    return register


def refine(reading: Reading, refined: Refined) -> None:
    """Let the family of the candidate's kind look at it."""
    function = _FAMILIES.get(refined.frame.kind)
    if function is not None:
        function(reading, refined)
