"""The closed lists: kinds of event, statuses, roles by kind, what an ``other`` can be."""

from __future__ import annotations

STATUSES = ("occurred", "ongoing", "planned", "proposed", "cancelled", "denied", "hypothetical")

ROLES: dict[str, tuple[str, ...]] = {
    "visit": ("visitor", "host", "participant"),
    "meeting": ("participant", "host", "organiser", "topic"),
    "mechanism": ("participant", "topic"),
    "agreement": ("signatory", "partner", "topic"),
    "exercise": ("participant", "host", "observer", "target"),
    "transfer": ("supplier", "recipient", "intermediary", "target"),
    "embargo": ("imposer", "target", "requester"),
    "aid": ("donor", "recipient"),
    "support": ("supporter", "supported", "against"),
    "criticism": ("critic", "criticised", "topic"),
    "refusal": ("refuser", "refused", "topic"),
    "request": ("requester", "requested", "topic"),
    "offer": ("offerer", "addressee", "topic"),
    "threat": ("threatener", "threatened", "topic"),
    "mediation": ("mediator", "party"),
    "mobilisation": ("mobiliser", "target", "host"),
    "attack": ("attacker", "target", "place"),
    "statement": ("speaker", "addressee", "topic"),
    "appointment": ("appointer", "appointee", "receiver"),
    "other": ("doer", "target", "participant", "topic"),
}
"""The roles a participant can have, by kind. A kind is whatever has an entry here."""

KINDS = tuple(ROLES)

OTHER_WHAT = (
    "diplomatic-relations",
    "recognition",
    "arrest",
    "extradition",
    "border",
    "ceasefire",
    "withdrawal",
    "release",
    "trade-measure",
    "protest",
    "legal",
    "election",
    "none",
)
"""What an event of kind ``other`` is: always in ``details.what``."""

JOINT_KINDS = frozenset({"meeting", "mechanism", "agreement", "exercise"})
"""Kinds in which all sides act alike, so that all are on side ``actor``."""
