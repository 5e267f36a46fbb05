"""Kinds of events in a few families, each with a colour, a mark and a word: the same on every chart and page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """``light`` and ``dark`` are its colour on a light and a dark ground, ``shape`` the second cue beside it."""

    name: str
    kinds: tuple[str, ...]
    light: str
    dark: str
    shape: str
    sign: str


FAMILIES = (
    Family("talks", ("visit", "meeting", "mechanism", "mediation", "appointment"), "#2b6cb0", "#7ab5ee", "circle", "●"),
    Family("agreement", ("agreement", "support", "aid", "offer"), "#2f7d4f", "#74c69d", "diamond", "◆"),
    Family("military", ("exercise", "transfer"), "#7a5195", "#c09be0", "square", "■"),
    Family("words against", ("criticism", "refusal", "request", "threat"), "#a85d00", "#f0ad4e", "triangle-up", "▲"),
    Family("force", ("embargo", "mobilisation", "attack"), "#b3261e", "#f28b82", "triangle-down", "▼"),
    Family("other", ("statement", "other"), "#5f6770", "#aab2bb", "cross", "✚"),
)
_OF = {kind: one for one in FAMILIES for kind in one.kinds}


def family(kind: str) -> Family:
    """The family of a kind; what is of none is ``other``."""
    return _OF.get(kind, FAMILIES[-1])
