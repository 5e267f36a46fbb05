"""Statuses as charts draw them, and the scales of families."""

from __future__ import annotations

from bilateral.types.kinds import STATUSES
from bilateral.views import families
from bilateral.views.charts.base import Spec

STATES: dict[str, tuple[str, ...]] = {
    "happened": ("occurred", "ongoing"),
    "planned": ("planned", "proposed"),
    "not so": ("cancelled", "denied", "hypothetical"),
}
"""Statuses that charts draw alike: what happened, what is ahead, what was called off, denied or only thought of."""
TITLES = {"happened": "Happened", "planned": "Planned or proposed", "not so": "Called off, denied, hypothetical"}
NAMES = tuple(one.name for one in families.FAMILIES)
"""Families in the order in which charts list them."""

_STATE = {status: state for state, statuses in STATES.items() for status in statuses}
assert _STATE.keys() == set(STATUSES), "every status is drawn in one way"


def family(kind: str) -> str:
    """The name of the family of a kind."""
    return families.family(kind).name


def state(status: str) -> str:
    """How a status is drawn: ``happened``, ``planned`` or ``not so``."""
    return _STATE[status]


def colour(spec: Spec) -> None:
    """Give every channel that shows families, anywhere in ``spec``, the colours or shapes of all families."""
    for layer in (spec, *spec.get("layer", ())):
        for name, channel in layer.get("encoding", {}).items():
            if isinstance(channel, dict) and channel.get("field") == "family" and name not in ("x", "y"):
                reach = [one.shape for one in families.FAMILIES] if name == "shape" else "category"
                channel["scale"] = {"domain": list(NAMES), "range": reach}
