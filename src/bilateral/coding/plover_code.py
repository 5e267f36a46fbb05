"""The PLOVER code and score of an act in its status, after PLOVER's manual."""

from __future__ import annotations

from bilateral.coding.draft import Draft
from bilateral.knowledge import plover
from bilateral.knowledge.wordlists import words
from bilateral.types.mention import Plover

PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Planned or proposed, these are AGREE in PLOVER: cooperation promised, not given."""
YIELDING = frozenset({"CONCEDE", "RETREAT"})
"""Planned, these are AGREE too: the intent to yield (CAMEO 035)."""
CONTEXTS = (
    "military",
    "intelligence",
    "election",
    "economic",
    "legal",
    "human_rights",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "corruption",
    "illegal_drugs",
    "trafficking",
)


def code_of(draft: Draft) -> Plover:
    """Type, mode and contexts of a draft."""
    frame, contexts = draft.frame, _contexts(draft)
    event = "AID" if frame.plover == "MOBILIZE" and "peacekeeping" in contexts else frame.plover
    if _is_promise(event, draft.status):
        return Plover("AGREE", None, contexts)
    return Plover(event, frame.mode if frame.mode in plover.modes(event) else None, contexts)


def _is_promise(event: str, status: str) -> bool:
    return (event in PROMISED and status in ("planned", "proposed")) or (event in YIELDING and status == "planned")


def _contexts(draft: Draft) -> tuple[str, ...]:
    """The frame's contexts, and those whose words stand in the clause that tells the act."""
    near = {token.lemma_.lower() for token in draft.trigger.subtree}
    told = [name for name in CONTEXTS if near & words(f"context_{name}")]
    if any(party.sector == "MIL" for party in (*draft.actors, *draft.recipients)):
        told.append("military")
    wanted = {*draft.frame.contexts, *told}
    return tuple(name for name in CONTEXTS if name in wanted)
