"""Where an act took place: the state that the words around it make likeliest, and the phrase that names the place."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.coding.arguments import Arguments
from bilateral.coding.learned.frames import label_of
from bilateral.coding.learned.places import site_of
from bilateral.coding.reading import Reading
from bilateral.coding.sides import Sides
from bilateral.knowledge.states import display
from bilateral.knowledge.triggers import Frame
from bilateral.types.actor import Place
from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class Where:
    """A place and the words that name it."""

    place: Place
    span: Span


def place_of(reading: Reading, arguments: Arguments, frame: Frame, sides: Sides) -> Where | None:
    """The place of an act, None where the article does not tell it surely enough."""
    site = site_of(reading, label_of(frame), arguments, sides)
    if site is None:
        return None
    return Where(site.place or Place(display(site.country), site.country), site.span)
