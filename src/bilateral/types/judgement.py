"""A person's decision about what the coder or merging has made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made

from bilateral.types.mention import Value
from bilateral.types.span import Span

ACTS = ("same", "different", "accept", "reject", "set", "add", "unsure", "undo")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention as a judgement knows it: what is found again when the document is coded anew.

    ``words`` is the text of its first quote, by which it is found in a changed version of the document.
    """

    mention: str
    document: str
    kind: str
    quotes: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the log.

    Attributes:
        one, other: the mentions it speaks of; an event stood for all it had then. ``other`` for same and different.
        actors: two ids of actors, where it speaks of these.
        field, value: of ``set``; whole: whether it was said of an event as such.
        added: of ``add``, the mention's values as given.
        undoes: the number of the judgement that an ``undo`` takes back.
    """

    id: int
    time: str
    author: str
    reason: str
    act: str
    one: tuple[Anchor, ...] = ()
    other: tuple[Anchor, ...] = ()
    actors: tuple[str, str] | None = None
    field: str | None = None
    value: Value | None = None
    whole: bool = False
    added: Mapping[str, object] = made(default_factory=dict)
    undoes: int | None = None
