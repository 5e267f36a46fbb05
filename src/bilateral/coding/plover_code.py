"""The PLOVER code and score of an act in its status, after PLOVER's manual."""

from __future__ import annotations

from bilateral.coding.draft import Draft
from bilateral.knowledge import plover
from bilateral.knowledge.wordlists import words
from bilateral.types.mention import Plover

PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Planned or proposed, these are AGREE in PLOVER: cooperation promised, not given."""
CONTEXTS = (
    "military",
    "economic",
    "diplomatic",
    "legal",
    "terrorism",
    "cbrn",
    "territory",
    "migration",
    "human_rights",
    "natural_resource",
)


def code_of(draft: Draft) -> Plover:
    """Type, mode and contexts of a draft."""
    frame = draft.frame
    if draft.status in ("planned", "proposed") and frame.plover in PROMISED:
        return Plover("AGREE", None, _contexts(draft))
    mode = frame.mode if frame.mode in plover.modes(frame.plover) else None
    return Plover(frame.plover, mode, _contexts(draft))


def _contexts(draft: Draft) -> tuple[str, ...]:
    """The frame's contexts, and those whose words stand in the clause that tells the act."""
    near = {token.lemma_.lower() for token in draft.trigger.subtree}
    told = [name for name in CONTEXTS if near & words(f"context_{name}")]
    if any(party.sector == "MIL" for party in (*draft.actors, *draft.recipients)):
        told.append("military")
    wanted = {*draft.frame.contexts, *told}
    return tuple(name for name in CONTEXTS if name in wanted)
