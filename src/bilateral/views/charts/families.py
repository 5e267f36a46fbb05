"""Families of kinds: few enough to tell apart by colour and by shape."""

from __future__ import annotations

from bilateral.types.kinds import KINDS, STATUSES

FAMILIES: dict[str, tuple[str, ...]] = {
    "talks": ("visit", "meeting", "mediation"),
    "agreements": ("agreement", "mechanism"),
    "military ties": ("exercise", "transfer"),
    "help": ("aid", "support", "offer"),
    "friction": ("criticism", "refusal", "threat", "embargo"),
    "force": ("mobilisation", "attack"),
    "other": ("statement", "request", "appointment", "other"),
}
"""The kinds of each family, in the order in which charts list them."""

SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "triangle-right")
"""The shape of each family, in the same order."""

STATES: dict[str, tuple[str, ...]] = {
    "happened": ("occurred", "ongoing"),
    "planned": ("planned", "proposed"),
    "not so": ("cancelled", "denied", "hypothetical"),
}
"""Statuses that charts draw alike: what happened, what is ahead, what was called off, denied or only thought of."""

_FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
_STATE = {status: state for state, statuses in STATES.items() for status in statuses}

assert _FAMILY.keys() == set(KINDS), "every kind has one family"
assert _STATE.keys() == set(STATUSES), "every status is drawn in one way"


def family(kind: str) -> str:
    """The family of a kind."""
    return _FAMILY[kind]


def state(status: str) -> str:
    """How a status is drawn: ``happened``, ``planned`` or ``not so``."""
    return _STATE[status]
