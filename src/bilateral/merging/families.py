"""Which kinds can tell one event: a coder that says `offer` where another says `transfer` may mean the same act."""

from __future__ import annotations

from bilateral.types.kinds import JOINT_KINDS

FAMILIES = {
    "visit": "contact",
    "meeting": "contact",
    "mediation": "contact",
    "agreement": "accord",
    "mechanism": "accord",
    "exercise": "exercise",
    "transfer": "transfer",
    "embargo": "embargo",
    "aid": "aid",
    "attack": "force",
    "mobilisation": "force",
    "appointment": "appointment",
    "other": "other",
}
SPEECH = "speech"
"""The family of acts in words alone; states repeat them all the time, so that merging asks more of them."""
FREQUENT = frozenset({"contact", "force", "other", SPEECH})
"""Families of which there are many events a year between two states."""
CRISP = frozenset({"contact", "accord", "exercise", "transfer", "embargo", "aid"})
"""Families in which reports agree on who takes part; of an attack each names other victims."""


def family(kind: str) -> str:
    """The family of ``kind``; every kind of words alone is in :data:`SPEECH`."""
    return FAMILIES.get(kind, SPEECH)


def joint(kind: str) -> bool:
    """Whether all sides of this kind act alike, so that it has no direction."""
    return kind in JOINT_KINDS or kind == "mediation"
